import GRDB

/// Questions that are held back: they stand on the papers of an exam whose results are not out, unless it was
/// cancelled. This is the one place that says which. Practice never meets them, since they have no `item` meanwhile (see
/// `BankOrder.renumber`); whoever asks for a question by its number or code looks here.
package struct HeldQuestions: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// A question by its bank and code.
  package struct Name: Hashable, Sendable {
    package var bank: String
    package var code: String

    package init(bank: String, code: String) {
      self.bank = bank
      self.code = code
    }
  }

  /// Whether an exam `x` holds the questions of its papers back, for SQL. A rehearsal holds back nothing.
  private static let examHolds = """
    x.hides_questions = 1 AND \(ExamAttendance.counts) AND NOT \(ExamAttendance.isPublished)
    """

  /// Whether question `q` is held back, for SQL: one look-up in an index where it stands on no paper.
  static let condition = """
    EXISTS (SELECT 1 FROM exam_question h JOIN exam x ON x.id = h.exam_id
      WHERE h.question_id = q.id AND \(examHolds))
    """

  /// The numbers of all.
  ///
  /// - Throws: `StorageFailure`.
  package func questions() throws(StorageFailure) -> Set<Int64> {
    try file.read { db in try Self.questions(db) }
  }

  static func questions(_ db: Database) throws -> Set<Int64> {
    let statement = try db.cachedStatement(
      sql: """
        SELECT h.question_id FROM exam x JOIN exam_question h ON h.exam_id = x.id
        WHERE \(examHolds)
        """)
    return Set(try Int64.fetchAll(statement))
  }

  /// The names of all.
  ///
  /// - Throws: `StorageFailure`.
  package func names() throws(StorageFailure) -> Set<Name> {
    try file.read { db in
      Set(
        try Row.fetchAll(
          db,
          sql: """
            SELECT b.code, q.code FROM exam x JOIN exam_question h ON h.exam_id = x.id
            JOIN question q ON q.id = h.question_id JOIN bank b ON b.id = q.bank_id
            WHERE \(Self.examHolds)
            """
        ).map { Name(bank: $0[0], code: $0[1]) })
    }
  }

  /// The codes of the exams that hold a question back, the oldest first; empty where none does.
  ///
  /// - Throws: `StorageFailure`.
  package func exams(holding question: Int64) throws(StorageFailure) -> [String] {
    try file.read { db in
      try String.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT x.code FROM exam_question h JOIN exam x ON x.id = h.exam_id
            WHERE h.question_id = ? AND \(Self.examHolds) ORDER BY x.id
            """), arguments: [question])
    }
  }

  /// Whether a question is held back.
  ///
  /// - Throws: `StorageFailure`.
  package func holds(_ question: Int64) throws(StorageFailure) -> Bool {
    try !exams(holding: question).isEmpty
  }

  /// How many questions of a bank are held back, and the codes of the exams that do, the oldest first.
  ///
  /// - Throws: `StorageFailure`.
  package func count(
    inBank bank: Int64
  ) throws(StorageFailure) -> (questions: Int, exams: [String]) {
    try file.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT x.code, h.question_id FROM exam x JOIN exam_question h ON h.exam_id = x.id
          JOIN question q ON q.id = h.question_id
          WHERE q.bank_id = ? AND \(Self.examHolds) ORDER BY x.id
          """, arguments: [bank])
      var exams: [String] = []
      for row in rows where !exams.contains(row[0]) { exams.append(row[0]) }
      return (Set(rows.map { $0[1] as Int64 }).count, exams)
    }
  }

  /// Takes the questions of an exam out of practice, or lets them back: to be called with whatever makes an
  /// exam, publishes its results or cancels it, in the same commit.
  static func settle(_ db: Database, exam: Int64) throws {
    let banks = try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT q.bank_id FROM exam x JOIN exam_question h ON h.exam_id = x.id
        JOIN question q ON q.id = h.question_id
        WHERE x.id = ? AND x.hides_questions = 1 AND x.is_rehearsal = 0
        """, arguments: [exam])
    for bank in banks { try BankOrder.renumber(db, bank: bank) }
  }
}
