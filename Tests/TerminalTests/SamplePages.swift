import Foundation
import Learning
import People
import Questions
import Reports
import Statistics
import Statutes
import TestKit
import Text

@testable import Terminal
@testable import Workflows

/// Every page of the program, with what a real session over `SampleTexts` gave it.
struct SamplePages: Sendable {
  struct Page: Sendable {
    let name: String
    /// Whether its columns stand under one another.
    var hasColumns = false
    let lines: @Sendable (PageStyle) -> [String]

    /// The lines whose columns stand under one another; the notes below a table are text.
    func columns(_ style: PageStyle) -> [String] {
      guard hasColumns else { return [] }
      let all = lines(style)
      // Rows of signs; headings and sentences are text.
      if name == "law coverage" { return all.filter { $0.contains(/^ +[0-9-]+  [-.0-9+ ]+$/) } }
      return Array(name == "report" ? all[..<(all.lastIndex(of: style.rule[0]) ?? 0)] : all[...])
    }
  }

  private(set) var pages: [Page] = []

  /// The pages in a language, made once.
  static func of(_ language: Language, hostile: Bool) throws -> SamplePages {
    try made[language == .chinese ? 0 : 1][hostile ? 1 : 0].get()
  }

  private static let made: [[Result<SamplePages, any Error>]] =
    [Language.chinese, .english].map { language in
      [false, true].map { hostile in
        Result { try SamplePages(SampleTexts(language: language, isHostile: hostile)) }
      }
    }

  func page(_ name: String) -> Page? { pages.first { $0.name == name } }

  private init(_ texts: SampleTexts) throws {
    let test = try TestData()
    try test.load(try texts.bank())
    let learner = try test.learner(texts.isHostile ? "张三" : texts.learner)
    try addPractice(texts, test, learner)
    try addMock(texts, test, learner)
    try addSimple(texts, test)
    try addFigures(texts, test, learner)
    try addHome(texts, test, learner)
    addReports(texts)
    try addLaws(texts)
    addCoverage(texts)
    addAdvice(texts)
    pages.append(
      Page(name: "help after an answer", hasColumns: true) {
        HelpPage.afterAnswer(style: $0, rates: true)
      })
    for verdict in Self.plainSentences { pages.append(verdict) }
  }

  // MARK: Practice

  private mutating func addPractice(
    _ texts: SampleTexts, _ test: TestData, _ learner: Learner
  ) throws {
    for (round, right) in [false, true, true].enumerated() {
      let run = try test.begin(.sequential, by: learner)
      var turn = try run.turn()
      while case .question(let shown) = turn {
        var card = shown
        if round == 2, try run.toggleStar(), let starred = try run.turn().card { card = starred }
        let code = "\(card.question.code.text) round \(round)"
        let question = card
        pages.append(
          Page(name: "question \(code)") {
            QuestionPage.lines(question, style: $0, interactive: true)
          })
        pages.append(
          Page(name: "help \(code)", hasColumns: true) { HelpPage.atQuestion(question, style: $0) })
        test.clock.advance(48_000)
        let response = Self.response(to: question.question, right: right, texts)
        if let feedback = try run.answer(response) {
          pages.append(
            Page(name: "feedback \(code)") {
              FeedbackPage.lines(feedback, style: $0, needed: 3)
            })
        }
        if round == 0, question.number == 3 {
          let end = try run.pause()
          pages.append(Page(name: "summary of a pause") { SummaryPage.lines(end, style: $0) })
        }
        turn = try run.turn()
      }
      if let end = turn.end {
        pages.append(Page(name: "summary round \(round)") { SummaryPage.lines(end, style: $0) })
      }
    }
  }

  /// A wrong response is half right where it can be, and in the learner's own words.
  private static func response(
    to question: Question, right: Bool, _ texts: SampleTexts
  ) -> Response {
    if right, question.kind == .short { return .text(texts.allWords) }
    guard !right else { return question.response(right: true) }
    switch question.key {
    case .options(let ids) where question.kind == .multiple:
      return .options(Set(ids.sorted { $0.number < $1.number }.prefix(1)))
    case .blanks: return .blanks([texts.typed, ""])
    case .points: return .text(texts.someWords)
    default: return question.response(right: false)
    }
  }

  // MARK: Simple mode

