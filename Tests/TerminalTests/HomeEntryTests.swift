import Learning
import Questions
import TestKit
import Testing
import Text

@testable import Terminal
@testable import Workflows

/// The numbers at home, and what Enter alone means.
@Suite struct HomeEntryTests {
  private static func point(_ mode: PracticeMode, remaining: Int64? = nil) -> HomeFacts.ResumePoint
  {
    HomeFacts.ResumePoint(
      attempt: OpenAttempt(
        id: AttemptID(1), mode: mode, opened: Moment(utc: 0, monotonic: 0, boot: "")),
      number: 9, total: 325, remaining: remaining)
  }

  private static func facts(
    _ today: HomeFacts.Today, resume: HomeFacts.ResumePoint? = nil
  ) -> HomeFacts {
    HomeFacts(
      today: today, plans: [], resume: resume, amended: [], notebook: 3, starred: 2, scores: [],
      streak: nil)
  }

  private static func sitting(_ resume: HomeFacts.ResumePoint? = nil) -> HomeFacts.Today {
    .sitting(.init(reviews: 1, new: 2, waiting: 0, isPlanned: false, seconds: 90, resume: resume))
  }

  static let days: [(facts: HomeFacts, enter: Int)] = [
    (facts(sitting()), 1), (facts(sitting(point(.today))), 1),
    (facts(sitting(), resume: point(.random)), 1),
    (facts(sitting(), resume: point(.mock, remaining: 60_000)), 12),
    (facts(sitting(), resume: point(.mock)), 1),
    (facts(.done(next: nil), resume: point(.sequential)), 12),
    (facts(.done(next: NextDue(days: 2, questions: 5))), 2), (facts(.planned), 2),
    (facts(.noBanks), 2),
  ]

  /// What each number has meant since it was first given.
  static let numbers: [(number: Int, words: [String])] = [
    (1, ["今日", "today"]), (2, ["顺序", "sequential"]), (3, ["章节", "by"]), (4, ["随机", "random"]),
    (5, ["错题", "missed"]), (6, ["收藏", "starred"]), (7, ["背题", "read"]), (8, ["模拟", "mock"]),
    (9, ["换学员", "another"]), (10, ["学习统计", "stat"]), (11, ["学习进度", "prog"]),
    (12, ["继续上次", "go on"]), (0, ["退出", "leave"]),
  ]

  @Test(arguments: days.indices)
  func `a number means the same on every day, and Enter what is likeliest`(index: Int) throws {
    let (facts, enter) = Self.days[index]
    let entries = HomeEntry.all(facts)
    for (number, words) in Self.numbers {
      guard let entry = entries.first(where: { $0.number == number }) else {
        #expect(number == 12 && facts.resume == nil)
        continue
      }
      for word in words {
        #expect(entry.isCalled(word, facts), "\(number) \(word)")
        // With today's own "go on" on offer it is the first that the words fit.
        if word != "go on" {
          #expect(entries.first { $0.isCalled(word, facts) } == entry, "\(number) \(word)")
        }
      }
    }
    #expect(Set(entries.map(\.number)).count == entries.count)
    #expect(HomeEntry.likeliest(facts).number == enter)
    #expect(entries.contains(HomeEntry.likeliest(facts)))
  }

  @Test func `the screen names what Enter does, and where things were left`() throws {
    for (facts, enter) in Self.days {
      let test = try TestData()
      let lines = HomePage.lines(
        facts, learner: try test.learner(), date: "2026-11-24",
        style: PageStyle(width: 80, language: .chinese, plain: false))
      #expect(lines.contains { $0.contains("直接回车 = \(enter)；") })
      #expect(lines.contains { $0.hasPrefix(" 上次：") } == (facts.resume != nil))
      if case .sitting(let sitting) = facts.today, sitting.resume != nil {
        #expect(lines.contains { $0.contains("继续今日练习  第 9 题 / 325") })
      } else {
        #expect(lines.contains { $0.hasPrefix("  1  今日练习") })
      }
    }
  }

  @Test(arguments: [
    WorkflowFailure.nothingToday(next: nil),
    .nothingToday(next: NextDue(days: 1, questions: 7)), .plan(.done),
  ])
  func `a day that is done leads on by a command at the shell, by an entry at home`(
    done: WorkflowFailure
  ) {
    #expect(done.isDayDone)
    for language in [Language.chinese, .english] {
      let atHome = HomeEntry.advice(after: done)(language)
      #expect(done.wording(language).hasSuffix("mingfa practice sequential"))
      #expect(!atHome.contains("mingfa ") && atHome.contains(" 2"), "\(atHome)")
      #expect(atHome.hasPrefix(done.doneNews?(language) ?? "?"))
    }
  }

  @Test(arguments: [Language.chinese, .english])
  func `the card at the end of a session names an entry where home comes next`(
    language: Language
  ) throws {
    let style = PageStyle(width: 80, language: language, plain: false)
    let pages = try SamplePages.of(language, hostile: false)
    for (name, number) in [("mistakes", 5), ("mock", 8)] {
      let atHome = try #require(pages.page("advice at home: \(name)")).lines(style).joined()
      #expect(!atHome.contains("mingfa ") && atHome.contains(" \(number)"), "\(atHome)")
      let atShell = try #require(pages.page("advice: \(name)")).lines(style).joined()
      #expect(atShell.contains("mingfa practice "))
    }
  }

  @Test(arguments: [(0, "."), (1, "-"), (9, "-"), (10, "+"), (29, "+"), (30, "#"), (9999, "#")])
  func `more answers have a heavier sign`(answers: Int, sign: String) {
    #expect(String(HeatMap.sign(answers)) == sign)
  }

  @Test(arguments: [Language.chinese, .english], [40, 80])
  func `the map has every day at its place, and nothing after today`(
    language: Language, width: Int
  ) {
    // 2026-11-24, a Tuesday.
    let calendar = DayCalendar(today: 20_781, weeks: 13)
    let map = HeatMap(calendar, answers: [20_781: 12, 20_780: 1, calendar.first: 40, 20_700: 3])
    let lines = map.lines(language)
    #expect(lines.count == 8)
    #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= min(width, map.width) })
    let cells = lines.dropFirst().map { $0.split(separator: " ").dropFirst().map(String.init) }
    #expect(cells.map(\.count) == [13, 13, 12, 12, 12, 12, 12])
    #expect(cells[0].first == "#" && cells[0].last == "-" && cells[1].last == "+")
    #expect(cells.joined().filter { $0 != "." }.sorted() == ["#", "+", "-", "-"])
    let months = lines[0].split(separator: " ")
    #expect(months.count == 3)
    #expect(
      !(lines + map.legend(style: PageStyle(width: width, language: language, plain: false)))
        .joined().unicodeScalars.contains(where: DisplayWidth.isAmbiguous))
  }
}
