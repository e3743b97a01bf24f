import Testing
import Text

@testable import Learning

/// On course, behind or impossible, and the minutes that a day must now take.
@Suite struct PlanCourseTests {
  private static func planner(questions: Int, days: Int, seen: Int = 0) -> StudyPlanner {
    let review = QuestionMemory().after(AnswerRecord(verdict: .wrong, day: 95), needed: 3).review
    return StudyPlanner(
      (0..<questions).map {
        PlanItem(
          place: .init(bank: 1, item: $0), questions: [.init(review: $0 < seen ? review : nil)])
      }, today: 100, examDay: 100 + days, pace: .usual)
  }

  @Test(arguments: [
    (500, 30, 0, 20, PlanCourse.State.onCourse), (500, 30, 0, 10, .behind),
    (500, 5, 0, 20, .behind), (500, 5, 500, 20, .behind), (500, 1, 0, 20, .impossible),
    (5000, 10, 0, 60, .impossible), (10, 1, 0, 10, .onCourse), (20, 3, 20, 1, .behind),
    (600, 1, 0, 600, .onCourse),
  ])
  func `the course is told by what the minutes come to`(
    questions: Int, days: Int, seen: Int, minutes: Int, state: PlanCourse.State
  ) {
    let planner = Self.planner(questions: questions, days: days, seen: seen)
    let course = PlanCourse(planner, minutes: minutes, practised: 0)
    #expect(course.state == state)
    switch state {
    case .onCourse:
      #expect(course.forecast.unseen == 0 && course.forecast.recall >= PlanCourse.goal)
      #expect(course.needed.map { $0 <= minutes } == true)
    case .behind: #expect(course.needed.map { $0 > minutes && $0 <= 240 } == true)
    case .impossible: #expect(course.needed == nil)
    }
  }

  @Test(arguments: [(500, 30), (120, 4), (60, 1)])
  func `the minutes needed suffice, and fewer do not`(questions: Int, days: Int) throws {
    let planner = Self.planner(questions: questions, days: days)
    let needed = try #require(PlanCourse(planner, minutes: 5, practised: 0).needed)
    #expect(PlanCourse(planner, minutes: needed, practised: 0).state == .onCourse)
    #expect(PlanCourse(planner, minutes: needed - 1, practised: 0).state == .behind)
    #expect(PlanCourse(planner, minutes: 200, practised: 0).needed == needed)
  }

  @Test func `missed days raise what a day must take`() throws {
    let needed = try [30, 25, 15, 8].map { days in
      try #require(
        PlanCourse(Self.planner(questions: 500, days: days), minutes: 5, practised: 0).needed)
    }
    #expect(needed == needed.sorted())
    #expect(Set(needed).count == needed.count)
  }

  @Test func `what was practised today is not reckoned with again`() {
    let planner = Self.planner(questions: 60, days: 1)
    #expect(PlanCourse(planner, minutes: 100, practised: 0).state == .onCourse)
    let spent = PlanCourse(planner, minutes: 100, practised: 100 * 60)
    #expect(spent.state == .behind)
    #expect(spent.forecast.unseen == 60)
    #expect(spent.needed.map { $0 > 100 } == true)
  }

  @Test(arguments: [
    (500, 30, 20, "进度正常：每天 20 分钟，考前见完全部题，照计划练预计答对 ", "On course: 20 minutes a day"),
    (500, 5, 20, "进度落后：现在每天要 ", "Behind: a day must now take "),
    (5000, 10, 20, "来不及：每天 240 分钟也不够；按每天 20 分钟，", "Impossible: even 240 minutes"),
  ])
  func `the course is one sentence in both languages`(
    questions: Int, days: Int, minutes: Int, zh: String, en: String
  ) {
    let course = PlanCourse(
      Self.planner(questions: questions, days: days), minutes: minutes, practised: 0)
    #expect(course.wording.zh.hasPrefix(zh), "\(course.wording.zh)")
    #expect(course.wording.en.hasPrefix(en), "\(course.wording.en)")
    #expect(course.wording.zh.contains("\(course.recallPercent)%"))
    #expect(course.wording.en.contains("\(course.recallPercent)%"))
    if course.forecast.unseen > 0 {
      #expect(course.wording.zh.contains("\(course.forecast.unseen) 题见不到"))
    }
  }
}
