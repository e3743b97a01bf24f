import Exams
import Foundation
import Learning
import Questions
import Statutes

/// A frozen form as bytes: JSON, field by field in one order, so that the same form is always the same
/// bytes and has one digest.
package enum PaperCoding {
  /// The form cannot be read: it is not of this layout.
  package struct Malformed: Error {}

  /// The bytes of a form.
  package static func bytes(of paper: ExamPaper) -> [UInt8] {
    var bytes: [UInt8] = []
    func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }
    func string(_ text: String) { ContentCoding.append(json: text, to: &bytes) }
    raw("{\"code\":")
    string(paper.code)
    // As text, since it needs all 64 bits.
    if let seed = paper.seed { raw(",\"seed\":\"\(seed)\"") }
    raw(",\"sections\":[")
    for (place, section) in paper.sections.enumerated() {
      raw(place > 0 ? ",{" : "{")
      if let kind = section.kind { raw("\"kind\":\"\(kind.id)\",") }
      raw("\"points\":\(section.points.hundredths)")
      if let floor = section.floor { raw(",\"floor\":\(floor.hundredths)") }
      raw(",\"lines\":[")
      for (number, line) in section.lines.enumerated() {
        raw(number > 0 ? ",{" : "{")
        append(line.question, rule: line.rule, to: &bytes)
        raw("}")
      }
      raw("]}")
    }
    raw("]}")
    return bytes
  }

  private static func append(_ item: PaperQuestion, rule: ScoringRule, to bytes: inout [UInt8]) {
    func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }
    func string(_ name: String, _ text: String) {
      raw(",\"\(name)\":")
      ContentCoding.append(json: text, to: &bytes)
    }
    let question = item.question
    raw("\"question\":\(item.ref.question),\"version\":\(item.ref.version)")
    string("bank", item.bank)
    string("code", question.code.text)
    string("kind", question.kind.id)
    string("rule", rule.stored)
    string("stem", question.stem)
    raw(",\"options\":")
    ContentCoding.append(question.options, to: &bytes)
    raw(",\"key\":")
    ContentCoding.append(question.key, to: &bytes)
    raw(",\"order\":\(question.order.rawValue)")
    string(
      "citations", CitationText.print(question.citations, in: .chinese))
    var rationale: [UInt8] = []
    ContentCoding.append(question.rationale, to: &rationale)
    string("rationale", String(decoding: rationale, as: UTF8.self))
    if let passage = item.passage {
      string("case", passage.code.text)
      string("passage", passage.text)
    }
    raw(",\"editions\":[")
    for (place, edition) in item.editions.enumerated() {
      raw(place > 0 ? ",[" : "[")
      ContentCoding.append(json: edition.title.short, to: &bytes)
      raw(",")
      ContentCoding.append(json: edition.original.short, to: &bytes)
      raw(",\"\(edition.date.iso)\"]")
    }
    raw("]")
  }

  /// Reads the bytes of a form.
  ///
  /// - Throws: `Malformed`.
  package static func paper(from bytes: [UInt8]) throws(Malformed) -> ExamPaper {
    do {
      let stored = try JSONText(String(decoding: bytes, as: UTF8.self))
      return ExamPaper(
        code: try text(stored["code"]),
        sections: try list(stored["sections"]).map { section in
          ExamPaper.Section(
            kind: try section["kind"].flatMap { QuestionKind(id: try $0.text()) },
            points: Score(hundredths: try number(section["points"])),
            floor: try section["floor"].map { Score(hundredths: try $0.number()) },
            lines: try list(section["lines"]).map { try line($0) })
        }, seed: try stored["seed"].flatMap { UInt64(try $0.text()) })
    } catch {
      throw Malformed()
    }
  }

  private static func line(_ stored: JSONText) throws -> ExamPaper.Line {
    guard let code = QuestionCode(try text(stored["code"])),
      let kind = QuestionKind(id: try text(stored["kind"])),
      let rule = ScoringRule(stored: try text(stored["rule"])),
      let order = OptionOrder(rawValue: try number(stored["order"]))
    else { throw Malformed() }
    let written = try text(stored["citations"])
    let options = try list(stored["options"]).map { pair in
      let parts = try pair.list()
      guard parts.count == 2 else { throw Malformed() }
      return AnswerOption(id: OptionID(try parts[0].number()), text: try parts[1].text())
    }
    guard let key = stored["key"] else { throw Malformed() }
    let question = Question(
      code: code, kind: kind, stem: try text(stored["stem"]), options: options,
      key: try ContentCoding.key(from: key), order: order, rule: rule,
      citations: written.isEmpty ? [] : (try? CitationText.read(written).get()) ?? [],
      rationale: ContentCoding.rationale(from: try text(stored["rationale"])))
    let passage = try stored["case"].flatMap { QuestionCode(try $0.text()) }.map { code in
      Passage(code: code, text: try text(stored["passage"]))
    }
    let editions = try list(stored["editions"]).map { edition in
      let parts = try edition.list()
      guard parts.count == 3, let date = CalendarDate(iso: try parts[2].text()[...]) else {
        throw Malformed()
      }
      return Edition(
        title: StatuteTitle(try parts[0].text()), original: StatuteTitle(try parts[1].text()),
        date: date)
    }
    return ExamPaper.Line(
      question: PaperQuestion(
        ref: QuestionRef(
          question: Int64(try number(stored["question"])),
          version: Int64(try number(stored["version"]))),
        bank: try text(stored["bank"]), question: question, passage: passage, editions: editions),
      rule: rule)
  }

  private static func text(_ value: JSONText?) throws -> String {
    guard let value else { throw Malformed() }
    return try value.text()
  }

  private static func number(_ value: JSONText?) throws -> Int {
    guard let value else { throw Malformed() }
    return try value.number()
  }

  private static func list(_ value: JSONText?) throws -> [JSONText] {
    guard let value else { throw Malformed() }
    return try value.list()
  }
}
