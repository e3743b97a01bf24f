import Learning
import People
import Statutes
import Storage
import Text

/// Making and dropping exam plans.
package struct EditPlans {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// A plan as someone asks for it.
  package struct Wish: Sendable {
    /// The exam day: 2026-12-31, 2026/12/31 or 2026年12月31日.
    package var date: String
    /// Codes or titles of banks; empty for all of the language.
    package var banks: [String]
    /// Minutes a day.
    package var minutes: Int
    /// nil names it by its first bank.
    package var title: String?

    package init(date: String, banks: [String] = [], minutes: Int = 20, title: String? = nil) {
      self.date = date
      self.banks = banks
      self.minutes = minutes
      self.title = title
    }
  }

  /// Adds a plan.
  ///
  /// - Throws: `WorkflowFailure`, `StorageFailure`.
  package func add(
    _ wish: Wish, for learner: Learner, language: Language
  ) throws -> ExamPlan {
    try Authorisation.authorise(actor, to: .editPlans)
    let now = data.environment.clock.now().utc
    let today = try data.dayRule().day(of: now)
    let examDay = try examDay(wish.date, today: today)
    guard ExamPlan.minutesAllowed.contains(wish.minutes) else {
      throw WorkflowFailure.plan(.minutesOutOfRange(wish.minutes))
    }
    let banks = try PlanPractice(data).banks(wish.banks, language: language)
    if let empty = banks.first(where: { $0.items == 0 }) {
      throw WorkflowFailure.plan(.bankEmpty(empty.title))
    }
    let plan = try data.plans.add(
      title: try title(wish.title, banks: banks), examDay: examDay, minutes: wish.minutes,
      banks: Set(banks.map(\.id)).sorted(), for: learner.id, today: today, now: now)
    guard let plan else {
      let running = try data.plans.plans(of: learner.id).filter { !$0.isOver(on: today) }
      throw WorkflowFailure.plan(.tooMany(numbers: running.map(\.number).sorted()))
    }
    return plan
  }

  private func examDay(_ text: String, today: Int) throws -> Int {
    guard let date = Self.date(text) else { throw WorkflowFailure.plan(.dateUnreadable(text)) }
    let day = CivilDay.number(of: date)
    guard day > today else {
      throw WorkflowFailure.plan(.notAhead(date.iso, today: CivilDay(today).iso))
    }
    guard day - today <= ExamPlan.furthest else {
      throw WorkflowFailure.plan(
        .tooFar(
          date.iso, furthest: CivilDay(today + ExamPlan.furthest).iso))
    }
    return day
  }

  /// Reads a date as people write it.
  private static func date(_ text: String) -> CalendarDate? {
    let parts = text.split(whereSeparator: { "-/.年月日".contains($0) || $0.isWhitespace })
    guard parts.count == 3, parts[0].count == 4,
      parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy { ("0"..."9").contains($0) } }
      ),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private func title(_ wished: String?, banks: [StoredBank]) throws -> String {
    guard let wished else {
      let first = banks.first?.title ?? ""
      return UsableName.name(String(first.prefix(40))) ?? banks.first?.code ?? ""
    }
    guard let usable = UsableName.name(wished) else {
      throw WorkflowFailure.plan(.titleUnusable(wished))
    }
    return usable
  }

  /// Drops a plan by its number; what was practised stays.
  ///
  /// - Returns: the plan as it was.
  /// - Throws: `PlanFailure.unknown`, `StorageFailure`.
  package func drop(_ number: Int, of learner: Learner) throws -> ExamPlan {
    try Authorisation.authorise(actor, to: .editPlans)
    let plans = try data.plans.plans(of: learner.id)
    guard let plan = plans.first(where: { $0.number == number }),
      try data.plans.drop(
        number, of: learner.id, now: data.environment.clock.now().utc)
    else {
      throw WorkflowFailure.plan(.unknown(number, known: plans.map(\.number).sorted()))
    }
    return plan
  }
}
