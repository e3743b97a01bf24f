import Learning
import Questions
import Storage
import TestKit
import Testing

@testable import Exams

/// Two programs mark the same papers: the one that gives the marks, and the one that audits them.
@Suite struct PaperRecountTests {
  private static let rules = ["all", "half", "option:50", "all-25", "half-100", "option:150-50"]
  private static let words = ["登记", "不登记", "十八周岁", "18 周岁", "", "三个月", "３个月"]

  @Test(arguments: 0..<60)
  func `a recount comes to the marks that were given`(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed, purpose: 3)
    let kinds = QuestionKind.all
    let sections = try kinds.map { kind in
      ExamPaper.Section(
        kind: kind, points: Score(hundredths: [100, 150, 333, 1000][chance.below(4)]),
        floor: chance.below(2) == 0 ? .zero : nil,
        lines: try (0..<5).map { number in
          ExamPaper.Line(
            question: PaperQuestion(
              ref: QuestionRef(question: Int64(number), version: 1), bank: "b",
              question: try Self.question(kind, number, &chance), passage: nil, editions: []),
            rule: ScoringRule(stored: Self.rules[chance.below(Self.rules.count)])
              ?? .allOrNothing)
        })
    }
    let paper = ExamPaper(code: "A", sections: sections)
    let recount = try #require(PaperRecount(PaperCoding.bytes(of: paper)))
    for _ in 0..<20 {
      var responses: [Int: Response] = [:]
      var answers: [Int: AuditValue] = [:]
      for (number, line) in paper.lines.enumerated() where chance.below(5) > 0 {
        let response = Self.response(line.question.question, &chance)
        responses[number] = response
        let payload = SittingCoding.entry(of: .answered(line: number, response)).payload
        answers[number] = AuditValue(Array(payload.utf8))?["response"]
      }
      let grade = PaperGrade(of: paper, responses: responses, passMark: .zero)
      let parts = recount.parts(answers)
      #expect(PaperRecount.score(parts) == grade.score.hundredths)
      #expect(recount.full == grade.full.hundredths)
      #expect(
        parts.map(\.numbers)
          == grade.sections.map {
            [$0.score.hundredths, $0.full.hundredths, $0.questions, $0.answered, $0.right]
          })
    }
  }

  private static func question(
    _ kind: QuestionKind, _ number: Int, _ chance: inout SeededGenerator
  ) throws -> Question {
    let options = SampleBank.options(["甲", "乙", "丙", "丁"])
    func some() -> [OptionID] { options.map(\.id).filter { _ in chance.below(2) == 0 } }
    let key: Key =
      switch kind.type.form {
      case .truth: .truth(chance.below(2) == 0)
      case .options(let several):
        .options(several ? Set(some() + [options[0].id]) : [options[chance.below(4)].id])
      case .blanks: .blanks([["登记"], ["十八周岁", "成年"]])
      case .text:
        .points([
          KeyPoint(wording: "登记"), KeyPoint(wording: "三个月内提出", forms: [["三个月"], ["期限", "提出"]]),
        ])
      }
    return Question(
      code: try SampleBank.code("Q\(number)"), kind: kind, stem: "____和____", options: options,
      key: key, citations: [], rationale: Rationale([]), difficulty: .medium, level: .apply,
      topics: [])
  }

  private static func response(_ question: Question, _ chance: inout SeededGenerator) -> Response {
    func word() -> String { words[chance.below(words.count)] }
    switch question.key {
    case .truth: return .truth(chance.below(2) == 0)
    case .options(let right):
      if chance.below(3) == 0 { return .options(right) }
      return .options(Set(question.options.map(\.id).filter { _ in chance.below(2) == 0 }))
    case .blanks: return .blanks((0..<chance.below(4)).map { _ in word() })
    case .points: return .text((0..<3).map { _ in word() }.joined(separator: "，"))
    }
  }
}
