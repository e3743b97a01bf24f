import GRDB
import Questions
import Text

/// A bank on its way into the database, inside one transaction. Parts come in the order of the
/// file.
package final class BankLoad {
  struct ChapterRow {
    var id: Int64
    var title: String
    var firstItem: Int
    var items = 0
    var questions = 0
  }

  /// A question as the database has it while its file is loaded again.
  private struct Before {
    var id: Int64
    var version: Int64
    var number: Int
    var content: UInt128?
    var detail: UInt128?
    var chapter: Int64
    var item: Int?
    var place: Int
    var part: Int
    var source: UInt128?
    var state: QuestionState
  }

  let db: Database
  let writer: BankWriter
  private let now: Int64
  private var byCode: BoundStatement?
  private(set) var bankID: Int64 = 0
  private(set) var header: BankHeader?
  /// What was there before; nil for a new bank.
  private(set) var known: KnownBank?
  /// By number in the known bank: whether the file has the question, too.
  private(set) var isSeen: [Bool] = []
  /// What is held back for exams; asked once, where a question changes.
  private var held: Set<Int64>?
  /// The numbers by id; made when a question first has to be looked up.
  private var numbers: [Int64: Int] = [:]
  private var knownPassages: [String: (id: Int64, version: Int64, number: Int, text: String)] = [:]
  private var knownChapters: [String: Int64] = [:]
  var chapters: [ChapterRow] = []
  var nextItem = 0
  var nextPlace = 0
  var questionCount = 0
  /// For banks that come as values.
  private let encoder = BankEncoder()
  var summary = BankLoadSummary()

  init(_ db: Database, now: Int64) throws {
    self.db = db
    self.now = now
    writer = try BankWriter(db, now: now)
  }

  /// Reads what the database knows of a bank; nil where it is new. To be asked before the parts come,
  /// where whoever reads the file wants to know it, too.
  package func recall(_ code: String) throws -> KnownBank? {
    known = try KnownBank(db, code: code)
    return known
  }

  /// Takes the next parts in the order of the file.
  package func take(_ portion: BankPortion) throws {
    try portion.bytes.withUnsafeBufferPointer { bytes in
      for part in portion.parts {
        switch part {
        case .header(let header): try open(header)
        case .chapter(let title): try enter(title)
        case .item(let passage, let questions):
          try store(portion.questions[questions], passage: passage, of: portion, bytes)
        }
      }
    }
  }

  /// Takes the front matter; comes first.
  package func begin(_ header: BankHeader) throws {
    encoder.begin(header)
    try take(encoder.take())
  }

  /// Takes a chapter heading; the items that follow stand under it. nil for items before any
  /// heading.
  package func chapter(_ title: String?) throws {
    encoder.chapter(title)
    try take(encoder.take())
  }

  /// Takes one question, or a passage with its questions.
  package func item(_ item: BankItem) throws {
    encoder.item(item)
    try take(encoder.take())
  }

  /// The version that is loaded, where the file holds an older one; nil else.
  package var newerVersion: BankVersion? {
    guard let header, let text = summary.previousVersion, let loaded = BankVersion(text),
      header.version < loaded
    else { return nil }
    return loaded
  }

  private func open(_ header: BankHeader) throws {
    self.header = header
    summary.bank = header.id
    summary.title = header.title
    if known?.code != header.id { known = try KnownBank(db, code: header.id) }
    guard let known else {
      try db.execute(
        sql: """
          INSERT INTO bank (code, title, language, version, item_count, question_count, loaded_at)
          VALUES (?, ?, ?, ?, 0, 0, ?)
          """,
        arguments: [
          header.id, header.title, header.language.rawValue, header.version.text, now,
        ])
      bankID = db.lastInsertedRowID
      return
    }
    bankID = known.id
    summary.previousVersion = known.version
    isSeen = Array(repeating: false, count: known.questions.count)
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

  private func enter(_ title: String?) throws {
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

  private func store(
    _ questions: ArraySlice<BankPortion.PortionQuestion>, passage: Passage?,
    of portion: BankPortion, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws {
    if chapters.isEmpty { try enter(nil) }
    let passageVersion = try passage.map { try version(of: $0) }
    let practisedBefore = questionCount
    for (part, question) in questions.enumerated() {
      var row = BankWriter.QuestionRow(
        bank: bankID, chapter: chapters[chapters.count - 1].id, item: nil, place: nextPlace,
        part: part, passageVersion: passageVersion)
      switch question {
      case .read(let question):
        let digests = question.digests ?? question.digested(in: bytes)
        let before = try find(question[.code], in: bytes)
        if let before, try keepsEdit(before, over: digests) {
          if before.item != nil { row.item = nextItem }
          summary.edited += 1
          try writer.move(before.id, row: row)
          break
        }
        let state = state(of: question, digests: digests, over: before)
        if question.isPractised(state), try !isHeld(before) { row.item = nextItem }
        if question.hasError, state == .inReview { summary.doubtful += 1 }
        let version = try store(question, bytes, digests: digests, over: before, row: row)
        try recordReview(editions: portion.editions[question.editions], version: version)
      case .known(let number):
        guard let before = known?.questions[number] else { continue }
        if before.item != nil { row.item = nextItem }
        try keep(before, number: number, row: row)
      }
      if row.item != nil { questionCount += 1 }
    }
    nextPlace += 1
    if questionCount > practisedBefore {
      nextItem += 1
      chapters[chapters.count - 1].items += 1
      chapters[chapters.count - 1].questions += questionCount - practisedBefore
    }
  }

  /// Whether a question stands on a paper that is not out: it stays away from practice whatever the file says.
  private func isHeld(_ before: Before?) throws -> Bool {
    guard let before else { return false }
    let held = try self.held ?? HeldQuestions.questions(db)
    self.held = held
    return held.contains(before.id)
  }

  private func version(of passage: Passage) throws -> Int64 {
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

  /// Leaves a question that stands in the file as it stood; only its place may be another one.
  private func keep(
    _ before: KnownBank.Question, number: Int, row: BankWriter.QuestionRow
  ) throws {
    isSeen[number] = true
    summary.unchanged += 1
    if before.item != row.item || before.place != row.place || before.part != row.part
      || before.chapter != row.chapter
    {
      try writer.move(before.id, row: row)
    }
  }

  /// The state in which a question will be. Its text may be as it was, and then a doubt or a review goes
  /// on.
  private func state(
    of question: EncodedQuestion, digests: EncodedQuestion.Digests, over before: Before?
  ) -> QuestionState {
    let change = StateChange.loaded(question.state, hasError: question.hasError)
    let isSame = before.map { $0.content == digests.content } ?? false
    // Retired in the program: the file says what it said.
    if isSame, let before, before.state == .retired, before.detail == digests.detail {
      return .retired
    }
    return change.state(after: isSame ? before?.state : nil) ?? question.state
  }

  /// Stores a question that was read; returns its version.
  private func store(
    _ question: EncodedQuestion, _ bytes: UnsafeBufferPointer<UInt8>,
    digests: EncodedQuestion.Digests, over before: Before?, row: BankWriter.QuestionRow
  ) throws -> Int64 {
    guard let before else {
      summary.added += 1
      return try writer.insert(question, bytes, digests: digests, row: row)
    }
    guard before.content == digests.content, before.detail == digests.detail else {
      return try change(before, to: question, bytes, digests: digests, row: row)
    }
    summary.unchanged += 1
    if before.item != row.item || before.place != row.place || before.part != row.part
      || before.chapter != row.chapter
    {
      try writer.move(before.id, row: row)
    }
    if let source = question.source, source != before.source {
      try writer.setSource(source, of: before.id)
    }
    return before.version
  }

  /// The question with a code as it was before the load, which is seen from now on; nil where there
  /// was none. One that this load has brought itself is not found: its code stands twice, and the
  /// database refuses the second.
  private func find(_ code: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) throws -> Before? {
    guard let known else { return nil }
    if numbers.isEmpty {
      numbers = Dictionary(
        known.questions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { $1 })
    }
    let row = try byCode ?? BoundStatement(db, Self.byCode)
    byCode = row
    row.bind(1, bankID)
    row.bind(2, text: bytes, code)
    guard try row.next() else { return nil }
    defer { row.reset() }
    guard let id = row.number(0), let number = numbers[id] else { return nil }
    isSeen[number] = true
    return Before(
      id: id, version: row.number(1) ?? 0, number: Int(row.number(2) ?? 0), content: row.digest(3),
      detail: row.digest(4), chapter: row.number(5) ?? 0, item: row.number(6).map(Int.init),
      place: Int(row.number(7) ?? 0), part: Int(row.number(8) ?? 0), source: row.digest(9),
      state: QuestionState(rawValue: Int(row.number(10) ?? 0)) ?? .draft)
  }

  private static let byCode = """
    SELECT q.id, v.id, v.number, v.digest, q.detail_digest, q.chapter_id, q.item, q.place, q.part,
      q.source_digest, v.state
    FROM question q JOIN question_version v ON v.id = q.version_id
    WHERE q.bank_id = ? AND q.code = ?
    """

  private func change(
    _ before: Before, to question: EncodedQuestion, _ bytes: UnsafeBufferPointer<UInt8>,
    digests: EncodedQuestion.Digests, row: BankWriter.QuestionRow
  ) throws -> Int64 {
    let stored = try Row.fetchOne(
      db,
      sql: """
        SELECT options, answer_key, kind,
          (SELECT max (number) FROM question_version WHERE question_id = v.question_id)
        FROM question_version v WHERE id = ?
        """, arguments: [before.version])
    var texts = QuestionBytes(language: .chinese)
    let adopted = try texts.append(
      question, of: bytes, ids: ContentCoding.options(from: stored?[0] ?? "[]"),
      nextID: nextOptionID(of: before.id))
    let keyChanged =
      texts.text(.key, of: adopted) != stored?[1] as String?
      || texts.text(.kind, of: adopted) != stored?[2] as String?
    return try texts.bytes.withUnsafeBufferPointer { bytes in
      var version = before.version
      if before.content != digests.content {
        version = try writer.insertVersion(
          of: before.id, number: (stored?[3] ?? before.number) + 1, adopted, bytes,
          digests: digests, row: row)
        summary.changed += 1
        if keyChanged { summary.due += try writer.makeDue(before.id) }
      } else {
        summary.amended += 1
        try StateWriter(db, now: now).make(
          .loaded(question.state, hasError: question.hasError), of: version, reason: "")
      }
      try writer.update(before.id, version: version, adopted, bytes, digests: digests, row: row)
      return version
    }
  }

  /// Whether a version that was made in the program stays, although the file has another text: where the
  /// file is no newer than the bank that is loaded, or still has a text from before.
  private func keepsEdit(_ before: Before, over digests: EncodedQuestion.Digests) throws -> Bool {
    guard before.content != digests.content || before.detail != digests.detail else { return false }
    let isEdit = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM draft_detail WHERE version_id = ?)
        """, arguments: [before.version])
    guard isEdit == true, let header, let known else { return false }
    if let loaded = BankVersion(known.version), header.version <= loaded { return true }
    let earlier = try BoundStatement(
      db,
      """
      SELECT 1 FROM question_version WHERE question_id = ?1 AND number < ?2 AND digest = ?3
      """)
    earlier.bind(1, before.id)
    earlier.bind(2, before.number)
    earlier.bind(3, digests.content)
    return try earlier.next()
  }

  private func nextOptionID(of question: Int64) throws -> Int {
    let texts = try String.fetchAll(
      db, sql: "SELECT options FROM question_version WHERE question_id = ?", arguments: [question])
    let used = try texts.flatMap { try ContentCoding.options(from: $0).map(\.id.number) }
    return (used.max() ?? 0) + 1
  }

  private func recordReview(editions: ArraySlice<Int>, version: Int64) throws {
    guard let header, let review = header.review else { return }
    for edition in editions {
      try writer.insertCheck(version: version, edition: header.editions[edition], review: review)
    }
  }
}
