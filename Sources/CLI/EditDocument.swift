import Questions
import Text
import Workflows

/// What `mingfa bank edit` and `mingfa bank add` print with `--format json`.
struct EditDocument: Encodable {
  /// Which of the two prints it.
  enum Command: String {
    case edit = "mingfa.bank-edit/1"
    case add = "mingfa.bank-add/1"
  }
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

  var schema: String
  var bank: String
  var question: String?
  var outcome: String
  var version: Int?
  /// Whether learners are asked it again.
  var due = false
  var problems: [Problem] = []
  var history: [Change]?

  /// A version that was saved.
  init(_ command: Command, _ stored: StoredQuestion, _ judgement: EditQuestion.Judgement) {
    schema = command.rawValue
    bank = stored.bankCode
    question = stored.question.code.text
    outcome = stored.question.state.word
    version = stored.number
    due = judgement.isDue && stored.question.state == .ready
    problems = judgement.problems.map(Self.problem)
  }

  /// Anything else that came of it.
  init(_ edited: EditedQuestion, outcome: String) {
    schema = Command.edit.rawValue
    version = edited.before?.number
    bank = edited.header.id
    question = edited.code.text
    self.outcome = outcome
  }

  /// What was refused.
  init(
    _ command: Command, bank: String, code: String?, version: Int? = nil, problems: [ReadProblem]
  ) {
    schema = command.rawValue
    self.bank = bank
    question = code
    self.version = version
    outcome = "refused"
    self.problems = problems.map(Self.problem)
  }

  /// What was done before.
  init(_ edited: EditedQuestion, history: [StateTransition]) {
    self.init(edited, outcome: "history")
    self.history = history.map {
      Change(
        version: $0.version, before: $0.before?.word, after: $0.after.word,
        cause: $0.cause, reviewer: $0.reviewer, reason: $0.reason, made: $0.madeAt)
    }
  }

  private static func problem(_ problem: ReadProblem) -> Problem {
    Problem(
      severity: problem.severity == .error ? "error" : "warning", rule: problem.fact.rule,
      line: problem.position?.line, message: problem.text(in: Spoken.language))
  }
}
