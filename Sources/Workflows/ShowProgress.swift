import Learning
import People
import Storage
import Text

/// How far a learner came, by bank and chapter, and on which days.
package struct ShowProgress {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// So many weeks are shown, the present one included: a quarter of a year.
  package static let weeks = 13

  /// What there is to tell.
  package struct Figures: Sendable {
    /// A chapter of a bank; the title is empty for questions before the first heading.
    package struct Chapter: Sendable {
      package let title: String
      package let count: ProgressCount
    }

    /// A bank that practice has something to ask of.
    package struct Bank: Sendable {
      package let code: String
      package let title: String
      package let language: Language
      package let chapters: [Chapter]

      /// All chapters together.
      package var count: ProgressCount { chapters.map(\.count).reduce(ProgressCount(), +) }
    }

    package let learner: Learner
    /// In the order in which they were first loaded.
    package let banks: [Bank]
    /// The days that are told of.
    package let calendar: DayCalendar
    /// Standing answers by study day; of all banks, whichever were asked for. Days without any are not
    /// in it.
    package let answers: [Int: Int]

    /// All banks together.
    package var count: ProgressCount { banks.map(\.count).reduce(ProgressCount(), +) }
  }

  /// - Parameter banks: codes or titles; empty for all.
  /// - Throws: `WorkflowFailure.noSuchBank`, `StorageFailure`, `Authorisation.Refusal`.
  package func figures(of learner: Learner, banks codes: [String] = []) throws -> Figures {
    try Authorisation.authorise(actor, to: .readStatistics)
    let rule = try data.dayRule()
    let today = rule.day(of: data.environment.clock.now().utc)
    let calendar = DayCalendar(today: today, weeks: Self.weeks)
    let chapters = Dictionary(
      grouping: try data.figures.progress(of: learner.id, day: today), by: \.bank)
    let banks = try chosen(codes).compactMap { bank -> Figures.Bank? in
      guard let rows = chapters[bank.id] else { return nil }
      return Figures.Bank(
        code: bank.code, title: bank.title, language: bank.language,
        chapters: rows.map { .init(title: $0.chapter, count: $0.count) })
    }
    let answers = try data.figures
      .answers(of: learner.id, since: DayRule.before(calendar.first))
      .map { rule.day(of: $0.utc) }.filter { calendar.days.contains($0) }
      .reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
    return Figures(learner: learner, banks: banks, calendar: calendar, answers: answers)
  }

  private func chosen(_ codes: [String]) throws -> [StoredBank] {
    let all = try data.banks.banks()
    guard !codes.isEmpty else { return all }
    return try codes.map { code in
      guard let bank = all.first(where: { $0.code == code || $0.title == code }) else {
        throw WorkflowFailure.noSuchBank(code, known: all.map(\.code))
      }
      return bank
    }
  }
}
