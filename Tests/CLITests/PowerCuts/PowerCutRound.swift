import Foundation
import Learning
import TestKit

/// Power cuts at random moments of a recording. After each the program has to find all that it had
/// acknowledged by then.
struct PowerCutRound {
  let recording: PowerCutRecording
  /// All of a round follows from its seed.
  let seed: UInt64
  let count: Int
  /// Whether the power goes right after an acknowledgement every time, and not every fourth time.
  var isAlwaysAcknowledged = false

  /// Whether losses are what is expected, so that no image is kept.
  var isControl = false

  /// What came of the round.
  struct Tally: Sendable {
    var images = 0
    /// Images without something acknowledged, those that do not open among them.
    var losing = 0
    /// Images that do not open, fail the check or hold half of something.
    var damaged = 0
    /// What was wrong, with what is needed to have it again; the first few only.
    var findings: [String] = []
  }

  private struct Cut {
    let number: Int
    /// How many entries of the record had happened.
    let moment: Int
    let loss: Disk.Loss
    var chance: SeededGenerator
  }

  private func cut(_ number: Int) -> Cut {
    var chance = SeededGenerator(seed: seed, purpose: UInt64(number))
    let spoken = recording.acknowledgements.map(\.entry)
    let moment =
      isAlwaysAcknowledged || chance.below(4) == 0
      ? spoken[chance.below(spoken.count)] + 1
      : chance.below(recording.record.entries.count + 1)
    let loss = Disk.Loss.allCases[chance.below(Disk.Loss.allCases.count)]
    return Cut(number: number, moment: moment, loss: loss, chance: chance)
  }

  /// Makes every image and opens it.
  func run() throws -> Tally {
    var tally = Tally()
    let aftermath = try PowerCutAftermath(recording)
    var disk = recording.start
    var done = 0
    for var cut in (0..<count).map(cut).sorted(by: { $0.moment < $1.moment }) {
      while done < cut.moment {
        try disk.take(recording.record.entries[done])
        done += 1
      }
      let content = disk.content(after: cut.loss, chance: &cut.chance)
      // Now and then the built program itself has to start.
      let found = try aftermath.examine(
        content, at: cut.moment,
        runsProgram: cut.number % (recording.workload.isExam ? 200 : 25) == 0
      )
      tally.images += 1
      if !found.lost.isEmpty { tally.losing += 1 }
      if !found.damage.isEmpty { tally.damaged += 1 }
      if !found.isWell, tally.findings.count < 5 {
        tally.findings.append(
          """
          \(recording.workload.name), MINGFA_FAULTS_SEED=\(seed), image \(cut.number): power cut \
          after entry \(cut.moment) of \(recording.record.entries.count), loss: \(cut.loss). \
          Lost: \(found.lost). Damage: \(found.damage). \(try keep(content, cut.number))
          """)
      }
    }
    return tally
  }

  /// Leaves an image for whoever looks into it.
  private func keep(_ content: DiskContent, _ number: Int) throws -> String {
    guard !isControl else { return "" }
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("mingfa-power-cut-\(recording.workload.name)-\(seed)-\(number)")
    try? FileManager.default.removeItem(at: place)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try content.write(to: place)
    return "The image: \(place.path)"
  }
}
