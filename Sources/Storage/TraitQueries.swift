import Exams
import GRDB
import Questions
import Statutes

extension PaperTraits {
  /// The columns that traits are read from, of the tables `b`, `c`, `v` and `q`.
  static let columns = "b.code, c.title, v.citations, q.level, q.difficulty, q.topics"

  /// - Parameter index: of the first of `columns`.
  init(_ row: Row, from index: Int) {
    let citations = (try? CitationText.read(row[index + 2]).get()) ?? []
    let topics: String = row[index + 5]
    self.init(
      bank: row[index], chapter: row[index + 1],
      statutes: citations.reduce(into: []) { titles, citation in
        if !titles.contains(citation.title) { titles.append(citation.title) }
      }, level: (row[index + 3] as Int?).flatMap(CognitiveLevel.init),
      author: (row[index + 4] as Int?).flatMap(Difficulty.init),
      topics: topics.split(separator: "\n").map(String.init))
  }
}

extension QuestionQueries {
  /// The traits of all questions of banks that are practised, by the question's number.
  package func traits(banks: [Int64]) throws(StorageFailure) -> [Int64: PaperTraits] {
    let list = banks.map(String.init).joined(separator: ",")
    return try file.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT q.id, \(PaperTraits.columns)
          FROM question q JOIN question_version v ON v.id = q.version_id
          JOIN bank b ON b.id = q.bank_id JOIN chapter c ON c.id = q.chapter_id
          WHERE q.bank_id IN (\(list)) AND q.item IS NOT NULL
          """)
      var traits: [Int64: PaperTraits] = [:]
      while let row = try rows.next() { traits[row[0]] = PaperTraits(row, from: 1) }
      return traits
    }
  }
}
