import Exams
import People
import Questions
import TestKit
import Testing

@testable import Formats

/// `docs/blueprints.md` is the contract of the reader: its example and tables are read here.
@Suite struct BlueprintPageTests {
  let page: DocumentationPage

  init() throws { page = try DocumentationPage("docs/blueprints.md") }

  private func example() throws -> String {
    try #require(page.blocks.first { $0.contains("code: county-2026") })
  }

  @Test func `the example has no error and names every key of the file and its sections`() throws {
    let text = try example()
    let (blueprint, report) = BlueprintText.blueprint(in: text, name: "example")
    #expect(report.problems.map { $0.text(in: .english) } == [])
    let found = try #require(blueprint)
    #expect(found.full == Score(points: 100))
    for field in BlueprintField.allCases
    where ![.chapter, .topic, .bank, .share].contains(field) {
      #expect(text.contains(BlueprintKeys.key(of: field) + ":"), "\(field)")
    }
  }

  static let groups: [(String, BlueprintField?)] = [
    ("## Keys of the file", nil), ("## Keys of a section", .sections),
    ("## Keys of a share", .shares), ("## Keys of the difficulty", .difficulty),
    ("## Keys of the time", .time), ("## Keys of passing", .pass), ("## Keys of forms", .forms),
  ]

  @Test(arguments: groups.indices)
  func `a table has every key of its group, with all synonyms, in the order of the program`(
    index: Int
  ) {
    let (heading, group) = Self.groups[index]
    let rows = page.rows(under: heading)
    let fields = BlueprintKeys.members(of: group)
    #expect(
      rows.map { DocumentationPage.code(in: $0[0]) } == fields.map { [BlueprintKeys.key(of: $0)] })
    for (row, field) in zip(rows, fields) {
      #expect(
        Set(DocumentationPage.code(in: row[1])) == Set(BlueprintKeys.synonyms(of: field)),
        "\(field)")
      for key in DocumentationPage.code(in: row[0] + row[1]) {
        #expect(BlueprintKeys.field(key, in: group) == field, "\(key)")
      }
    }
  }

  @Test func `what the tables call an error without a key is one`() throws {
    let text = try example()
    for (heading, group) in Self.groups where group != .shares {
      for (row, field) in zip(page.rows(under: heading), BlueprintKeys.members(of: group)) {
        guard group == nil || group == .difficulty || group == .time || group == .pass else {
          continue
        }
        let key = BlueprintKeys.key(of: field)
        let indent = group == nil ? "" : "  "
        // The first line with the key, and what stands deeper under it.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(
          lines.firstIndex { $0.hasPrefix("\(indent)\(key):") }, "\(key)")
        let rest = lines[(start + 1)...].drop { $0.hasPrefix(indent + " ") }
        let without = (lines[..<start] + rest).joined(separator: "\n")
        let report = BlueprintText.blueprint(in: without, name: "example").report
        let isMissed = report.problems.contains { $0.fact == .blueprint(.missing(field)) }
        #expect(isMissed == (row[3] == "error"), "\(key)")
      }
    }
  }

  @Test func `values that the tables list are read, all of them`() throws {
    let sections = page.rows(under: "## Keys of a section")
    let types = Set(DocumentationPage.code(in: sections[0][2]))
    #expect(types == Set(QuestionKind.all.map(\.id) + ["case"]))
    for name in ["单选题", "多选题", "案例题"] { #expect(BlueprintKeys.type(name) != nil, "\(name)") }
    for words in [BlueprintKeys.allOrNothing, BlueprintKeys.perOption, BlueprintKeys.half] {
      #expect(words.contains { sections[4][2].contains("`\($0)`") })
      #expect(words.contains { $0.first?.isASCII == false && sections[4][2].contains($0) })
    }
    let candidates = DocumentationPage.code(in: page.rows(under: "## Keys of the file")[3][2])
    #expect(Set(candidates) == Set(PersonCategory.allCases.map(\.rawValue)))
    let levels = DocumentationPage.code(in: page.rows(under: "## Keys of a share")[2][2])
    #expect(levels == CognitiveLevel.allCases.map { "\($0)" })
  }

  @Test func `defaults and limits are those of the program`() throws {
    func without(_ heading: String, _ row: Int) -> String { page.rows(under: heading)[row][3] }
    let (pass, forms) = (Blueprint.PassRules(), Blueprint.FormRules())
    #expect(without("## Keys of passing", 2) == "\(pass.attempts)")
    #expect(without("## Keys of passing", 3) == "\(pass.makeUps)")
    #expect(without("## Keys of forms", 2) == "\(forms.overlap)")
    #expect(without("## Keys of forms", 3) == "\(forms.spread)")
    #expect(without("## Keys of a section", 5) == "0.5")
    #expect(ScoringRule.perOption.partialCredit == .perOption(Score(hundredths: 50)))
    #expect(page.text.contains("at most \(YAMLText.sizeLimit >> 10) KB"))
    for difficulty in Difficulty.allCases {
      #expect(page.text.contains("\(QuestionDifficulty.value(author: difficulty))"))
    }
  }
}
