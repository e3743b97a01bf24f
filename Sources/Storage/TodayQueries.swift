import GRDB
import Learning
import Questions

/// The questions of a day.
package struct TodayQueries: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// A question that practice may ask, with its place in the bank.
  package struct Candidate: Hashable, Sendable {
    package let ref: QuestionRef
    package let place: ItemPlan.Place
    package let part: Int
  }

  /// The present versions of these questions, save those that practice does not ask (any more) or
  /// that belong to other banks or lie outside the scope; in the order asked for.
  package func candidates(
    _ questions: [Int64], banks: [Int64], within scope: QuestionScope = .all
  ) throws(StorageFailure) -> [Candidate] {
    let wanted = Set(banks)
    return try file.read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT q.version_id, q.bank_id, q.item, q.part FROM question q WHERE q.id = ?
          \(scope.condition)
          """)
      return try questions.compactMap { question in
        guard let row = try Row.fetchOne(statement, arguments: [question]),
          let item = row[2] as Int?, wanted.contains(row[1])
        else { return nil }
        return Candidate(
          ref: QuestionRef(question: question, version: row[0]),
          place: .init(bank: row[1], item: item), part: row[3])
      }
    }
  }

  /// All questions of some items, those of a case together.
  package func questions(
    at places: [ItemPlan.Place]
  ) throws(StorageFailure) -> [QuestionRef] {
    try file.read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT id, version_id FROM question WHERE bank_id = ? AND item = ? AND item IS NOT NULL
          ORDER BY part
          """)
      return try places.flatMap { place in
        try Row.fetchAll(statement, arguments: [place.bank, place.item])
          .map { QuestionRef(question: $0[0], version: $0[1]) }
      }
    }
  }

  /// The places of the first items, in the order of the banks, of which nothing was answered yet.
  ///
  /// - Parameter limit: so many questions at most, but at least one item.
  package func unseen(
    banks: [Int64], limit: Int, within scope: QuestionScope = .all, hasSeen: (Int64) -> Bool
  ) throws(StorageFailure) -> [ItemPlan.Place] {
    guard limit > 0 else { return [] }
    return try file.read { db in
      var places: [ItemPlan.Place] = []
      var count = 0
      for bank in banks {
        let rows = try Row.fetchCursor(
          db.cachedStatement(
            sql: """
              SELECT q.id, q.item FROM question q WHERE q.bank_id = ? AND q.item IS NOT NULL
              \(scope.condition) ORDER BY q.item, q.part
              """), arguments: [bank])
        var seenItem: Int?
        while let row = try rows.next() {
          let item: Int = row[1]
          if hasSeen(row[0]) {
            seenItem = item
            // A case of which one question was answered comes with what is due.
            if places.last == .init(bank: bank, item: item) { places.removeLast() }
            continue
          }
          let place = ItemPlan.Place(bank: bank, item: item)
          guard item != seenItem else { continue }
          if places.last != place {
            if count >= limit { return places }
            places.append(place)
          }
          count += 1
        }
      }
      return places
    }
  }

  /// Whether practice may ask any question of these banks within the scope.
  package func isEmpty(
    banks: [Int64], within scope: QuestionScope
  ) throws(StorageFailure) -> Bool {
    try file.read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM question q WHERE q.bank_id = ? AND q.item IS NOT NULL
            \(scope.condition))
          """)
      return try !banks.contains { try Bool.fetchOne(statement, arguments: [$0]) ?? false }
    }
  }
}

extension QuestionScope {
  /// What has to hold for a row of `question q`, to stand behind other conditions; nothing where every
  /// question lies within.
  var condition: String {
    guard let kinds else { return "" }
    let names = kinds.map { "'\($0.id)'" }.joined(separator: ", ")
    return """
      AND EXISTS (SELECT 1 FROM question_version v WHERE v.id = q.version_id
        AND v.passage_version_id IS NULL AND v.kind IN (\(names)))
      """
  }
}
