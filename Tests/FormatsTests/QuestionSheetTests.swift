import Documents
import Questions
import TestKit
import Testing
import Text

@testable import Formats

/// A question's text, field by field.
@Suite struct QuestionSheetTests {
  private static let questions: [Question] =
    (try? [
      SampleBank.single("Q1"), SampleBank.multiple("Q2"), SampleBank.truth("Q3"),
      SampleBank.fillIn("Q4"), SampleBank.short("Q5"),
      waived(SampleBank.single("Q6", stem: "[多选] 不是标签\n答案：也不是栏目")),
    ]) ?? []

  private static func waived(_ question: Question) -> Question {
    var question = question
    question.use = .practice
    question.order = .fixed
    question.waivers = [Waiver(rule: "same-question", reason: "甲；乙")]
    return question
  }

  private func read(_ sheet: QuestionSheet, in language: Language) throws -> Question? {
    var header = try SampleBank.header()
    header.language = language
    var writer = MingfaText.Writer(language: language)
    writer.write(header)
    let text = writer.text + sheet.text
    let found = MingfaText().bank(in: try TextSource(bytes: text.utf8, name: "sheet"))
    let items = found.bank?.chapters.flatMap(\.items) ?? []
    return items.count == 1 ? items[0].questions.first : nil
  }

  @Test(arguments: questions.indices, [Language.chinese, .english])
  func `what was cut into fields reads back the same`(index: Int, language: Language) throws {
    #expect(Self.questions.count == 6)
    let question = Self.questions[index]
    #expect(try read(QuestionSheet(question, in: language), in: language) == question)
  }

  @Test(arguments: [
    "答案：B", "2. 又一题", "B. 又一项", "# 又一章", "案例完", "【依据】《民法典》第一条", "---",
  ])
  func `no text of a field changes another one`(line: String) throws {
    let question = Self.questions[0]
    var sheet = QuestionSheet(question, in: .chinese)
    sheet.set("一行\n\(line)", at: .field(.explanation))
    var changed = question
    changed.rationale = Rationale("一行\n\(line)")
    #expect(try read(sheet, in: .chinese) == changed)
    sheet.set("一行    B. 又一项", at: .option(0))
    changed.options[0].text = "一行 B. 又一项"
    #expect(try read(sheet, in: .chinese) == changed)
  }

  @Test(arguments: [
    ("题干", QuestionSheet.Place.stem), ("STEM", .stem), ("题型", .type), ("a", .option(0)),
    ("H", .option(7)), ("答案", .field(.answer)), ("Answer", .field(.answer)),
    ("正确答案", .field(.answer)), (" 法条 ", .field(.basis)), ("tags", .field(.tags)),
  ])
  func `a field has the names of the format`(name: String, place: QuestionSheet.Place) {
    #expect(QuestionSheet.place(named: name) == place)
  }

  @Test(arguments: ["", "I", "AB", "案例", "选项", "第1题"])
  func `no other name means a field`(name: String) {
    #expect(QuestionSheet.place(named: name) == nil)
  }

  @Test func `each line of the text belongs to a field`() {
    var sheet = QuestionSheet(Self.questions[4], in: .chinese)
    sheet.set("- 甲\n- 乙", at: .field(.answer))
    let places = sheet.text.split(separator: "\n").indices.map { sheet.place(atLine: $0) }
    #expect(
      places == [
        .stem, .field(.answer), .field(.answer), .field(.answer), .field(.code),
      ])
    #expect(sheet.place(atLine: places.count) == nil)
  }
}
