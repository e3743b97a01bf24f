import Formats
import Foundation
import GRDB
import Learning
import Questions
import TestKit
import Testing

@testable import Storage
@testable import Workflows

/// Loading a file again reads only what changed, and comes to the same as reading everything.
@Suite struct KnownQuestionTests {
  /// A data folder, and the same where every load is another version of the program's, which knows
  /// nothing of what an earlier one has read.
  private struct Pair {
    let folder: TemporaryFolder
    let shortcut: TestData
    let whole: TestData
    var loads = 0

    init() throws {
      folder = try TemporaryFolder()
      shortcut = try TestData()
      whole = try TestData()
    }

    /// Loads a text into both; what each came to.
    mutating func load(_ text: String, retireMissing: Bool) throws -> [String] {
      let path = try folder.write(text, to: "bank.txt")
      loads += 1
      var environment = whole.data.environment
      environment.program = "mingfa test \(loads)"
      return try [
        shortcut.data, MingfaData(environment, file: whole.data.file),
      ].map { data in
        switch try LoadBank(data, actor: shortcut.actor)
          .load(file: path, retireMissing: retireMissing)
        {
        case .loaded(let summary, let report):
          "\(summary) \(report.problems) \(report.warningCount) \(report.questionCount)"
        case .refused(let report): "\(report.problems) \(report.errorCount) \(report.questionCount)"
        }
      }
    }
  }

  /// Every row, without the digests of sources and the times that the database itself takes.
  private func dump(_ test: TestData) throws -> [String] {
    try test.data.file.read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      return try tables.sorted().flatMap { table in
        let columns = try db.columns(in: table).map(\.name)
          .filter { $0 != "source_digest" && $0 != "replaced_at" }
          .map { "quote (\"\($0)\")" }
        return try String.fetchAll(
          db,
          sql: """
            SELECT '\(table)|' || \(columns.joined(separator: " || '|' || ")) AS line
            FROM "\(table)" ORDER BY line
            """)
      }
    }
  }

  /// A text with one thing changed here and there, as an author or a slip would.
  private static func edited(
    _ text: String, by chance: inout SeededGenerator, other: [String]
  ) -> String {
    var lines = text.components(separatedBy: "\n")
    for _ in 0..<(1 + chance.below(3)) {
      let at = chance.below(lines.count)
      switch chance.below(12) {
      case 0: lines.remove(at: at)
      case 1: lines.insert("", at: at)
      case 2: lines.insert("又一行文字", at: at)
      case 3: lines[at] += "改"
      case 4: lines.swapAt(at, chance.below(lines.count))
      case 5: lines.insert(lines[at], at: at)
      case 6: lines.insert("# 另一章 \(chance.below(1000))", at: at)
      case 7: lines.insert("【出题人】某某", at: at)
      case 8:
        // A block of lines moves.
        let end = min(lines.count, at + 1 + chance.below(12))
        let block = Array(lines[at..<end])
        lines.removeSubrange(at..<end)
        lines.insert(contentsOf: block, at: chance.below(lines.count + 1))
      case 9: lines[min(at, 5)] = lines[min(at, 5)].replacing("2026-11-", with: "2026-10-")
      case 10:
        for index in lines.indices where lines[index].hasPrefix("难度：") && chance.below(3) == 0 {
          lines[index] = "难度：\(1 + chance.below(5))"
        }
      default:
        // From another bank's file.
        let line = other[chance.below(other.count)]
        lines.insert(line, at: at)
      }
      if lines.isEmpty { lines = [""] }
    }
    return lines.joined(separator: "\n")
  }

  @Test(arguments: 1...40)
  func `after random edits the database and the report are those of a whole reading`(seed: UInt64)
    throws
  {
    var chance = SeededGenerator(seed: seed)
    var pair = try Pair()
    let format = MingfaText()
    // Only what the format can say goes into a file: the domain's odd signs stay, its empty texts go.
    let bank = try RandomBank.bank(seed: seed)
    let original = format.text(of: bank)
    let other = format.text(of: try RandomBank.bank(seed: seed + 1000))
      .components(separatedBy: "\n")
    var text = original
    var loaded = 0
    for round in 0..<8 {
      let outcomes = try pair.load(text, retireMissing: chance.below(3) == 0)
      #expect(outcomes[0] == outcomes[1], "seed \(seed), round \(round)\n\(text)")
      let dumps = try (dump(pair.shortcut), dump(pair.whole))
      try #require(dumps.0 == dumps.1, "seed \(seed), round \(round)\n\(text)")
      if outcomes[0].hasPrefix("BankLoadSummary") { loaded += 1 }
      // Back to what was there before from time to time, and twice the same.
      switch chance.below(6) {
      case 0: text = original
      case 1: break
      default: text = Self.edited(text, by: &chance, other: other)
      }
    }
    #expect(loaded > 0)
  }

  @Test func `a file that comes through a pipe is read whole`() throws {
    var pair = try Pair()
    let text = BankFileTests.text()
    #expect(try pair.load(text, retireMissing: false)[0].contains("added: 2"))
    let path = pair.folder.url.appendingPathComponent("pipe").path
    try #require(mkfifo(path, 0o600) == 0)
    Thread.detachNewThread {
      // Waits until someone reads.
      try? FileHandle(forWritingTo: URL(fileURLWithPath: path)).write(contentsOf: Data(text.utf8))
    }
    guard
      case .loaded(let summary, _) = try LoadBank(pair.shortcut.data, actor: pair.shortcut.actor)
        .load(file: path)
    else {
      Issue.record("it was refused")
      return
    }
    #expect(summary.unchanged == 2)
  }
}
