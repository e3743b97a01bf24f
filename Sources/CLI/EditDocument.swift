import Formats
import Questions
import Storage
import Text
import Workflows

/// What `mingfa bank edit` and `add` print with `--format json`.
struct EditDocument: Encodable {
  struct Problem: Encodable {
    var severity: String
    var rule: String
    /// Of the text that was given; nil where it is a field's.
    var line: Int?
    var message: String
  }
  struct Change: Encodable {
    var version: Int
    var before: String?
    var after: String
    var cause: String
    var reviewer: String?
    var reason: String
    /// UTC, milliseconds since 1970.
    var made: Int64
  }

  var schema = "mingfa.bank-edit/1"
  var bank: String
  var question: String?
  var outcome: String
  var version: Int?
  /// Whether learners are asked it again.
  var due = false
  var problems: [Problem] = []
  var history: [Change]?

  /// A version that was saved.
  init(_ stored: StoredQuestion, _ judgement: EditQuestion.Judgement) {
    bank = stored.bankCode
    question = stored.question.code.text
    outcome = Self.name(of: stored.question.state)
    version = stored.number
    due = judgement.isDue && stored.question.state == .ready
    problems = judgement.problems.map(Self.problem)
  }

  /// Anything else that came of it.
  init(_ edited: EditedQuestion, outcome: String) {
    bank = edited.header.id
    question = edited.code.text
    self.outcome = outcome
  }

  /// What was refused.
  init(bank: String, code: String?, problems: [ReadProblem]) {
    self.bank = bank
    question = code
    outcome = "refused"
    self.problems = problems.map(Self.problem)
  }

  /// What was done before.
  init(_ edited: EditedQuestion, history: [RevisionStore.Transition]) {
    bank = edited.header.id
    question = edited.code.text
    outcome = "history"
    version = edited.before?.number
    self.history = history.map {
      Change(
        version: $0.version, before: $0.before.map(Self.name), after: Self.name(of: $0.after),
        cause: $0.cause, reviewer: $0.reviewer, reason: $0.reason, made: $0.madeAt)
    }
  }

  /// A state as it is printed.
  static func name(of state: QuestionState) -> String { state.wording.en.lowercased() }

  private static func problem(_ problem: ReadProblem) -> Problem {
    Problem(
      severity: problem.severity == .error ? "error" : "warning", rule: problem.fact.rule,
      line: problem.position?.line, message: problem.text(in: Spoken.language))
  }
}
