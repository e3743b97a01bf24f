import Learning
import People
import Questions
import Statistics
import Storage

/// A learner's own figures.
package struct ShowStatistics {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// What there is to tell.
  package struct Figures: Sendable {
    /// How far a learner came in a chapter of a bank of which at least one answer stands.
    package struct Chapter: Sendable {
      /// The bank's code and its title.
      package let code: String
      package let bank: String
      package let title: String
      /// Different questions seen, of so many.
      package let seen: Int
      package let questions: Int
      package let right: Rate
    }

    /// The answers of one day, which begins at the hour set with the data.
    package struct Day: Sendable {
      /// 2026-11-24.
      package let date: String
      package let answered: Int
      package let right: Int
    }

    package let learner: Learner
    package let right: Rate
    /// Answers that another hand typed; they are in `right` too.
    package let assisted: Rate
    package let notebook: Int
    package let starred: Int
    package let chapters: [Chapter]
    /// The last days with answers, at most fourteen, oldest first.
    package let days: [Day]
    package let mocks: [FigureQueries.ResultRow]
  }

  /// - Throws: `StorageFailure`.
  package func figures(of learner: Learner) throws -> Figures {
    try Authorisation.authorise(actor, to: .readStatistics)
    let answers = try data.figures.answers(of: learner.id)
    let rule = try data.dayRule()
    let counts = try data.practice.counts(of: learner.id)
    var chapters: [Figures.Chapter] = []
    for bank in try data.banks.banks() {
      let here = Dictionary(
        grouping: answers.filter { $0.bank == bank.id }, by: \.chapter)
      guard !here.isEmpty else { continue }
      for chapter in try data.banks.chapters(of: bank.id) {
        let given = here[chapter.title] ?? []
        chapters.append(
          Figures.Chapter(
            code: bank.code, bank: bank.title, title: chapter.title,
            seen: Set(given.map(\.question)).count, questions: chapter.questions,
            right: Self.rate(given)))
      }
    }
    let byDay = Dictionary(grouping: answers) { rule.day(of: $0.utc) }
    let days = byDay.keys.sorted().suffix(14).map { day in
      let given = byDay[day] ?? []
      return Figures.Day(
        date: CivilDay(day).iso, answered: given.count,
        right: given.count { $0.verdict == .right })
    }
    return Figures(
      learner: learner, right: Self.rate(answers),
      assisted: Self.rate(answers.filter(\.isAssisted)), notebook: counts.notebook,
      starred: counts.starred, chapters: chapters, days: days,
      mocks: try data.figures.results(of: learner.id))
  }

  private static func rate(_ answers: [FigureQueries.AnswerRow]) -> Rate {
    Rate(answers.count { $0.verdict == .right }, of: answers.count)
  }
}
