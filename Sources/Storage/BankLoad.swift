import Foundation
import GRDB
import Questions
import Text

/// A bank on its way into the database, inside one transaction. Parts come in the order of the
/// file.
package final class BankLoad {
  /// What the database knows of a question of this bank.
  private struct Known {
    var id: Int64
    var version: Int64
    var number: Int
    var digest: DigestValue
    var detail: DigestValue
    var chapter: Int64
    var item: Int?
    var place: Int
    var part: Int
    var state: Int
    var seen = false
  }

  private struct ChapterRow {
    var id: Int64
    var title: String
    var firstItem: Int
    var items = 0
    var questions = 0
  }

  private let db: Database
  private let now: Int64
  private let writer: BankWriter
  private var bankID: Int64 = 0
  private var header: BankHeader?
  private var known: [String: Known] = [:]
  private var knownPassages: [String: (id: Int64, version: Int64, number: Int, text: String)] = [:]
  private var knownChapters: [String: Int64] = [:]
  private var chapters: [ChapterRow] = []
  private var nextItem = 0
  private var nextPlace = 0
  private var questionCount = 0
  private var bytes = QuestionBytes(language: .chinese)
  /// The same for a question whose options took over the ids that they had.
  private var adoptedBytes = QuestionBytes(language: .chinese)
  private var summary = BankLoadSummary()

  init(_ db: Database, now: Int64) throws {
    self.db = db
    self.now = now
    writer = try BankWriter(db, now: now)
  }

  /// Takes the front matter; comes first.
  package func begin(_ header: BankHeader) throws {
    self.header = header
    bytes = QuestionBytes(language: header.language)
    adoptedBytes = bytes
    summary.bank = header.id
    summary.title = header.title
    if let row = try Row.fetchOne(
      db, sql: "SELECT id, version FROM bank WHERE code = ?", arguments: [header.id])
    {
      bankID = row[0]
      summary.previousVersion = row[1]
      try readKnown()
    } else {
      try db.execute(
        sql: """
          INSERT INTO bank (code, title, language, version, item_count, question_count, loaded_at)
          VALUES (?, ?, ?, ?, 0, 0, ?)
          """,
        arguments: [
          header.id, header.title, header.language.rawValue, header.version.text, now,
        ])
      bankID = db.lastInsertedRowID
    }
  }

  private func readKnown() throws {
    known.reserveCapacity(
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM question WHERE bank_id = ?", arguments: [bankID]) ?? 0)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT q.code, q.id, v.id, v.number, v.digest, q.detail_digest, q.chapter_id, q.item,
          q.place, q.part, v.state
        FROM question q JOIN question_version v ON v.id = q.version_id WHERE q.bank_id = ?
        """, arguments: [bankID])
    while let row = try rows.next() {
      let digest = try row.withUnsafeData(atIndex: 4) { Self.digest($0) }
      let detail = try row.withUnsafeData(atIndex: 5) { Self.digest($0) }
      known[row[0]] = Known(
        id: row[1], version: row[2], number: row[3], digest: digest, detail: detail,
        chapter: row[6], item: row[7], place: row[8], part: row[9], state: row[10])
    }
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT p.code, p.id, v.id, max(v.number), v.body FROM passage p
        JOIN passage_version v ON v.passage_id = p.id WHERE p.bank_id = ? GROUP BY p.id
        """, arguments: [bankID])
    {
      knownPassages[row[0]] = (row[1], row[2], row[3], row[4])
    }
    for row in try Row.fetchAll(
      db, sql: "SELECT title, id FROM chapter WHERE bank_id = ?", arguments: [bankID])
    {
      knownChapters[row[0]] = row[1]
    }
  }

  private static func digest(_ data: Data?) -> DigestValue {
    data?.withUnsafeBytes { DigestValue($0) } ?? DigestValue(high: 0, low: 0)
  }

  /// Takes a chapter heading; the items that follow stand under it. nil for items before any
  /// heading.
  package func chapter(_ title: String?) throws {
    let name = title ?? ""
    let id: Int64
    if let existing = knownChapters[name] {
      id = existing
    } else {
      try db.execute(
        sql: """
          INSERT INTO chapter (bank_id, title, position, first_item, item_count, question_count)
          VALUES (?, ?, ?, 0, 0, 0)
          """, arguments: [bankID, name, chapters.count])
      id = db.lastInsertedRowID
      knownChapters[name] = id
    }
    chapters.append(ChapterRow(id: id, title: name, firstItem: nextItem))
  }

  /// Takes one question, or a passage with its questions.
  package func item(_ item: BankItem) throws {
    if chapters.isEmpty { try chapter(nil) }
    let passageVersion = try item.passage.map { try passage($0) }
    let practised = item.questions.map { $0.state == .ready && $0.use != .exam }
    let isPractised = practised.contains(true)
    for (part, question) in item.questions.enumerated() {
      try store(
        question, passage: item.passage, passageVersion: passageVersion,
        item: practised[part] ? nextItem : nil, part: part)
      if practised[part] {
        questionCount += 1
        chapters[chapters.count - 1].questions += 1
      }
    }
    nextPlace += 1
    if isPractised {
      nextItem += 1
      chapters[chapters.count - 1].items += 1
    }
  }

  private func passage(_ passage: Passage) throws -> Int64 {
    if let known = knownPassages[passage.code.text] {
      if known.text == passage.text { return known.version }
      let version = try writer.insertPassageVersion(
        of: known.id, number: known.number + 1, text: passage.text)
      knownPassages[passage.code.text] = (known.id, version, known.number + 1, passage.text)
      return version
    }
    let id = try writer.insertPassage(bank: bankID, code: passage.code.text)
    let version = try writer.insertPassageVersion(of: id, number: 1, text: passage.text)
    knownPassages[passage.code.text] = (id, version, 1, passage.text)
    return version
  }

  private func store(
    _ question: Question, passage: Passage?, passageVersion: Int64?, item: Int?, part: Int
  ) throws {
    let chapter = chapters[chapters.count - 1]
    let row = BankWriter.QuestionRow(
      bank: bankID, chapter: chapter.id, item: item, place: nextPlace, part: part,
      passageVersion: passageVersion)
    bytes.set(question, passage: passage, chapter: chapter.title)
    guard let before = known[question.code.text] else {
      let version = try writer.insert(question, row: row, bytes: bytes)
      try recordReview(question, version: version)
      summary.added += 1
      return
    }
    known[question.code.text]?.seen = true
    if before.digest == bytes.content && before.detail == bytes.detail {
      summary.unchanged += 1
      if before.item != item || before.place != nextPlace || before.part != part
        || before.chapter != chapter.id
      {
        try writer.move(before.id, row: row)
      }
      try recordReview(question, version: before.version)
      return
    }
    try change(before, to: question, passage: passage, row: row)
  }

  private func change(
    _ before: Known, to question: Question, passage: Passage?, row: BankWriter.QuestionRow
  ) throws {
    let stored = try Row.fetchOne(
      db, sql: "SELECT options, answer_key, kind FROM question_version WHERE id = ?",
      arguments: [before.version])
    let adopted = OptionMatching.adopting(
      ids: try ContentCoding.options(from: stored?[0] ?? "[]"), by: question,
      nextID: try nextOptionID(of: before.id))
    adoptedBytes.set(adopted, passage: passage, chapter: "")
    var version = before.version
    if before.digest != bytes.content {
      version = try writer.insertVersion(
        of: before.id, number: before.number + 1, adopted, row: row, bytes: adoptedBytes,
        digest: bytes.content)
      summary.changed += 1
      if adoptedBytes.text(.key) != stored?[1] as String?
        || adoptedBytes.text(.kind) != stored?[2] as String?
      {
        summary.due += try writer.makeDue(before.id)
      }
    } else {
      summary.amended += 1
      try writer.setState(question.state, of: version)
    }
    try writer.update(
      before.id, version: version, adopted, row: row, bytes: adoptedBytes, detail: bytes.detail)
    try recordReview(question, version: version)
  }

  private func nextOptionID(of question: Int64) throws -> Int {
    let texts = try String.fetchAll(
      db, sql: "SELECT options FROM question_version WHERE question_id = ?", arguments: [question])
    let used = try texts.flatMap { try ContentCoding.options(from: $0).map(\.id.number) }
    return (used.max() ?? 0) + 1
  }

  private func recordReview(_ question: Question, version: Int64) throws {
    guard let header, let review = header.review else { return }
    var titles: Set<String> = []
    for citation in question.citations where titles.insert(citation.title.short).inserted {
      guard let edition = header.editions.first(where: { $0.title == citation.title }) else {
        continue
      }
      try writer.insertCheck(version: version, edition: edition, review: review)
    }
  }

  /// Comes last: settles the questions that the file lacks, the places of all, and the counts.
  func finish(retireMissing: Bool) throws -> BankLoadSummary {
    guard let header else { throw StorageFailure.missing(.header) }
    let absent = known.values.filter { !$0.seen }
      .sorted { ($0.place, $0.part, $0.id) < ($1.place, $1.part, $1.id) }
    try placeBehind(absent)
    let missing = absent.filter { $0.state != QuestionState.retired.rawValue }
    if retireMissing {
      for question in missing { try writer.retire(question.id, version: question.version) }
      summary.retired = missing.count
    } else {
      summary.lacking = missing.count
      let practised = missing.filter { $0.item != nil }
      if !practised.isEmpty { try keepMissing(practised) }
    }
    for (position, chapter) in chapters.enumerated() {
      try db.execute(
        sql: """
          UPDATE chapter SET position = ?, first_item = ?, item_count = ?, question_count = ?
          WHERE id = ? AND (position, first_item, item_count, question_count) IS NOT (?, ?, ?, ?)
          """,
        arguments: [
          position, chapter.firstItem, chapter.items, chapter.questions, chapter.id,
          position, chapter.firstItem, chapter.items, chapter.questions,
        ])
    }
    try writer.updateBank(
      bankID, header: header, items: nextItem, questions: questionCount, used: chapters.map(\.id))
    return summary
  }

  /// Gives what the file lacks the places behind all others, and its chapters, where the file has
  /// them no more, too; in the order that it had.
  private func placeBehind(_ absent: [Known]) throws {
    var last: Int?
    for question in absent {
      if let last, last != question.place { nextPlace += 1 }
      last = question.place
      if question.place != nextPlace { try writer.move(question.id, to: nextPlace) }
      if !chapters.contains(where: { $0.id == question.chapter }) {
        chapters.append(ChapterRow(id: question.chapter, title: "", firstItem: nextItem))
      }
    }
  }

  /// Questions that stay without standing in the file go to the end of the practice order, each item
  /// whole, within their chapter.
  private func keepMissing(_ missing: [Known]) throws {
    var groups: [[Known]] = []
    for question in missing {
      if let last = groups.last?.last, last.item == question.item {
        groups[groups.count - 1].append(question)
      } else {
        groups.append([question])
      }
    }
    // Places behind all others; a chapter's run is extended only if it is contiguous, so the whole
    // order is laid anew here: rare, and only as long as the file lacks questions.
    try BankOrder.relay(
      db, bank: bankID,
      chapters: chapters.map(\.id),
      appended: groups.map { $0.map(\.id) })
    for index in chapters.indices {
      let run = try Row.fetchOne(
        db,
        sql: """
          SELECT coalesce (min (item), 0), count (DISTINCT item), count (*) FROM question
          WHERE bank_id = ? AND chapter_id = ? AND item IS NOT NULL
          """, arguments: [bankID, chapters[index].id])
      chapters[index].firstItem = run?[0] ?? 0
      chapters[index].items = run?[1] ?? 0
      chapters[index].questions = run?[2] ?? 0
    }
    nextItem = chapters.reduce(0) { $0 + $1.items }
    questionCount = chapters.reduce(0) { $0 + $1.questions }
  }
}
