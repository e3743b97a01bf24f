import Learning
import People
import Questions
import Reports
import TestKit
import Testing
import Text
import Workflows

/// The notebook on its way to paper and spreadsheets.
@Suite struct NotebookExportTests {
  let test: TestData
  let learner: Learner

  init() throws {
    test = try TestData()
    var short = try SampleBank.short("K1")
    short.stem = "见到<火>怎么办 & \"报警\"？"
    try test.load(
      SampleBank.bank(
        SampleBank.items([
          SampleBank.single("Q1"), SampleBank.truth("Q2", false), SampleBank.fillIn("Q3"), short,
        ]) + [SampleBank.caseItem("C", questions: 2)]))
    learner = try test.learner("=小林")
    let run = try test.begin(.sequential, by: learner)
    while let card = try run.turn().card {
      let code = card.question.code.text
      _ = try run.answer(card.question.response(right: code == "Q2"))
      if code == "Q1" { try run.note("=登记\n生效") }
    }
  }

  private func leaf() throws -> NotebookLeaf {
    try ExportNotebook(test.data, actor: test.actor).leaf(
      of: learner, banks: [], language: .chinese)
  }

  @Test func `what was missed stands in it, with keys, reasons, notes and the passage once`() throws
  {
    let leaf = try leaf()
    #expect(leaf.entries.map(\.code) == ["Q1", "Q3", "K1", "C-1", "C-2"])
    #expect(leaf.entries.map(\.key) == ["A", "出生；死亡", "报警；保留证据", "对", "对"])
    #expect(leaf.entries[0].options.first == "A. 应当登记")
    #expect(leaf.entries[0].reasons == "因为 A 合乎规定")
    #expect(leaf.entries[0].citations == ["《民法典》第一百八十四条"])
    #expect(leaf.entries[0].note == "=登记\n生效")
    #expect(leaf.entries.map(\.missed) == [1, 1, 1, 1, 1])
    #expect(leaf.entries.map { $0.passage != nil } == [false, false, false, true, false])
  }

  @Test func `keys stand behind all questions in text and page`() throws {
    for text in [
      NotebookText.text(of: try leaf(), in: .chinese),
      NotebookHTML.text(of: try leaf(), in: .chinese, isLarge: false),
    ] {
      let keys = try #require(text.range(of: "答案与解析"))
      let lastQuestion = try #require(text.range(of: "陈述 C-2"))
      #expect(lastQuestion.upperBound < keys.lowerBound)
      #expect(text[..<keys.lowerBound].contains("因为") == false)
      #expect(text[keys.upperBound...].contains("因为 A 合乎规定"))
    }
  }

  @Test func `a page shows texts as they are, and large type where asked`() throws {
    let page = NotebookHTML.text(of: try leaf(), in: .chinese, isLarge: true)
    #expect(page.contains("18pt") && page.contains("size: A4"))
    #expect(page.contains("见到&lt;火&gt;怎么办 &amp; &quot;报警&quot;？"))
    #expect(!page.contains("<火>"))
    #expect(!NotebookHTML.text(of: try leaf(), in: .english, isLarge: false).contains("18pt"))
  }

  @Test func `a table runs nothing as a formula and quotes what has to be`() throws {
    let table = NotebookCSV.text(of: try leaf(), in: .chinese)
    #expect(table.hasPrefix("\u{FEFF}序号,题库,编号"))
    #expect(table.contains("\"'=登记\n生效\""))
    #expect(table.contains("\"A. 应当登记\nB. 不必登记"))
  }

  @Test func `an empty notebook is said to be one`() throws {
    let other = try test.learner("小王")
    #expect(throws: WorkflowFailure.notebookEmpty) {
      try ExportNotebook(test.data, actor: test.actor).leaf(
        of: other, banks: [], language: .chinese)
    }
  }
}
