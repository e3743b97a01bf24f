import Foundation
import Testing

/// `mingfa plan`, and the line at the start of a sitting.
@Suite struct PlanCommandTests {
  private func desk() throws -> Desk {
    let desk = try Desk.town()
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z"
    return desk
  }

  @Test func `a plan is added, listed and dropped`() throws {
    let desk = try desk()
    let added = try desk.mingfa(
      "plan", "add", "2026-12-24", "--bank", "town", "--minutes", "15", "--name", "公共法律知识")
    #expect(added.status == 0)
    #expect(added.text.contains("已给张三添加计划 1"))
    #expect(added.text.contains("“公共法律知识”还有 30 天，进度正常"))
    let list = try desk.mingfa("计划", "列表")
    #expect(list.lines.first == " 张三的考试计划")
    #expect(list.text.contains("2026-12-24"))
    #expect(list.text.contains("正常"))
    let sentences = try desk.mingfa("plan", "list", "--plain", "--lang", "en")
    #expect(sentences.lines.first == " Exam plans of 张三")
    #expect(sentences.text.contains("Exam day: 2026-12-24"))
    #expect(sentences.text.contains("Course: on course"))
    let dropped = try desk.mingfa("计划", "放弃", "1")
    #expect(dropped.text.contains("已放弃张三的计划 1"))
    let none = try desk.mingfa("plan", "list")
    #expect(none.status == 0)
    #expect(none.text.contains("张三还没有计划"))
  }

  private struct List: Decodable {
    struct Plan: Decodable {
      struct Today: Decodable {
        var new: Int
        var reviews: Int
        var minutes: Int
        var practisedMinutes: Int
      }
      var number: Int
      var name: String
      var examDay: String
      var daysLeft: Int
      var banks: [String]
      var minutes: Int
      var course: String
      var minutesNeeded: Int?
      var questions: Int
      var seen: Int
      var unseenOnDay: Int?
      var predictedPercent: Int?
      var today: Today?
      var notices: [String]
    }
    var schema: String
    var plans: [Plan]
  }

  @Test func `the list as JSON has the course, the minutes and the forecast`() throws {
    let desk = try desk()
    try desk.mingfa("plan", "add", "2026-12-24", "--minutes", "1")
    try desk.mingfa("plan", "add", "2026-11-26", "--bank", "town", "--minutes", "30")
    desk.environment["MINGFA_CLOCK"] = "2026-11-26T04:00:00Z"
    let run = try desk.mingfa("plan", "list", "--format", "json")
    let list = try JSONDecoder().decode(List.self, from: run.output)
    #expect(list.schema == "mingfa.plan-list/1")
    #expect(list.plans.map(\.number) == [2, 1])
    let (over, running) = (list.plans[0], list.plans[1])
    #expect(over.course == "over" && over.daysLeft == 0 && over.today == nil)
    #expect(running.course == "on-course" && running.daysLeft == 28)
    #expect(running.minutesNeeded == 1 && running.unseenOnDay == 0 && running.seen == 0)
    #expect(running.predictedPercent.map { $0 >= 80 } == true)
    #expect(running.today.map { $0.new > 0 && $0.minutes <= 2 && $0.practisedMinutes == 0 } == true)
  }

  @Test func `a sitting of today says the course first and asks what was planned`() throws {
    let desk = try desk()
    try desk.mingfa("plan", "add", "2026-12-24", "--minutes", "20")
    let run = try desk.mingfa("practice", "today", input: "a\n")
    #expect(run.status == 0)
    let lines = run.lines
    let course = try #require(lines.firstIndex { $0.contains("还有 30 天，进度正常") })
    let question = try #require(lines.firstIndex { $0.contains("第 1 /") })
    #expect(course < question)
  }

  @Test(arguments: [
    (["plan", "add", "2026-11-24"], 64, "不在今天（2026-11-24）之后"),
    (["plan", "add", "2025-11-24"], 64, "不在今天"),
    (["plan", "add", "2036-11-24"], 64, "太远"),
    (["plan", "add", "明天"], 64, "“明天”不是日期"),
    (["plan", "add", "2026-12-24", "--minutes", "0"], 64, "每天 0 分钟不能作计划；请用 1 到 600"),
    (["plan", "add", "2026-12-24", "--minutes", "601"], 64, "请用 1 到 600"),
    (["plan", "add", "2026-12-24", "--bank", "nowhere"], 64, "没有题库“nowhere”"),
    (["plan", "add", "2026-12-24", "--learner", "没有的人"], 64, "没有学员“没有的人”"),
    (["plan", "drop", "7"], 64, "没有计划 7；现有：1、2"),
    (["plan", "add", "2026-12-24"], 64, "最多 2 个"),
  ])
  func `what cannot be planned is one sentence, and nothing changes`(
    arguments: [String], status: Int32, sentence: String
  ) throws {
    let desk = try desk()
    try desk.mingfa("plan", "add", "2026-12-30")
    try desk.mingfa("plan", "add", "2026-12-31")
    let before = try desk.dump()
    let run = try desk.run(Desk.program, arguments)
    #expect(run.status == status)
    #expect(run.text == "")
    #expect(run.errors.contains(sentence), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count <= 2)
    #expect(try desk.dump() == before)
  }
}
