import Foundation
import Questions
import TestKit

/// Near duplicates among 100,000 stems with 2,000 planted pairs and as many decoys, beside rensa and
/// rapidfuzz. Both are processes that read the same file, and time themselves from the list of stems
/// to the list of pairs.
struct NearTask {
  private static let rounds = 5
  private static let stems = 100_000
  private static let planted = 2_000

  let bench: Workbench
  let baseline: NearBaseline

  func run() throws -> [Finding] {
    bench.note("near duplicates among \(Self.stems) stems, \(Self.rounds) rounds")
    let set = PlantedStems(count: Self.stems, planted: Self.planted, seed: Workbench.seed)
    let path = bench.path("stems.txt")
    try set.stems.map { $0 + "\n" }.joined().write(toFile: path, atomically: true, encoding: .utf8)
    var (ours, theirs, peak) = (Sample(), Sample(), Sample())
    var told: [PlantedStems.Pair: Substring]?
    var quality = Quality()
    for _ in 1...Self.rounds {
      let found = try Found(
        ChildProcess.run(CommandLine.arguments[0], ["--near", path]).output)
      quality = Quality(found.pairs, in: set)
      guard quality.recall >= 0.98, quality.precision >= 0.95 else {
        throw Obstacle.wrongResult("near duplicates with \(quality)")
      }
      try checkKinds(found.pairs, in: set)
      guard told == nil || told == found.pairs else {
        throw Obstacle.wrongResult("two searches of the same stems found other pairs")
      }
      told = found.pairs
      ours.add(found.seconds)
      peak.add(found.peakBytes)
      let other = try Found(baseline.run(path).output)
      let usual = Quality(other.pairs, in: set)
      guard usual.recall >= 0.97, usual.precision >= 0.95 else {
        throw Obstacle.wrongResult("rensa and rapidfuzz with \(usual)")
      }
      theirs.add(other.seconds)
    }
    bench.note("near duplicates: \(quality)")
    let task = "near duplicates in 100,000 stems"
    return [
      Finding(task, "rensa + rapidfuzz", ours, against: theirs, limit: 1.0 / 3),
      Finding(task, "greatest memory", peak.greatest, atMost: 400e6, unit: .megabytes),
      Finding(
        task, "planted, missed", Double(quality.missed), atMost: 0.02 * Double(Self.planted),
        unit: .count),
      Finding(
        task, "found, not planted", Double(quality.wrong), atMost: 0.05 * Double(quality.found),
        unit: .count),
    ]
  }

  /// Searches the stems of a file and prints what `Found` reads.
  static func search(_ path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let stems = text.split(separator: "\n").map(String.init)
    let began = Clock.now()
    let pairs = NearDuplicates.pairs(among: stems)
    let seconds = Clock.now() - began
    for pair in pairs { print(pair.first, pair.second, Self.name(pair.kind)) }
    print("seconds", seconds)
    print("peak", try peakBytes())
  }

  /// The greatest resident size of this process. What its parent is told of it also counts the parent,
  /// which holds the planted stems.
  private static func peakBytes() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let words = line?.split { $0 == " " || $0 == "\t" } ?? []
    guard words.count == 3, let kibibytes = Int(words[1]) else {
      throw Obstacle.missing("VmHWM in /proc/self/status")
    }
    return kibibytes * 1024
  }

  private static func name(_ kind: NearPair.Kind) -> String {
    switch kind {
    case .duplicate: "duplicate"
    case .differs(let difference): difference.rawValue
    }
  }

  /// What must be told apart is told apart.
  private func checkKinds(
    _ found: [PlantedStems.Pair: Substring], in set: PlantedStems
  ) throws {
    for (pair, change) in set.near {
      let wanted: NearPair.Difference
      switch change {
      case .edits, .word: continue
      case .number: wanted = .number
      case .negation: wanted = .negation
      case .term: wanted = .term
      }
      guard found[pair] == nil || found[pair] == Substring(wanted.rawValue) else {
        throw Obstacle.wrongResult(
          "\(set.stems[pair.first]) and \(set.stems[pair.second]) called \(found[pair] ?? "")")
      }
    }
  }
}

/// What a search printed: pairs and its seconds; ours also the kinds and the greatest size in bytes.
private struct Found {
  var pairs: [PlantedStems.Pair: Substring] = [:]
  var seconds = 0.0
  var peakBytes = 0.0

  init(_ output: String) throws {
    for line in output.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, words[0] == "seconds", let number = Double(words[1]) {
        seconds = number
      } else if words.count == 2, words[0] == "peak", let number = Double(words[1]) {
        peakBytes = number
      } else if words.count >= 2, let one = Int(words[0]), let other = Int(words[1]) {
        pairs[.init(first: min(one, other), second: max(one, other))] =
          words.count > 2 ? words[2] : ""
      } else {
        throw Obstacle.wrongResult("near duplicates print '\(line)'")
      }
    }
    guard seconds > 0 else { throw Obstacle.wrongResult("a search without its seconds") }
  }
}

/// How many of the planted pairs were found, and what else.
private struct Quality: CustomStringConvertible {
  var missed = 0
  var found = 0
  var wrong = 0
  var recall = 0.0
  var precision = 0.0

  init() {}

  init(_ pairs: [PlantedStems.Pair: Substring], in set: PlantedStems) {
    let right = pairs.keys.count { set.near[$0] != nil }
    missed = set.near.count - right
    found = pairs.count
    wrong = found - right
    recall = Double(right) / Double(max(1, set.near.count))
    precision = Double(right) / Double(max(1, found))
  }

  var description: String {
    String(format: "recall %.4f, precision %.4f", recall, precision)
  }
}
