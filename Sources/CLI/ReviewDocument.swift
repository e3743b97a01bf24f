import Questions
import Text
import Workflows

/// What `mingfa bank review --format json` prints.
struct ReviewDocument: Encodable {
  struct Decision: Encodable {
    var verdict: String
    var reviewer: String
    var reason: String
    /// UTC, milliseconds since 1970.
    var decided: Int64
  }
  struct Touched: Encodable {
    var bank: String
    var question: String
    var version: Int
    var citation: String
    var change: String
    var review: String
    var decisions: [Decision]
    /// Whether a mend is proposed.
    var mend: Bool
  }
  struct Change: Encodable {
    var statute: String
    var old: String
    var new: String
    var effective: String?
    var inForce: Bool
    var kind: String
    var questions: [Touched]
  }
  struct Objection: Encodable {
    var number: Int64
    var bank: String
    var question: String
    var reason: String
  }
  struct Waiting: Encodable {
    var bank: String
    var question: String
    var version: Int
    var state: String
  }

  var schema = "mingfa.bank-review/1"
  var changes: [Change]
  var objections: [Objection]
  var waiting: [Waiting]

  init(_ queue: ReviewQueue) {
    changes =
      queue.changes.map { Self.change($0, inForce: true) }
      + queue.later.map { Self.change($0, inForce: false) }
    objections = queue.objections.map {
      Objection(
        number: $0.objection.id, bank: $0.objection.bankCode, question: $0.objection.questionCode,
        reason: $0.objection.reason)
    }
    waiting = queue.waiting.map {
      Waiting(
        bank: $0.question.bankCode, question: $0.question.question.code.text,
        version: $0.question.number,
        state: $0.question.question.state.word)
    }
  }

  private static func change(_ change: ReviewQueue.Change, inForce: Bool) -> Change {
    Change(
      statute: change.statute.short, old: change.old.iso, new: change.new.iso,
      effective: change.effective?.iso, inForce: inForce, kind: change.kind.rawValue,
      questions: change.questions.compactMap(touched))
  }

  private static func touched(_ touched: ReviewQueue.Touched) -> Touched? {
    guard case .amendment(let place) = touched.flag.cause else { return nil }
    let review =
      switch touched.flag.review {
      case .undecided: "undecided"
      case .toConfirm: "unconfirmed"
      case .toMend: "mend"
      case .settled: "settled"
      }
    return Touched(
      bank: touched.question.bankCode, question: touched.question.question.code.text,
      version: touched.question.number, citation: place.citation.text(in: .chinese),
      change: place.change.rawValue, review: review,
      decisions: touched.flag.decisions.map {
        Decision(
          verdict: $0.verdict.rawValue, reviewer: $0.reviewer, reason: $0.reason,
          decided: $0.decidedAt)
      }, mend: touched.mend != nil)
  }
}
