import Foundation
import Questions
import Statutes
import TestKit
import Testing
import Workflows

/// Each bank that we ship, by `bank check`.
@Suite struct ShippedBankCheckTests {
  /// What cannot be held against the index alone; `not checked` is told of them.
  private static let wantTexts: Set<String> = [
    "altered-quotation", "better-article", "number-not-in-article", "term-not-in-article",
  ]

  private static func check(_ test: TestData) throws -> [CheckBank.Outcome] {
    var environment = test.data.environment
    environment.statuteIndex = Repository.folder.appendingPathComponent("statutes/index.txt")
    let outcomes = CheckBank(index: try CheckBank.shippedIndex(environment), data: test.data)
      .check(
        files: CheckBank.files(at: Repository.folder.appendingPathComponent("questionbanks").path))
    #expect(outcomes.count == Repository.bankNames.count)
    for outcome in outcomes {
      #expect(outcome.report.problems.map { $0.text(in: .english) } == [])
      #expect(outcome.waived.map(\.reason) == [])
      #expect(outcome.checked > 20 && outcome.unchecked == 0)
    }
    return outcomes
  }

  @Test
  func `against the shipped index no bank has a finding, and only what needs texts is unchecked`()
    throws
  {
    for outcome in try Self.check(TestData()) {
      #expect(Set(outcome.uncheckedByRule.keys) == Self.wantTexts)
    }
  }

  @Test(.enabled(if: StatuteFolder.path != nil, "MINGFA_STATUTES names no folder with texts"))
  func `against the official texts no bank has a finding, and nothing is unchecked`() throws {
    let test = try TestData()
    _ = try LoadStatutes(test.data, actor: test.actor).load(files: StatuteFolder.files)
    for outcome in try Self.check(test) { #expect(outcome.uncheckedByRule == [:]) }
  }
}
