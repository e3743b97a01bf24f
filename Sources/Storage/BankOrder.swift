import GRDB
import GRDBSQLite
import Questions

/// The places of a bank's items in the practice order.
enum BankOrder {
  /// Numbers the items anew: chapter by chapter, in each first the items of the file in their
  /// order, then the appended ones. Writes only rows whose place changes.
  ///
  /// - Parameter appended: questions of items that the file lacks, an item a list.
  static func relay(
    _ db: Database, bank: Int64, chapters: [Int64], appended: [[Int64]]
  ) throws {
    let outside = Set(appended.joined())
    var next = 0
    let update = try db.cachedStatement(sql: "UPDATE question SET item = ? WHERE id = ?")
    for chapter in chapters {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, item FROM question WHERE bank_id = ? AND chapter_id = ? AND item IS NOT NULL
          ORDER BY item, part
          """, arguments: [bank, chapter])
      var lastItem: Int?
      for row in rows where !outside.contains(row[0]) {
        let item: Int = row[1]
        if let lastItem, lastItem != item { next += 1 }
        lastItem = item
        if item != next { try update.execute(arguments: [next, row[0] as Int64]) }
      }
      if lastItem != nil { next += 1 }
      let here = Set(rows.map { $0[0] as Int64 })
      for group in appended where group.first.map(here.contains) == true {
        for id in group { try update.execute(arguments: [next, id]) }
        next += 1
      }
    }
  }

  /// Numbers the items of a bank anew by the places of its questions, and counts them: after a question has
  /// entered or left practice otherwise than by a load. What is held back for an exam is not practised.
  static func renumber(_ db: Database, bank: Int64) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT q.id, q.item, q.place, q.chapter_id,
          v.state IN (\(QuestionState.practised)) AND q.question_use <> ?2
            AND NOT \(HeldQuestions.condition)
        FROM question q JOIN question_version v ON v.id = q.version_id
        JOIN chapter c ON c.id = q.chapter_id
        WHERE q.bank_id = ?1 ORDER BY c.position, c.id, q.place, q.part
        """, arguments: [bank, QuestionUse.exam.rawValue])
    let update = try db.cachedStatement(sql: "UPDATE question SET item = ? WHERE id = ?")
    var (item, count) = (-1, 0)
    var last: Int64?
    var runs: [Int64: (first: Int, items: Int, questions: Int)] = [:]
    for row in rows {
      var number: Int?
      if row[4] as Bool {
        let isNext = last != row[2]
        if isNext { item += 1 }
        last = row[2]
        number = item
        count += 1
        var run = runs[row[3]] ?? (item, 0, 0)
        if isNext { run.items += 1 }
        run.questions += 1
        runs[row[3]] = run
      }
      if number != row[1] as Int? { try update.execute(arguments: [number, row[0] as Int64]) }
    }
    for chapter in try Int64.fetchAll(
      db, sql: "SELECT id FROM chapter WHERE bank_id = ?", arguments: [bank])
    {
      let run = runs[chapter] ?? (0, 0, 0)
      try db.execute(
        sql: "UPDATE chapter SET first_item = ?, item_count = ?, question_count = ? WHERE id = ?",
        arguments: [run.first, run.items, run.questions, chapter])
    }
    try db.execute(
      sql: "UPDATE bank SET item_count = ?, question_count = ? WHERE id = ?",
      arguments: [item + 1, count, bank])
    try keep(db, bank: bank)
  }

  /// Keeps the order in one piece (see `Migration5`), as the questions have it now. To be called at the
  /// end of whatever changes their places.
  static func keep(_ db: Database, bank: Int64) throws {
    let rows = try BoundStatement(
      cachedBy: db,
      "SELECT id, item FROM question WHERE bank_id = ?1 AND item IS NOT NULL ORDER BY item, part")
    rows.bind(1, bank)
    var text: [UInt8] = []
    var last: Int64?
    while try rows.next() {
      let item = rows.integer(1)
      if let last { text.append(UInt8(ascii: last == item ? "+" : ",")) }
      last = item
      text.append(contentsOf: String(rows.integer(0)).utf8)
    }
    let statement = try BoundStatement(
      cachedBy: db,
      """
      INSERT INTO bank_order (bank_id, questions) VALUES (?1, ?2)
      ON CONFLICT (bank_id) DO UPDATE SET questions = excluded.questions
        WHERE questions <> excluded.questions
      """)
    statement.bind(1, bank)
    statement.bind(2, String(decoding: text, as: UTF8.self))
    try statement.run()
  }

  /// Goes through a bank item by item, as long as more is wanted: a hundred thousand questions are read
  /// in a fraction of the time that as many rows take.
  ///
  /// - Parameter wantsMore: takes an item's number and its questions.
  static func walk(
    _ db: Database, bank: Int64, _ wantsMore: (Int, [Int64]) throws -> Bool
  ) throws {
    // Read piece by piece: most days want only the beginning of a text of several hundred KB.
    var handle: OpaquePointer?
    let opened = sqlite3_blob_open(
      db.sqliteConnection, "main", "bank_order", "questions", bank, 0, &handle)
    // A bank without an order has no row, and nothing to ask.
    guard opened == SQLITE_OK, let handle else {
      guard opened == SQLITE_ERROR else {
        throw DatabaseError(resultCode: ResultCode(rawValue: opened))
      }
      return
    }
    defer { sqlite3_blob_close(handle) }
    let size = Int(sqlite3_blob_bytes(handle))
    guard size > 0 else { return }
    var piece = [UInt8](repeating: 0, count: min(size, 16_384))
    var item = 0
    var questions: [Int64] = []
    var number: Int64 = 0
    var offset = 0
    while offset < size {
      let count = min(piece.count, size - offset)
      let read = sqlite3_blob_read(handle, &piece, Int32(count), Int32(offset))
      guard read == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: read)) }
      offset += count
      for byte in piece.prefix(count) {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          number = number * 10 + Int64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "+"):
          questions.append(number)
          number = 0
        default:
          questions.append(number)
          guard try wantsMore(item, questions) else { return }
          item += 1
          questions.removeAll(keepingCapacity: true)
          number = 0
        }
      }
    }
    questions.append(number)
    _ = try wantsMore(item, questions)
  }
}

extension QuestionState {
  /// The numbers of the states that practice asks, for SQL.
  static var practised: String {
    allCases.filter(\.isPractised).map { String($0.rawValue) }.joined(separator: ", ")
  }
}
