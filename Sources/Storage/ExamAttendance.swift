import Exams
import Foundation
import GRDB

/// Who was to sit which exam, and what came of it: rehearsals and exams that were cancelled left out.
package struct ExamAttendance: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// One person on the list of one exam.
  package struct Line: Hashable, Sendable {
    /// By the number of its row.
    package var exam: Int64
    package var person: Int64
    /// The unit that the roster of this exam named, by the number of its row; nil for none.
    package var unit: Int64?
    /// Whether the sitting was begun: who did not is absent.
    package var began: Bool
    /// nil without a result.
    package var isPassed: Bool?
    /// Whether the results of the exam are published.
    package var isPublished: Bool

    package init(
      exam: Int64, person: Int64, unit: Int64?, began: Bool, isPassed: Bool?, isPublished: Bool
    ) {
      self.exam = exam
      self.person = person
      self.unit = unit
      self.began = began
      self.isPassed = isPassed
      self.isPublished = isPublished
    }
  }

  /// Whether the results of an exam `x` are published, for SQL.
  static let isPublished = """
    EXISTS (SELECT 1 FROM evidence v WHERE v.candidate_id = 0 AND v.exam_id = x.id
      AND v.kind = 'published')
    """

  /// Whether an exam `x` was cancelled, for SQL.
  static let isCancelled = """
    EXISTS (SELECT 1 FROM evidence v WHERE v.candidate_id = 0 AND v.exam_id = x.id
      AND v.kind = 'cancelled')
    """

  /// Whether an exam `x` counts in figures, for SQL.
  static let counts = "x.is_rehearsal = 0 AND NOT \(isCancelled)"

  /// All lines of exams that count, by exam and candidate.
  ///
  /// - Throws: `StorageFailure`.
  package func lines() throws(StorageFailure) -> [Line] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT c.exam_id, c.person_id, c.unit_id,
            EXISTS (SELECT 1 FROM evidence e WHERE e.candidate_id > 0 AND e.candidate_id = c.id
              AND e.kind = 'began'),
            g.is_passed, \(Self.isPublished)
          FROM exam x JOIN candidate c ON c.exam_id = x.id
          LEFT JOIN exam_grade g ON g.candidate_id = c.id
          WHERE \(Self.counts) ORDER BY c.exam_id, c.id
          """
      ).map {
        Line(
          exam: $0[0], person: $0[1], unit: $0[2], began: $0[3], isPassed: $0[4],
          isPublished: $0[5])
      }
    }
  }

  /// The banks of the questions that stand on the papers of each exam, by code.
  ///
  /// - Throws: `StorageFailure`.
  package func banks() throws(StorageFailure) -> [Int64: Set<String>] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT e.exam_id, b.code FROM exam_question e
          JOIN question q ON q.id = e.question_id JOIN bank b ON b.id = q.bank_id
          """
      ).reduce(into: [:]) { $0[$1[0], default: []].insert($1[1]) }
    }
  }

  /// Whom the entries of a roster mean, in the order of the entries.
  ///
  /// - Throws: `StorageFailure`.
  package func persons(
    _ entrants: [PersonMatch]
  ) throws(StorageFailure) -> [PersonMatch.Outcome] {
    try file.read { db in
      let units = try Row.fetchAll(db, sql: "SELECT code, id FROM organization_unit")
      let numbers = Dictionary(
        units.map { ($0[0] as String, $0[1] as Int64) }, uniquingKeysWith: { $1 })
      var taken: Set<Int64> = []
      return try entrants.map { entrant in
        let unit = entrant.unit.isEmpty ? nil : numbers[entrant.unit.joined(separator: "/")]
        // A unit that nobody knows yet has nobody in it: no row has this number.
        let isUnknown = !entrant.unit.isEmpty && unit == nil
        let outcome = try entrant.outcome(in: db, unit: isUnknown ? -1 : unit, taken: taken)
        if let person = outcome.person { taken.insert(person) }
        return outcome
      }
    }
  }
}
