import GRDB
import Learning
import Questions

/// Finds questions by words.
package struct QuestionSearch: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// A question that was found.
  package struct Hit: Hashable, Sendable {
    package let ref: QuestionRef
    package let bankCode: String
    package let bankTitle: String
    package let code: String
    package let chapter: String
    package let stem: String
    package let state: QuestionState
  }

  /// The questions in which every word stands: in passage, stem, options, explanation, topics or code;
  /// in the order of the banks.
  ///
  /// The texts are read from end to end: an index of three-letter pieces, which SQLite has, does not find
  /// words of two characters, and most words of Chinese law have two.
  ///
  /// - Parameters:
  ///   - bank: this bank only.
  ///   - limit: so many at most.
  ///   - onlyPractice: only those that practice may ask.
  ///   - withHeld: those, too, that are held back for an exam.
  package func find(
    _ words: [String], bank: Int64?, limit: Int, onlyPractice: Bool = false,
    withHeld: Bool = false
  ) throws(StorageFailure) -> [Hit] {
    let patterns = words.map { "%" + Self.escaped($0) + "%" }
    let condition = patterns.map { _ in
      """
      (v.stem LIKE ? ESCAPE '\\' OR v.options LIKE ? ESCAPE '\\' OR q.rationale LIKE ? ESCAPE '\\'
        OR q.topics LIKE ? ESCAPE '\\' OR q.code LIKE ? ESCAPE '\\' OR p.body LIKE ? ESCAPE '\\')
      """
    }.joined(separator: " AND ")
    var values: [(any DatabaseValueConvertible)?] = [bank, bank, onlyPractice, withHeld]
    for pattern in patterns { values += Array(repeating: pattern, count: 6) }
    values.append(limit)
    return try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT q.id, v.id, b.code, b.title, q.code, c.title, v.stem, v.state
          FROM question q JOIN question_version v ON v.id = q.version_id
          JOIN bank b ON b.id = q.bank_id JOIN chapter c ON c.id = q.chapter_id
          LEFT JOIN passage_version p ON p.id = v.passage_version_id
          WHERE (? IS NULL OR q.bank_id = ?) AND (NOT ? OR q.item IS NOT NULL)
            AND (? OR NOT \(HeldQuestions.condition)) AND \(condition)
          ORDER BY q.bank_id, q.place, q.part LIMIT ?
          """, arguments: StatementArguments(values)
      ).map {
        Hit(
          ref: QuestionRef(question: $0[0], version: $0[1]), bankCode: $0[2], bankTitle: $0[3],
          code: $0[4], chapter: $0[5], stem: $0[6],
          state: QuestionState(rawValue: $0[7]) ?? .draft)
      }
    }
  }

  /// The present versions of questions by their stem, but for those that are retired. All stems are gone
  /// through.
  ///
  /// - Parameter isWanted: asked with the code of the bank and the stem.
  package func questions(
    where isWanted: (_ bank: String, _ stem: String) -> Bool
  ) throws(StorageFailure) -> [StoredQuestion] {
    try file.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT b.code, v.stem, q.id FROM bank b JOIN question q ON q.bank_id = b.id
          JOIN question_version v ON v.id = q.version_id WHERE v.state <> ?
          """, arguments: [QuestionState.retired.rawValue])
      var found: [Int64] = []
      while let row = try rows.next() {
        if isWanted(row[0], row[1]) { found.append(row[2]) }
      }
      return try found.compactMap { try QuestionQueries.question(db, id: $0, version: nil) }
    }
  }

  /// `%` and `_` of the words are meant as they stand.
  private static func escaped(_ word: String) -> String {
    word.reduce(into: "") { text, sign in
      if sign == "%" || sign == "_" || sign == "\\" { text.append("\\") }
      text.append(sign)
    }
  }
}
