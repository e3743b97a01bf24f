import Documents
import People
import TestKit
import Testing

@testable import Formats

/// `docs/rosters.md` is the contract of the reader: its tables and its example are read here.
@Suite struct RosterPageTests {
  let page: DocumentationPage

  init() throws { page = try DocumentationPage("docs/rosters.md") }

  @Test func `the first table has every column under all its headings`() {
    let rows = page.rows(under: "## Columns").prefix(RosterColumn.allCases.count)
    for (row, column) in zip(rows, RosterColumn.allCases) {
      let (chinese, english) = (
        DocumentationPage.code(in: row[1]), DocumentationPage.code(in: row[2])
      )
      #expect(chinese == RosterKeys.chinese(column))
      #expect(english == RosterKeys.english(column))
      for heading in chinese + english {
        #expect(RosterKeys.column(heading) == column, "\(heading)")
      }
    }
    #expect(rows.count == RosterColumn.allCases.count)
  }

  @Test func `the second table has every establishment type under all its words`() {
    let rows = page.rows(under: "## Columns").dropFirst(RosterColumn.allCases.count)
    #expect(rows.count == EstablishmentType.allCases.count)
    for (row, type) in zip(rows, EstablishmentType.allCases) {
      let words = DocumentationPage.code(in: row[1])
      #expect(words == RosterKeys.words(of: type))
      for word in words { #expect(RosterKeys.establishment(word) == type, "\(word)") }
    }
  }

  @Test func `the example is read whole`() throws {
    let source = try TextSource(bytes: Array((page.blocks.last ?? "").utf8), name: "roster.csv")
    let (entries, report) = RosterText.entries(in: source)
    #expect(report.problems.map { $0.text(in: .english) } == [])
    #expect(entries?.map(\.name) == ["张三", "李四"])
    #expect(entries?.map(\.establishment) == [.established, .established])
    #expect(entries?.map(\.extraMinutes) == [0, 30])
    #expect(entries?.last?.assistance == "王五")
  }

  @Test(arguments: ["姓　名", "*姓名", "姓名（必填）", "姓名：", "姓\n名", "ＮＡＭＥ"])
  func `a heading is read as the page shows`(heading: String) {
    #expect(RosterKeys.column(heading) == .name)
  }

  @Test func `the limits are those of the program`() {
    #expect(page.text.contains("At most \(DelimitedTable.sizeLimit >> 20) MB and 100,000 rows"))
    #expect(DelimitedTable.rowLimit == 100_000)
    #expect(page.text.contains("among the first \(RosterText.headerRows) "))
    let range = RosterEntry.extraMinutesRange
    #expect(page.text.contains("| \(range.lowerBound) to \(range.upperBound); nothing is 0 |"))
  }
}
