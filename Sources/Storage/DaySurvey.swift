import GRDB
import Learning
import People

/// A learner's day at a glance: what is due, what comes new, how much the notebook holds.
///
/// Two passes, each over rows as they lie on the disk: the learner's memories, then the practice order,
/// which is an index of its own. To look 100,000 memories up by their questions would take far longer.
package struct DaySurvey: Sendable {
  /// The questions that are due on the day, of the banks asked for.
  package private(set) var due: [TodayQueue.Due] = []
  /// The first items of these banks of which nothing was answered, within the day's budget.
  package private(set) var new: [ItemPlan.Place] = []
  /// How many questions of all banks are in the notebook, or due again since their key was changed;
  /// counted where it is wanted.
  package private(set) var notebook = 0

  /// - Parameters:
  ///   - banks: in the order in which new questions come.
  ///   - day: the study day.
  ///   - newPerDay: how many questions come for the first time on a day; a case comes whole.
  ///   - scope: which questions may come, due or new.
  ///   - others: banks of which only the notebook is counted; nil where it is not.
  init(
    _ db: Database, of learner: LearnerID, banks: [Int64], day: Int, newPerDay: Int,
    within scope: QuestionScope, others: [Int64]?
  ) throws {
    var memories = try Memories(db, of: learner, day: day, notebook: others != nil)
    var budget = newPerDay - memories.newToday
    for bank in banks where budget > 0 || memories.left > 0 {
      try Self.walk(db, bank, within: scope) { item, questions in
        var hasSeen = false
        for question in questions {
          let marks = memories.take(question)
          if marks & Memories.isSeen != 0 { hasSeen = true }
          if marks & Memories.isInNotebook != 0 { notebook += 1 }
          if marks & Memories.isDue != 0, let memory = memories.due[question] {
            due.append(
              TodayQueue.Due(
                place: .init(bank: bank, item: item), isChanged: memory.isChanged,
                stability: memory.stability, lastDay: memory.lastDay, on: day))
          }
        }
        if !hasSeen, budget > 0 {
          new.append(ItemPlan.Place(bank: bank, item: item))
          budget -= questions.count
        }
        return budget > 0 || memories.left > 0
      }
    }
    for bank in others ?? [] where memories.left > 0 {
      try Self.walk(db, bank, within: .all) { _, questions in
        for question in questions where memories.take(question) & Memories.isInNotebook != 0 {
          notebook += 1
        }
        return memories.left > 0
      }
    }
  }

  /// Goes through what practice asks of a bank, item by item, as long as more is wanted.
  private static func walk(
    _ db: Database, _ bank: Int64, within scope: QuestionScope,
    _ wantsMore: (Int, ArraySlice<Int64>) -> Bool
  ) throws {
    let rows = try BoundStatement(
      cachedBy: db,
      """
      SELECT q.id, q.item FROM question q WHERE q.bank_id = ?1 AND q.item IS NOT NULL
      \(scope.condition) ORDER BY q.item, q.part
      """)
    rows.bind(1, bank)
    var questions: [Int64] = []
    var item = 0
    while try rows.next() {
      let next = Int(rows.integer(1))
      if next != item, !questions.isEmpty {
        guard wantsMore(item, questions[...]) else { return rows.reset() }
        questions.removeAll(keepingCapacity: true)
      }
      item = next
      questions.append(rows.integer(0))
    }
    if !questions.isEmpty { _ = wantsMore(item, questions[...]) }
  }
}

/// What a learner remembers, question by question.
private struct Memories {
  static let isSeen: UInt8 = 1
  static let isDue: UInt8 = 2
  static let isInNotebook: UInt8 = 4

  struct Due {
    var isChanged: Bool
    var stability: Double
    var lastDay: Int
  }

  private(set) var due: [Int64: Due] = [:]
  /// How many questions were first answered on the day.
  private(set) var newToday = 0
  /// How many questions that are due or in the notebook were not taken yet.
  private(set) var left = 0
  /// By the question's number: a hundred thousand take 100 KB.
  private var marks: [UInt8] = []

  init(_ db: Database, of learner: LearnerID, day: Int, notebook: Bool) throws {
    let row = try BoundStatement(
      cachedBy: db,
      """
      SELECT question_id, due_day, last_day, first_day, is_due, in_notebook, stability
      FROM question_memory WHERE learner_id = ?1
      """)
    row.bind(1, learner.number)
    while try row.next() {
      let isChanged = row.integer(4) != 0
      var mark: UInt8 = notebook && (isChanged || row.integer(5) != 0) ? Self.isInNotebook : 0
      let question = row.integer(0)
      // Without a day nothing but blank answers was given.
      if let dueDay = row.number(1).map(Int.init) {
        mark |= Self.isSeen
        let last = Int(row.integer(2))
        if row.integer(3) == day { newToday += 1 }
        // The rule of `QuestionMemory.isDue(on:)`.
        if isChanged || dueDay <= day || last > day {
          mark |= Self.isDue
          due[question] = Due(
            isChanged: isChanged, stability: row.fraction(6) ?? 1, lastDay: last)
        }
      }
      set(mark, of: question)
      if mark > Self.isSeen { left += 1 }
    }
  }

  private mutating func set(_ mark: UInt8, of question: Int64) {
    let place = Int(question)
    if place >= marks.count {
      marks.append(contentsOf: repeatElement(0, count: max(place + 1 - marks.count, 4096)))
    }
    marks[place] = mark
  }

  /// What is known of a question. Each is taken once.
  mutating func take(_ question: Int64) -> UInt8 {
    let place = Int(question)
    guard place < marks.count else { return 0 }
    let mark = marks[place]
    if mark > Self.isSeen { left -= 1 }
    return mark
  }
}
