import GRDB

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
}
