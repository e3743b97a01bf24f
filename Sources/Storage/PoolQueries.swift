import Exams
import GRDB
import Learning
import Questions
import Statutes
import Text

/// What the papers of formal exams are drawn from.
package struct PoolQueries: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// A question with its stem: near duplicates are told by it.
  package struct Entry: Hashable, Sendable {
    package var question: PoolQuestion
    package var stem: String
  }

  /// The ready questions that exams may ask and a machine can mark, in the order of the banks. Those of a
  /// case are there with their seats; of a case that also has others, the seats say so.
  ///
  /// - Parameters:
  ///   - banks: by code; empty for all.
  ///   - uses: how often each question stood in papers before, by its number.
  ///   - counts: how questions fared in earlier exams.
  /// - Returns: them, and how many others would be there but stand on papers whose results are not out: who
  ///   sits this exam must not meet what others still have to.
  /// - Throws: `StorageFailure`.
  package func entries(
    banks: [String], uses: [Int64: Int], counts: [QuestionRef: ResponseCount]
  ) throws(StorageFailure) -> (free: [Entry], held: Int) {
    try file.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT q.id, q.version_id, v.kind, v.rule, v.stem, v.state, q.question_use,
            v.passage_version_id, \(HeldQuestions.condition), \(PaperTraits.columns)
          FROM question q JOIN question_version v ON v.id = q.version_id
          JOIN bank b ON b.id = q.bank_id JOIN chapter c ON c.id = q.chapter_id
          ORDER BY b.code, q.place, q.part
          """)
      var entries: [Entry] = []
      var held = 0
      var sizes: [Int64: Int] = [:]
      while let row = try rows.next() {
        let bank: String = row[9]
        guard banks.isEmpty || banks.contains(bank), let kind = QuestionKind(id: row[2]) else {
          continue
        }
        let state = QuestionState(rawValue: row[5])
        var seat: PoolQuestion.Seat?
        if let passage = row[7] as Int64? {
          guard state != .retired else { continue }
          sizes[passage, default: 0] += 1
          seat = PoolQuestion.Seat(item: passage, place: sizes[passage, default: 1] - 1, of: 0)
        }
        guard state == .ready, QuestionUse(rawValue: row[6]) != .practice, kind != .short
        else { continue }
        guard !(row[8] as Bool) else {
          held += 1
          continue
        }
        let traits = PaperTraits(row, from: 9)
        let ref = QuestionRef(question: row[0], version: row[1])
        let count = counts[ref] ?? ResponseCount()
        entries.append(
          Entry(
            question: PoolQuestion(
              ref: ref, kind: kind, seat: seat,
              traits: traits,
              difficulty: QuestionDifficulty.value(
                author: traits.author, wrong: count.wrong, responses: count.responses),
              uses: uses[row[0], default: 0],
              rule: ScoringRule(stored: row[3]) ?? .allOrNothing), stem: row[4]))
      }
      for index in entries.indices {
        guard let item = entries[index].question.seat?.item else { continue }
        entries[index].question.seat?.of = sizes[item, default: 0]
      }
      return (entries, held)
    }
  }

  /// The questions as they are frozen, by reference.
  ///
  /// - Throws: `StorageFailure`.
  package func frozen(_ refs: [QuestionRef]) throws(StorageFailure) -> [QuestionRef: PaperQuestion]
  {
    try file.read { db in
      var frozen: [QuestionRef: PaperQuestion] = [:]
      for ref in refs where frozen[ref] == nil {
        guard
          let stored = try QuestionQueries.question(db, id: ref.question, version: ref.version)
        else { throw StorageFailure.missing(.question(ref.question)) }
        let cited = Set(stored.question.citations.map(\.title))
        frozen[ref] = PaperQuestion(
          ref: ref, bank: stored.bankCode, question: stored.question, passage: stored.passage,
          editions: stored.editions.filter {
            cited.contains($0.title) || cited.contains($0.original)
          })
      }
      return frozen
    }
  }
}

extension StoredQuestion {
  /// A frozen question as screens show questions; `title` stands where its bank's would.
  package init(_ frozen: PaperQuestion, title: String) {
    self.init(
      ref: frozen.ref, number: 1, bank: 0, bankCode: frozen.bank, bankTitle: title,
      language: .chinese, chapter: "", item: nil, passage: frozen.passage,
      question: frozen.question, editions: frozen.editions)
  }
}