  private mutating func addSimple(_ texts: SampleTexts, _ test: TestData) throws {
    let learner = try test.learner("阿珍")
    let hand = texts.hand
    var person = learner
    person.name = texts.learner
    let named = person
    for round in [false, true] {
      let run = try test.begin(.simple, by: learner, assistedBy: "李四")
      while let card = try run.turn().card {
        let name = "\(card.question.code.text) \(round ? "right" : "wrong")"
        pages.append(
          Page(name: "simple \(name)") {
            SimplePage.question(
              card, learner: named, assistedBy: hand, style: $0, height: 24, interactive: true)
          })
        let response = Self.response(to: card.question, right: round, texts)
        if let feedback = try run.answer(response) {
          pages.append(
            Page(name: "simple feedback \(name)") {
              SimplePage.feedback(
                feedback, isLast: round, style: $0, height: 24, interactive: true)
            })
        }
      }
    }
    var learners = [learner, try test.data.learners.guest(now: 0)]
    learners[0].name = texts.learner
    let known = learners
    pages.append(
      Page(name: "simple learners") {
        SimplePage.learners(known, usual: 0, style: $0, height: 24)
      })
    pages.append(
      Page(name: "simple start") { SimplePage.learners([], usual: 0, style: $0, height: 24) })
    for (name, sitting, today) in [
      ("simple end", (10, 8), (10, 8)), ("simple second end", (10, 9), (20, 17)),
      ("simple empty end", (0, 0), (0, 0)),
    ] {
      pages.append(
        Page(name: name) {
          SimplePage.end(
            DayTally(answered: sitting.0, right: sitting.1),
            today: DayTally(answered: today.0, right: today.1), isOpen: sitting.0 == 0, style: $0,
            height: 24)
        })
    }
  }

  // MARK: A mock exam

  private mutating func addMock(
    _ texts: SampleTexts, _ test: TestData, _ learner: Learner
  ) throws {
    let points = Score(points: 10)
    let outline = MockOutline(
      sections: QuestionKind.all.map { .init(kind: $0, count: 1, points: points) } + [
        .init(.cases(questions: nil), count: 1, points: Score(hundredths: 250))
      ], minutes: 75)
    let run = try test.begin(.mock, by: learner, seed: 3, outline: outline)
    for number in 1...8 {
      guard let card = try run.jump(to: number)?.card else { continue }
      let name = "exam question \(number)"
      pages.append(
        Page(name: name) { QuestionPage.lines(card, style: $0, interactive: true) })
      pages.append(
        Page(name: "help \(name)", hasColumns: true) { HelpPage.atQuestion(card, style: $0) })
      if number % 3 == 0 { _ = try run.toggleMark() }
      if number == 4 { continue }
      _ = try run.answer(Self.response(to: card.question, right: number % 2 == 0, texts))
      if let answered = try run.jump(to: number)?.card {
        pages.append(
          Page(name: "\(name) answered") {
            QuestionPage.lines(answered, style: $0, interactive: true)
          })
      }
    }
    let sheet = try run.sheet()
    pages.append(
      Page(name: "sheet", hasColumns: true) { SheetPage.lines(sheet, style: $0, isExam: true) })
    let long = (1...123).map { number in
      SheetLine(
        number: number, kind: .single, isAnswered: number % 3 > 0, isMarked: number % 5 == 0,
        isCurrent: number == 60)
    }
    pages.append(
      Page(name: "long sheet", hasColumns: true) { SheetPage.lines(long, style: $0, isExam: true) })
    test.clock.advance(20 * 60_000)
    let end = try run.submit()
    pages.append(Page(name: "exam result") { SummaryPage.lines(end, style: $0) })
    var named = end
    named.title = texts.objection
    for (name, low, high) in [("below", 0, 10), ("across", 30, 70), ("above", 60, 70)] {
      named.outlook = .range(low: Score(points: low), high: Score(points: high), from: 10)
      let shown = named
      pages.append(
        Page(name: "exam result by blueprint, \(name)") { SummaryPage.lines(shown, style: $0) })
    }
    for line in try run.review() {
      pages.append(
        Page(name: "review \(line.card.number)") { SummaryPage.review(line, style: $0) })
    }
    let late = try test.begin(.mock, by: learner, seed: 4, outline: outline)
    test.clock.advance(76 * 60_000)
    if let end = try late.turn().end {
      pages.append(Page(name: "exam over time") { SummaryPage.lines(end, style: $0) })
    }
  }

  // MARK: Figures and reports

  private mutating func addFigures(
    _ texts: SampleTexts, _ test: TestData, _ learner: Learner
  ) throws {
    var named = learner
    named.name = texts.learner
    let helped = try test.begin(.random, by: learner, assistedBy: "李四")
    if let card = try helped.turn().card {
      _ = try helped.answer(card.question.response(right: true))
    }
    let shown = try ShowStatistics(test.data, actor: test.actor).figures(of: learner)
    let figures = ShowStatistics.Figures(
      learner: named, right: shown.right, assisted: shown.assisted, notebook: shown.notebook,
      starred: shown.starred, chapters: shown.chapters, days: shown.days, mocks: shown.mocks)
    pages.append(Page(name: "stats", hasColumns: true) { StatsPage.lines(figures, style: $0) })
    let fresh = try ShowStatistics(test.data, actor: test.actor)
      .figures(of: try test.learner("新来的"))
    if texts.language == .chinese {
      pages.append(Page(name: "stats of a new learner") { StatsPage.lines(fresh, style: $0) })
    }
  }

