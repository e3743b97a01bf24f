import Foundation
import GRDB
import Learning
import People
import Questions
import Statutes
import Text

/// Questions asked of the database.
package struct QuestionQueries: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// The question at a version, or at its present one; nil where there is none.
  package func question(
    _ id: Int64, version: Int64? = nil
  ) throws(StorageFailure) -> StoredQuestion? {
    try file.read { db in try Self.question(db, id: id, version: version) }
  }

  /// The present versions of the questions of an item, in order.
  package func refs(at place: ItemPlan.Place) throws(StorageFailure) -> [QuestionRef] {
    try file.read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT id, version_id FROM question WHERE bank_id = ? AND item = ? AND item IS NOT NULL
            ORDER BY part
            """), arguments: [place.bank, place.item]
      ).map { QuestionRef(question: $0[0], version: $0[1]) }
    }
  }

  /// The present versions of the questions with this code, by bank: codes are unique in their bank
  /// only, so without a bank there may be several. Empty where there is none.
  package func find(code: String, bank: Int64?) throws(StorageFailure) -> [QuestionRef] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT q.id, q.version_id FROM question q
          WHERE q.code = ?1 AND (?2 IS NULL OR q.bank_id = ?2) ORDER BY q.bank_id
          """, arguments: [code, bank]
      ).map { QuestionRef(question: $0[0], version: $0[1]) }
    }
  }

  /// The questions in a learner's notebook, oldest first; of these banks.
  package func notebook(
    of learner: LearnerID, banks: [Int64]
  ) throws(StorageFailure) -> [QuestionRef] {
    try refs(
      """
      JOIN question_memory m ON m.question_id = q.id AND m.learner_id = ?
      WHERE (m.in_notebook = 1 OR m.is_due = 1)
      """, order: "m.attempt_id, m.sequence, q.id", learner: learner, banks: banks)
  }

  /// The questions that a learner starred, oldest star first; of these banks.
  package func starred(
    by learner: LearnerID, banks: [Int64]
  ) throws(StorageFailure) -> [QuestionRef] {
    try refs(
      "JOIN star s ON s.question_id = q.id AND s.learner_id = ? WHERE 1",
      order: "s.starred_at, q.id",
      learner: learner, banks: banks)
  }

  /// How many questions that practice can ask are starred.
  package func starCount(by learner: LearnerID) throws(StorageFailure) -> Int {
    try file.read { db in
      try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT count (*) FROM star s JOIN question q ON q.id = s.question_id
            WHERE s.learner_id = ? AND q.item IS NOT NULL
            """), arguments: [learner.number]) ?? 0
    }
  }

  private func refs(
    _ join: String, order: String, learner: LearnerID, banks: [Int64]
  ) throws(StorageFailure) -> [QuestionRef] {
    let list = banks.map(String.init).joined(separator: ",")
    return try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT q.id, q.version_id FROM question q \(join)
          AND q.item IS NOT NULL AND q.bank_id IN (\(list)) ORDER BY \(order)
          """, arguments: [learner.number]
      ).map { QuestionRef(question: $0[0], version: $0[1]) }
    }
  }

  /// What a paper may be drawn from: ready questions for practice or both, those standing alone and those of
  /// each case, in the order of the banks.
  ///
  /// - Parameters:
  ///   - day: the day for which they are judged: an amendment that is not in force then puts nothing in doubt.
  ///   - withObjected: those, too, that are in doubt for objections alone.
  package func candidates(
    banks: [Int64], on day: CalendarDate, withObjected: Bool = false
  ) throws(StorageFailure) -> (singles: [MockDraw.Candidate], cases: [[MockDraw.Candidate]]) {
    let list = banks.map(String.init).joined(separator: ",")
    return try file.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT q.id, q.version_id, v.kind, v.rule, v.passage_version_id, q.bank_id, q.item
          FROM question q JOIN question_version v ON v.id = q.version_id
          WHERE q.bank_id IN (\(list)) AND q.item IS NOT NULL AND \(Self.standing)
          ORDER BY q.bank_id, q.item, q.part
          """, arguments: [day.iso, withObjected])
      var singles: [MockDraw.Candidate] = []
      var cases: [[MockDraw.Candidate]] = []
      var lastCase: ItemPlan.Place?
      while let row = try rows.next() {
        guard let kind = QuestionKind(id: row[2]) else { continue }
        let candidate = MockDraw.Candidate(
          ref: QuestionRef(question: row[0], version: row[1]), kind: kind,
          rule: ScoringRule(stored: row[3]) ?? .allOrNothing)
        guard (row[4] as Int64?) != nil else {
          singles.append(candidate)
          continue
        }
        let place = ItemPlan.Place(bank: row[5], item: row[6])
        if place == lastCase {
          cases[cases.count - 1].append(candidate)
        } else {
          cases.append([candidate])
        }
        lastCase = place
      }
      return (singles, cases)
    }
  }

  /// What holds for a version `v` that may enter a paper on a day `?1`; objections count nothing where `?2`
  /// is true.
  static let standing = """
    (v.state = \(QuestionState.ready.rawValue) OR v.state = \(QuestionState.flagged.rawValue)
      AND EXISTS (SELECT 1 FROM question_flag f WHERE f.version_id = v.id AND f.closed_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM question_flag f WHERE f.version_id = v.id AND f.closed_at IS NULL
        AND (f.objection_id IS NULL OR NOT ?2)
        AND NOT EXISTS (SELECT 1 FROM statute s JOIN statute_edition e ON e.statute_id = s.id
          WHERE s.title = f.statute AND e.date = f.new_edition AND e.effective > ?1)))
    """

  static func question(_ db: Database, id: Int64, version: Int64?) throws -> StoredQuestion? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT v.kind, v.stem, v.options, v.answer_key, v.option_order, v.rule, v.citations,
            v.state, v.number, v.id, q.code, q.question_use, q.rationale, q.difficulty, q.level,
            q.topics, q.item, b.id, b.code, b.title, b.language, c.title, p.code, pv.body, q.waivers
          FROM question q
          JOIN question_version v ON v.id = coalesce (?2, q.version_id) AND v.question_id = q.id
          JOIN bank b ON b.id = q.bank_id
          JOIN chapter c ON c.id = q.chapter_id
          LEFT JOIN passage_version pv ON pv.id = v.passage_version_id
          LEFT JOIN passage p ON p.id = pv.passage_id
          WHERE q.id = ?1
          """), arguments: [id, version])
    guard let row, let kind = QuestionKind(id: row[0]), let code = QuestionCode(row[10] as String)
    else { return nil }
    let topics: String = row[15]
    let question = Question(
      code: code, kind: kind, stem: row[1], options: try ContentCoding.options(from: row[2]),
      key: try ContentCoding.key(from: row[3]), order: OptionOrder(rawValue: row[4]) ?? .fixed,
      rule: ScoringRule(stored: row[5]) ?? .allOrNothing,
      citations: (try? CitationText.read(row[6]).get()) ?? [],
      rationale: ContentCoding.rationale(from: row[12]),
      difficulty: (row[13] as Int?).flatMap(Difficulty.init),
      level: (row[14] as Int?).flatMap(CognitiveLevel.init),
      topics: topics.isEmpty ? [] : topics.split(separator: "\n").map(String.init),
      use: QuestionUse(rawValue: row[11]) ?? .both,
      state: QuestionState(rawValue: row[7]) ?? .draft,
      waivers: ContentCoding.waivers(from: row[24]))
    let passage = (row[22] as String?).flatMap { QuestionCode($0) }.map {
      Passage(code: $0, text: row[23] ?? "")
    }
    return StoredQuestion(
      ref: QuestionRef(question: id, version: row[9]), number: row[8], bank: row[17],
      bankCode: row[18], bankTitle: row[19], language: Language(rawValue: row[20]) ?? .chinese,
      chapter: row[21], item: row[16], passage: passage, question: question,
      editions: try BankStore.editions(db, of: row[17], version: row[9]))
  }
}
