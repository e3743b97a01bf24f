import GRDB
import People
import Questions
import Statutes

/// What questions rest on, for counting.
package struct CoverageQueries: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// The present version of a question, as far as it is counted.
  package struct CitingQuestion: Hashable, Sendable {
    package let bank: Int64
    package let code: String
    /// In the order of the question; empty where it names no place.
    package let citations: [Citation]
    /// Whether the learner has given an answer to it, in practice or in an ended exam, that was not
    /// empty and was not taken back. It may have been an answer to an earlier version.
    package let isAnswered: Bool
  }

  /// The present versions of all questions of these banks but retired ones, in the order of the banks.
  /// Each question of a case counts.
  ///
  /// - Parameter learner: whose answers are looked for; nil for nobody's.
  package func questions(
    of banks: [Int64], learner: LearnerID?
  ) throws(StorageFailure) -> [CitingQuestion] {
    let list = banks.map(String.init).joined(separator: ",")
    return try file.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT q.bank_id, q.code, v.citations, m.first_day IS NOT NULL
          FROM question q JOIN question_version v ON v.id = q.version_id
          LEFT JOIN question_memory m ON m.learner_id = ?1 AND m.question_id = q.id
          WHERE q.bank_id IN (\(list)) AND v.state <> ?2
          ORDER BY q.bank_id, q.place, q.part
          """, arguments: [learner?.number, QuestionState.retired.rawValue])
      var questions: [CitingQuestion] = []
      // Many questions rest on the same places, and reading them is what would take the time.
      var read: [String: [Citation]] = [:]
      while let row = try rows.next() {
        let text: String = row[2]
        let citations = read[text] ?? (try? CitationText.read(text).get()) ?? []
        read[text] = citations
        questions.append(
          CitingQuestion(bank: row[0], code: row[1], citations: citations, isAnswered: row[3]))
      }
      return questions
    }
  }
}
