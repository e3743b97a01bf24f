import Exams
import Foundation
import GRDB
import Learning
import Questions

/// What candidates do: read from the log of evidence and appended to it.
package struct SittingStore: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// Another terminal holds the sitting, or it has ended, or its wave has: nothing was kept.
  package struct Stale: Error, Hashable {
    /// How the sitting stands there.
    package let state: SittingState
    /// Whether its wave has ended or, for a beginning, does not sit.
    package let isClosed: Bool
  }

  /// The events of a candidate, those after a sequence, in order.
  package func events(
    of candidate: Int64, after sequence: Int64 = 0
  ) throws(StorageFailure) -> [SittingEvent] {
    try file.read { db in try Self.events(db, of: candidate, after: sequence) }
  }

  /// The sittings of all candidates of an exam that have any event, by candidate.
  package func states(of exam: Int64) throws(StorageFailure) -> [Int64: SittingState] {
    try file.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT e.candidate_id, e.sequence, e.kind, e.payload, e.utc, e.monotonic, e.boot
          FROM candidate c JOIN evidence e ON e.candidate_id = c.id AND e.candidate_id > 0
          WHERE c.exam_id = ? ORDER BY e.sequence
          """, arguments: [exam])
      var states: [Int64: SittingState] = [:]
      while let row = try rows.next() {
        guard let fact = SittingCoding.fact(kind: row[2], payload: row[3]) else { continue }
        states[row[0], default: SittingState()].take(
          SittingEvent(
            sequence: row[1], moment: Moment(utc: row[4], monotonic: row[5], boot: row[6]),
            fact: fact))
      }
      return states
    }
  }

  static func events(
    _ db: Database, of candidate: Int64, after sequence: Int64
  ) throws -> [SittingEvent] {
    let rows = try BoundStatement(
      cachedBy: db,
      """
      SELECT sequence, kind, payload, utc, monotonic, boot FROM evidence
      WHERE candidate_id = ?1 AND candidate_id > 0 AND sequence > ?2 ORDER BY sequence
      """)
    rows.bind(1, candidate)
    rows.bind(2, sequence)
    var events: [SittingEvent] = []
    while try rows.next() {
      guard let fact = SittingCoding.fact(kind: rows.string(1), payload: rows.string(2)) else {
        continue
      }
      events.append(
        SittingEvent(
          sequence: rows.integer(0),
          moment: Moment(
            utc: rows.integer(3), monotonic: rows.integer(4), boot: rows.string(5)), fact: fact))
    }
    return events
  }

  /// Appends a fact to a sitting, in one commit, and brings `state` up to what is on record. Nothing is
  /// appended to a sitting whose wave has ended.
  ///
  /// - Parameters:
  ///   - state: as it was last seen; what others did meanwhile (time given back) is taken into it first.
  ///   - allows: asked within the commit, with the state as it is then, whether the fact may be kept.
  ///   - grade: told with the end of a sitting, in the same commit.
  /// - Throws: `Stale` where `allows` says no or the wave has ended, for a beginning where it does not sit;
  ///   `StorageFailure`.
  package func append(
    _ fact: SittingFact, to state: inout SittingState, candidate: StoredCandidate,
    at moment: Moment, by account: Int64 = 0, grade: ((SittingState) -> PaperGrade)? = nil,
    allows: (SittingState) -> Bool
  ) throws {
    var known = state
    var isClosed = false
    let outcome: SittingState? = try file.writeInTurn { db in
      for event in try Self.events(db, of: candidate.id, after: known.sequence) {
        known.take(event)
      }
      isClosed =
        if case .began = fact {
          try ExamStore.state(db, of: candidate.exam).openWave != candidate.seat.wave
        } else {
          try ExamStore.isClosed(db, wave: candidate.seat.wave, of: candidate.exam)
        }
      guard !isClosed, allows(known) else { return nil }
      let (kind, payload) = SittingCoding.entry(of: fact)
      func append(_ kind: String, _ payload: String) throws -> EvidenceEntry {
        try EvidenceStore.append(
          EvidenceEntry.Act(
            kind: kind, exam: candidate.exam, candidate: candidate.id, payload: payload,
            moment: moment, account: account), to: db)
      }
      let entry = try append(kind, payload)
      // Whoever lets a candidate go on elsewhere lets the ticket be tried there.
      if case .released = fact { try ExamStore.endTicketWait(db, of: candidate.id) }
      var next = known
      next.take(SittingEvent(sequence: entry.sequence, moment: moment, fact: fact))
      if let grade = grade?(next) {
        _ = try append("graded", ExamCoding.grade(grade))
        try Self.keep(grade, of: candidate.id, at: moment.utc, in: db)
      }
      return next
    }
    guard let outcome else {
      state = known
      throw Stale(state: known, isClosed: isClosed)
    }
    state = outcome
  }

  private static func keep(
    _ grade: PaperGrade, of candidate: Int64, at now: Int64, in db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO exam_grade (candidate_id, score, full_score, pass_mark, is_passed, sections, graded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        candidate, grade.score.hundredths, grade.full.hundredths, grade.passMark.hundredths,
        grade.isPassed, ExamCoding.grade(grade), now,
      ])
  }

  /// The moments that tell how much time has passed since an entry of the log: that entry, and the first
  /// and the last of each boot of the computer since.
  package func anchors(since opening: Moment) throws(StorageFailure) -> [Moment] {
    try file.read { db in
      let later = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT utc, monotonic, boot FROM evidence WHERE sequence IN (
              SELECT min (sequence) FROM evidence WHERE sequence >= ?1 GROUP BY boot
              UNION SELECT max (sequence) FROM evidence WHERE sequence >= ?1 GROUP BY boot)
            ORDER BY sequence
            """), arguments: [try Self.sequence(db, of: opening)]
      ).map { Moment(utc: $0[0], monotonic: $0[1], boot: $0[2]) }
      return [opening] + later
    }
  }

  private static func sequence(_ db: Database, of opening: Moment) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT min (sequence) FROM evidence
          WHERE kind = 'opened' AND utc = ? AND monotonic = ? AND boot = ?
          """), arguments: [opening.utc, opening.monotonic, opening.boot]) ?? 1
  }

  /// The results that were counted, by candidate: score, full marks, pass mark, and how.
  package func grades(of exam: Int64) throws(StorageFailure) -> [Int64: StoredGrade] {
    try file.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT g.candidate_id, g.score, g.full_score, g.pass_mark, g.is_passed, g.sections
          FROM exam_grade g JOIN candidate c ON c.id = g.candidate_id WHERE c.exam_id = ?
          """, arguments: [exam])
      return Dictionary(
        uniqueKeysWithValues: rows.map { row in
          (
            row[0] as Int64,
            StoredGrade(
              score: Score(hundredths: row[1]), full: Score(hundredths: row[2]),
              passMark: Score(hundredths: row[3]), isPassed: row[4], text: row[5])
          )
        })
    }
  }
}

/// A result as it was counted.
package struct StoredGrade: Hashable, Sendable {
  package var score: Score
  package var full: Score
  package var passMark: Score
  package var isPassed: Bool
  /// As `ExamCoding.grade` wrote it.
  package var text: String
}

extension SittingStore {
  /// Appends a fact for each of these candidates who has not ended and whose wave has not, begun or not, in
  /// one commit.
  ///
  /// - Returns: to how many.
  /// - Throws: `StorageFailure`.
  package func appendToAll(
    _ fact: SittingFact, candidates: [StoredCandidate], at moment: Moment, by account: Int64
  ) throws(StorageFailure) -> Int {
    let (kind, payload) = SittingCoding.entry(of: fact)
    return try file.writeInTurn { db in
      var count = 0
      for candidate in candidates {
        let state = SittingState(try Self.events(db, of: candidate.id, after: 0))
        guard state.end == nil,
          try !ExamStore.isClosed(db, wave: candidate.seat.wave, of: candidate.exam)
        else { continue }
        try EvidenceStore.append(
          EvidenceEntry.Act(
            kind: kind, exam: candidate.exam, candidate: candidate.id, payload: payload,
            moment: moment, account: account), to: db)
        count += 1
      }
      return count
    }
  }
}
