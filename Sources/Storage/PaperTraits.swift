import GRDB
import Questions
import Statutes

/// What shares of a paper are told by: the traits of a question beside its type.
package struct PaperTraits: Hashable, Sendable {
  package var bankCode: String
  package var chapter: String
  /// The statutes that the question cites.
  package var statutes: Set<StatuteTitle>
  package var level: CognitiveLevel?
  package var difficulty: Difficulty?
  package var topics: [String]

  package init(
    bankCode: String, chapter: String, statutes: Set<StatuteTitle>, level: CognitiveLevel? = nil,
    difficulty: Difficulty? = nil, topics: [String] = []
  ) {
    self.bankCode = bankCode
    self.chapter = chapter
    self.statutes = statutes
    self.level = level
    self.difficulty = difficulty
    self.topics = topics
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
          SELECT q.id, b.code, c.title, v.citations, q.level, q.difficulty, q.topics
          FROM question q JOIN question_version v ON v.id = q.version_id
          JOIN bank b ON b.id = q.bank_id JOIN chapter c ON c.id = q.chapter_id
          WHERE q.bank_id IN (\(list)) AND q.item IS NOT NULL
          """)
      var traits: [Int64: PaperTraits] = [:]
      while let row = try rows.next() {
        let citations = (try? CitationText.read(row[3]).get()) ?? []
        let topics: String = row[6]
        traits[row[0]] = PaperTraits(
          bankCode: row[1], chapter: row[2], statutes: Set(citations.map(\.title)),
          level: (row[4] as Int?).flatMap(CognitiveLevel.init),
          difficulty: (row[5] as Int?).flatMap(Difficulty.init),
          topics: topics.split(separator: "\n").map(String.init))
      }
      return traits
    }
  }
}