  private mutating func addHome(
    _ texts: SampleTexts, _ test: TestData, _ learner: Learner
  ) throws {
    var named = try EditLearners(test.data, actor: test.actor).set(
      String(learner.id.number), .init(showsStreak: true))
    named.name = texts.learner
    let date = "2026-11-24 20:15"
    func add(_ name: String) throws {
      let facts = try GatherHome(test.data).facts(
        of: named, language: texts.language, for: test.actor)
      let person = named
      pages.append(
        Page(name: name) { HomePage.lines(facts, learner: person, date: date, style: $0) })
      let progress = try ShowProgress(test.data, actor: test.actor).figures(of: named)
      pages.append(
        Page(name: name.replacing("home", with: "progress")) {
          ProgressPage.lines(progress, style: $0)
        })
    }
    try add("home")
    let code = try test.data.banks.banks().map(\.code)
    for date in ["2026-12-24", "2027-01-10"] {
      _ = try EditPlans(test.data, actor: test.actor).add(
        .init(date: date, banks: code, minutes: 20, title: nil), for: named,
        language: texts.language)
    }
    test.clock.advance(86_400_000)
    var bank = try texts.bank()
    bank.header.version = BankVersion("2030.1") ?? .zero
    for chapter in bank.chapters.indices {
      bank.chapters[chapter].items[0].questions[0].stem += "2"
    }
    // A title with a NUL, which no file can have, is not found again.
    if !texts.isHostile { try test.load(bank) }
    try add("home with plans")
    let run = try test.begin(.today, by: named)
    _ = try run.turn()
    _ = try run.pause()
    try add("home in the middle of a day")
  }

  private mutating func addReports(_ texts: SampleTexts) {
    let (unit, bank) = (texts.unit, texts.language == .chinese ? "“总则”一百题" : "\"100\" questions")
    let results = (1...5 as ClosedRange<Int64>).map { learner in
      PassRateReport.Result(
        learner: learner, unit: learner < 4 ? 1 : nil, month: "2026-11", banks: bank,
        isPassed: learner % 2 == 0)
    }
    let report = PassRateReport.report(
      PassRateReport.Facts(
        results: results, registered: ["2026-11": [1: [1, 2, 3, 6], 2: [7]]],
        unitNames: [1: unit, 2: unit + "2"], guestResults: 2, assistedResults: 1,
        asOf: "2026-11-24"))
    pages.append(Page(name: "report", hasColumns: true) { ReportPage.lines(report, style: $0) })
    let empty = PassRateReport.report(
      PassRateReport.Facts(
        results: [], registered: [:], unitNames: [:], guestResults: 0, assistedResults: 0,
        asOf: "2026-11-24"))
    pages.append(Page(name: "empty report") { ReportPage.lines(empty, style: $0) })
  }

  private mutating func addLaws(_ texts: SampleTexts) throws {
    let (old, new) = try texts.editions()
    let diff = EditionDiff(old: old, new: new)
    let questions = diff.changes.map { change in
      change.kind == .same
        ? []
        : change.old.map {
          CompareEditions.MetQuestion(
            bank: "p", code: "P-1", citation: Citation(title: old.title, provision: $0),
            kind: change.kind, edition: old.date)
        }
    }
    let comparison = CompareEditions.Comparison(
      diff: diff, questions: questions, met: questions.joined().count, current: 2)
    for isSummary in [false, true] {
      pages.append(
        Page(name: isSummary ? "law diff summary" : "law diff") {
          EditionDiffPage.lines(comparison, isSummary: isSummary, style: $0)
        })
    }
  }

  private mutating func addCoverage(_ texts: SampleTexts) {
    for (name, map) in [
      ("law coverage", texts.coverage()), ("law coverage of a learner", texts.coverageOfLearner()),
      ("no law coverage", texts.noCoverage()),
    ] {
      pages.append(
        Page(name: name, hasColumns: name == "law coverage") { CoveragePage.lines(map, style: $0) })
    }
  }

  // MARK: Ends

  private mutating func addAdvice(_ texts: SampleTexts) {
    let chapter = texts.objection
    func answers(_ verdicts: [Grade.Verdict]) -> [SessionSummary.Answered] {
      verdicts.map { SessionSummary.Answered(chapter: chapter, verdict: $0) }
    }
    for (name, verdicts, notebook, remaining) in [
      ("nothing", [], 0, 3), ("mistakes", [.wrong], 12, 3),
      ("chapter", [.wrong, .right, .wrong], 2, 3),
      ("mock", [.right], 0, 0), ("on", [.right, .blank, .partial], 1, 3),
    ] as [(String, [Grade.Verdict], Int, Int)] {
      let summary = SessionSummary(
        answers(verdicts), duration: 3_723_000, notebook: notebook, remaining: remaining)
      let end = PracticeEnd(summary: summary, result: nil, isOpen: false, keptAnswers: nil)
      pages.append(Page(name: "advice: \(name)") { SummaryPage.lines(end, style: $0) })
      pages.append(
        Page(name: "advice at home: \(name)") {
          SummaryPage.lines(end, style: $0, isFromHome: true)
        })
    }
  }

  private static let plainSentences = [
    Page(name: "rows of words") { style in
      style.row((1...30).map { "第\($0)项，" }) + style.row(["", "a", ""]) + style.row([])
    }
  ]
}
