import GRDB

/// What the database knows of a bank and its questions before a file is loaded over them, read once.
package final class KnownBank: Sendable {
  /// Where a question stands.
  struct Question {
    var id: Int64
    var chapter: Int64
    /// nil for what practice does not ask.
    var item: Int?
    var place: Int
    var part: Int
  }

  let code: String
  let id: Int64
  let version: String
  let questions: [Question]
  /// Positions in `questions` by source digest.
  private let sources: [UInt128: Int]

  /// nil where there is no such bank.
  init?(_ db: Database, code: String) throws {
    guard
      let bank = try Row.fetchOne(
        db, sql: "SELECT id, version, question_count FROM bank WHERE code = ?", arguments: [code])
    else { return nil }
    self.code = code
    id = bank[0]
    version = bank[1]
    var questions: [Question] = []
    var sources: [UInt128: Int] = [:]
    questions.reserveCapacity(bank[2])
    sources.reserveCapacity(bank[2])
    let rows = try BoundStatement(
      db,
      """
      SELECT id, chapter_id, item, place, part, source_digest FROM question WHERE bank_id = ?
      """)
    rows.bind(1, id)
    while try rows.next() {
      if let digest = rows.digest(5) { sources[digest] = questions.count }
      questions.append(
        Question(
          id: rows.number(0) ?? 0, chapter: rows.number(1) ?? 0, item: rows.number(2).map(Int.init),
          place: Int(rows.number(3) ?? 0), part: Int(rows.number(4) ?? 0)))
    }
    self.questions = questions
    self.sources = sources
  }

  /// The number of the question that was read from lines with this digest; nil where there is none.
  package func question(source digest: UInt128) -> Int? { sources[digest] }
}
