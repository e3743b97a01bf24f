import GRDB
import Learning
import Questions

/// Where an attempt was left, without what was answered and shown in it: enough to say what comes next.
package struct LeftAttempt: Sendable {
  /// How it was opened; without the terms of a mock exam.
  package let opening: AttemptOpening
  /// Which questions came, and which have an answer that stands.
  package let state: AttemptState
  /// Milliseconds that a mock exam may take; nil for practice and without a limit.
  package let limit: Int64?
}

extension PracticeStore {
  /// Where an attempt was left. SQLite reads the few fields that it takes: at home this is done for all
  /// that is open, and to begin decoding JSON alone takes longer than that.
  ///
  /// - Throws: `StorageFailure.missing` where there is no such attempt.
  package func left(_ attempt: OpenAttempt) throws(StorageFailure) -> LeftAttempt {
    try file.read { db in
      let id = attempt.id.number
      guard
        let row = try Row.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT seed, chapter, json_extract (plan, '$.kind'), json_extract (terms, '$.limit')
              FROM attempt WHERE id = ?
              """), arguments: [id])
      else { throw StorageFailure.missing(.attempt(id)) }
      let banks = try Int64.fetchAll(
        db.cachedStatement(
          sql: "SELECT bank_id FROM attempt_bank WHERE attempt_id = ? ORDER BY bank_id"),
        arguments: [id])
      let opening = AttemptOpening(
        mode: attempt.mode, plan: try Self.plan(db, of: id, kind: row[2]),
        seed: UInt64(bitPattern: row[0] as Int64), banks: banks, chapter: row[1],
        moment: attempt.opened)
      return LeftAttempt(
        opening: opening, state: AttemptState(try Self.outline(db, of: id)), limit: row[3])
    }
  }

  private static func plan(_ db: Database, of id: Int64, kind: String) throws -> ItemPlan {
    if kind == "list" {
      let list = try numbers(
        db, "SELECT e.value FROM attempt a, json_each (a.plan, '$.list') e", id)
      return .listed(
        stride(from: 0, to: list.count - 1, by: 2).map {
          QuestionRef(question: list[$0], version: list[$0 + 1])
        })
    }
    let values = try numbers(
      db,
      """
      SELECT e.value FROM attempt a, json_each (a.plan, '$.slices') s, json_each (s.value) e
      """, id)
    let slices = stride(from: 0, to: values.count - 2, by: 3).map {
      BankSlice(bank: values[$0], first: Int(values[$0 + 1]), count: Int(values[$0 + 2]))
    }
    return kind == "shuffle" ? .shuffled(slices) : .inOrder(slices)
  }

  private static func numbers(_ db: Database, _ select: String, _ id: Int64) throws -> [Int64] {
    let row = try BoundStatement(cachedBy: db, select + " WHERE a.id = ?1")
    row.bind(1, id)
    var numbers: [Int64] = []
    while try row.next() { numbers.append(row.integer(0)) }
    return numbers
  }

  /// The steps that say where an attempt stands; any answer stands for that which was given.
  private static func outline(_ db: Database, of id: Int64) throws -> [Step] {
    let row = try BoundStatement(
      cachedBy: db,
      """
      SELECT sequence, CASE kind WHEN 'start' THEN 1 WHEN 'answer' THEN 2 WHEN 'skip' THEN 3
          WHEN 'move' THEN 4 WHEN 'undo' THEN 5 END, question_id, version_id, verdict,
        CASE kind WHEN 'start' THEN json_extract (payload, '$.index')
          WHEN 'undo' THEN json_extract (payload, '$.sequence')
          WHEN 'answer' THEN payload LIKE '%"response":{}%' END
      FROM step WHERE attempt_id = ?1 ORDER BY sequence
      """)
    row.bind(1, id)
    let moment = Moment(utc: 0, monotonic: 0, boot: "")
    var steps: [Step] = []
    while try row.next() {
      guard let kind = row.number(1), let question = row.number(2) else { continue }
      let ref = QuestionRef(question: question, version: row.integer(3))
      let detail = Int(row.integer(5))
      let fact: StepFact
      switch kind {
      case 1: fact = .start(ref, index: detail, optionOrder: [])
      case 2:
        let verdict = Grade.Verdict(rawValue: Int(row.integer(4))) ?? .blank
        fact = .answer(
          ref, detail == 1 ? .blank : .text(""), Grade(verdict: verdict, hits: 0, total: 0))
      case 3: fact = .skip(ref)
      case 4: fact = .move(ref)
      default: fact = .undo(ref, sequence: detail)
      }
      steps.append(Step(sequence: Int(row.integer(0)), moment: moment, fact: fact))
    }
    return steps
  }
}
