import Text

/// The rules of one type of question.
package protocol QuestionType: Sendable {
  /// Stable name, stored with questions.
  var id: String { get }
  /// What people call it: headings, screens.
  var name: Wording { get }
  /// Names under which a bank file may announce it, lower case; the first of a language is
  /// canonical.
  var headings: [String] { get }
  /// How it is answered: decides what a screen asks for and what a key may be.
  var form: AnswerForm { get }
  /// What breaks the rules of the type in this question.
  func problems(of question: Question) -> [QuestionProblem]
  /// How a response stands against the key.
  func grade(_ response: Response, of question: Question) -> Grade
  /// The marks that a grade earns of `full` marks.
  func score(_ grade: Grade, full: Score, rule: ScoringRule) -> Score
}

extension QuestionType {
  /// Full marks, the share of the parts, or nothing; deductions for a wrong answer.
  package func score(_ grade: Grade, full: Score, rule: ScoringRule) -> Score {
    switch grade.verdict {
    case .blank: .zero
    case .right: full
    case .partial: full.share(grade.hits, of: grade.total)
    case .wrong: Score(hundredths: -rule.deduction.hundredths)
    }
  }
}
