import GRDB
import Learning
import People

/// All memories of a learner at a glance, gathered in one pass: what is due, what was seen.
package struct MemorySurvey: Sendable {
  /// A question to be asked again.
  package struct Due: Hashable, Sendable {
    package let question: Int64
    package let memory: QuestionMemory
  }

  /// The questions due on the day.
  package private(set) var due: [Due] = []
  /// How many questions were first answered on the day.
  package private(set) var newToday = 0
  /// How many questions were answered ever.
  package private(set) var seen = 0
  /// When the next come due after the day; nil where none will.
  package private(set) var next: NextDue?
  /// The latest day of an answer; nil where there is none.
  package private(set) var lastDay: Int?
  /// One bit a question, by number: a hundred thousand take 12 KB.
  private var seenBits: [UInt64] = []

  /// Whether the question was answered before.
  package func hasSeen(_ question: Int64) -> Bool {
    let word = Int(question / 64)
    return seenBits.indices.contains(word) && seenBits[word] & (1 << UInt64(question % 64)) != 0
  }

  init(_ db: Database, of learner: LearnerID, day: Int) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT question_id, last_day, due_day, first_day, is_due, answered, right, streak,
            in_notebook, stability, difficulty
          FROM question_memory WHERE learner_id = ?
          """), arguments: [learner.number])
    while let row = try rows.next() {
      guard let last = row[1] as Int?, let dueDay = row[2] as Int?, let first = row[3] as Int?
      else { continue }
      let question: Int64 = row[0]
      take(question, firstDay: first, lastDay: last, day: day)
      let isMarked: Bool = row[4]
      // The rule of `QuestionMemory.isDue(on:)`, before the rest of the row is read.
      guard isMarked || dueDay <= day || last > day else {
        take(dueIn: dueDay - day)
        continue
      }
      due.append(
        Due(
          question: question,
          memory: QuestionMemory(
            answered: row[5], right: row[6], streak: row[7], inNotebook: row[8], isDue: isMarked,
            review: .init(
              state: MemoryState(stability: row[9], difficulty: row[10]), firstDay: first,
              lastDay: last, dueDay: dueDay))))
    }
  }

  private mutating func take(dueIn days: Int) {
    if days < next?.days ?? .max { next = NextDue(days: days, questions: 0) }
    if days == next?.days { next?.questions += 1 }
  }

  private mutating func take(_ question: Int64, firstDay: Int, lastDay: Int, day: Int) {
    seen += 1
    if firstDay == day { newToday += 1 }
    self.lastDay = max(self.lastDay ?? lastDay, lastDay)
    let word = Int(question / 64)
    if word >= seenBits.count {
      seenBits.append(contentsOf: repeatElement(0, count: max(word + 1 - seenBits.count, 1024)))
    }
    seenBits[word] |= 1 << UInt64(question % 64)
  }
}

extension MemoryStore {
  /// All memories of a learner at a glance.
  ///
  /// - Parameter day: the study day that "due" is meant for.
  package func survey(
    of learner: LearnerID, day: Int
  ) throws(StorageFailure) -> MemorySurvey {
    try file.read { db in try MemorySurvey(db, of: learner, day: day) }
  }
}
