import GRDB
import Questions
import Statutes

/// Which questions rest on a statute.
package struct CitationQueries: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// A question and the places of one statute that it cites.
  package struct CitingQuestion: Hashable, Sendable {
    package let bankCode: String
    package let code: String
    package let version: Int64
    package let state: QuestionState
    /// In the order of the question.
    package let citations: [Citation]
    /// The edition of the statute that the question rests on: that of its bank, or a later one.
    package let edition: CalendarDate
  }

  /// The present versions of all questions that cite a statute, but for retired ones; in the order of
  /// the banks. A bank names an edition of every statute that it cites, and may cite it under a
  /// translated title.
  package func citing(_ title: StatuteTitle) throws(StorageFailure) -> [CitingQuestion] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT b.code, q.code, v.citations, e.title, coalesce (r.edition, e.edition), v.id, v.state
          FROM bank_edition e JOIN bank b ON b.id = e.bank_id
          JOIN question q ON q.bank_id = b.id JOIN question_version v ON v.id = q.version_id
          LEFT JOIN version_edition r ON r.version_id = v.id AND r.statute = e.original
          WHERE e.original = ? AND instr (v.citations, e.title) > 0 AND v.state <> ?
          ORDER BY b.id, q.place, q.part
          """, arguments: [title.short, QuestionState.retired.rawValue]
      ).compactMap { row in
        let cited = StatuteTitle(row[3] as String)
        let all = (try? CitationText.read(row[2]).get()) ?? []
        let citations = all.filter { $0.title == cited }
        guard !citations.isEmpty, let edition = CalendarDate(iso: row[4] as String) else {
          return nil
        }
        return CitingQuestion(
          bankCode: row[0], code: row[1], version: row[5],
          state: QuestionState(rawValue: row[6]) ?? .draft, citations: citations, edition: edition)
      }
    }
  }
}
