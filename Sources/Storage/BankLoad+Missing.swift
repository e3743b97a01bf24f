import GRDB
import Questions

/// The end of a load: what the file lacks, and the counts.
extension BankLoad {
  /// A question that the file lacks.
  private struct Absent {
    var question: KnownBank.Question
    var version: Int64
    var isRetired: Bool
  }

  /// Comes last: settles the questions that the file lacks, the places of all, and the counts.
  func finish(retireMissing: Bool) throws -> BankLoadSummary {
    guard let header else { throw StorageFailure.missing(.header) }
    let absent = try absentQuestions()
    try placeBehind(absent.map(\.question))
    let missing = absent.filter { !$0.isRetired }
    if retireMissing {
      for absent in missing {
        try writer.retire(absent.question.id, version: absent.version)
      }
      summary.retired = missing.count
    } else {
      summary.lacking = missing.count
      let practised = missing.map(\.question).filter { $0.item != nil }
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
    try BankOrder.keep(db, bank: bankID)
    return summary
  }

  /// In the order that they had.
  private func absentQuestions() throws -> [Absent] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT v.id, v.state FROM question q JOIN question_version v ON v.id = q.version_id
        WHERE q.id = ?
        """)
    return try (known?.questions ?? []).enumerated().filter { !isSeen[$0.offset] }.map(\.element)
      .sorted { ($0.place, $0.part, $0.id) < ($1.place, $1.part, $1.id) }
      .map { question in
        let row = try Row.fetchOne(statement, arguments: [question.id])
        return Absent(
          question: question, version: row?[0] ?? 0,
          isRetired: row?[1] as Int? == QuestionState.retired.rawValue)
      }
  }

  /// Gives what the file lacks the places behind all others, and its chapters, where the file has
  /// them no more, too; in the order that it had.
  private func placeBehind(_ absent: [KnownBank.Question]) throws {
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
  private func keepMissing(_ missing: [KnownBank.Question]) throws {
    var groups: [[KnownBank.Question]] = []
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
