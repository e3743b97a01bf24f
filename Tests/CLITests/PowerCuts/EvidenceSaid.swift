import Foundation

/// What the commands of an exam said, each as so many entries of the log of evidence that must be there
/// from then on. The log is one for all candidates and grows at its end alone, so that one number says
/// everything.
struct EvidenceSaid {
  /// The places of the candidates' tickets, by their processes.
  private let sitters: [UInt64: Int]
  private let candidates: [Int64]
  private let entries: [(sequence: Int, kind: String, candidate: Int64)]

  /// - Parameter data: the folder after all was done.
  init(of sitters: [UInt64: Int], in data: URL) throws {
    self.sitters = sitters
    let log = try DatabaseDump.column(
      "SELECT sequence || ' ' || kind || ' ' || candidate_id FROM evidence ORDER BY sequence",
      in: data)
    entries = log.map { line in
      let words = line.split(separator: " ")
      return (Int(words[0]) ?? 0, String(words[1]), Int64(words[2]) ?? 0)
    }
    candidates = try DatabaseDump.column("SELECT id FROM candidate ORDER BY number", in: data)
      .compactMap { Int64($0) }
  }

  func acknowledgements(
    in record: DiskRecord, ends: [Int]
  ) -> [PowerCutRecording.Acknowledgement] {
    var found: [PowerCutRecording.Acknowledgement] = []
    var heard: [UInt64: String] = [:]
    var told: [UInt64: Int] = [:]
    for (number, entry) in record.entries.enumerated() {
      guard case .shown(let text, let process) = entry else { continue }
      let command = ends.firstIndex { number < $0 } ?? ends.count
      // A sentence may come in parts.
      heard[process, default: ""] += text
      let promised = promises(of: process, command: command, said: heard[process] ?? "")
      for sequence in promised.dropFirst(told[process] ?? 0) {
        found.append(.init(entry: number, command: command, what: .evidence(sequence)))
      }
      told[process] = promised.count
    }
    return found
  }

  /// The entries that a process has vouched for by all it has said, in that order.
  private func promises(of process: UInt64, command: Int, said: String) -> [Int] {
    switch command {
    case 0: said.contains("已建好考试") ? last("candidate") : []
    case 1: said.contains("开考；") ? last("opened") : []
    case 2:
      sitting(of: candidates[sitters[process] ?? 0], said: said)
    case 3: said.contains("已结束") ? last("closed") : []
    case 4: said.contains("已公布") ? last("published") : []
    default: said.contains("已写出") ? last("signing-key") : []
    }
  }

  private func last(_ kind: String) -> [Int] {
    entries.last { $0.kind == kind }.map { [$0.sequence] } ?? []
  }

  private func sitting(of candidate: Int64, said: String) -> [Int] {
    let own = entries.filter { $0.candidate == candidate }
    let answers = own.filter { $0.kind == "answer" }.prefix(ExamHall.saved(in: said))
    let end = own.filter { $0.kind == "graded" && ExamHall.isHandedIn(said) }
    return answers.map(\.sequence) + end.map(\.sequence)
  }
}
