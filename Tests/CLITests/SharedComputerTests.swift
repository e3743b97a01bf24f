import Foundation
import Testing

/// One computer, several learners: who sits there is asked before anything of a person is shown.
@Suite struct SharedComputerTests {
  /// 张三 practised last, and beside him there is 李四; so many milliseconds go by at each reading of
  /// the clock, and it is read once a second while a prompt waits.
  private func desk(stride: Int = 0) throws -> Desk {
    let desk = try Desk.town()
    try desk.mingfa("learner", "add", "李四")
    try desk.mingfa("practice", "sequential", "--learner", "张三", input: "b\nr 张三的异议\n")
    try desk.mingfa("bank", "objections", "--answer", "1", "--accept", "给张三的答复")
    desk.environment["MINGFA_CLOCK"] = "2030-03-01T04:00:00Z+\(stride)"
    return desk
  }

  /// Ten minutes are over after three readings.
  private static let quick = 200_000

  private func kinds(_ desk: Desk, of learner: String) throws -> [String] {
    try DatabaseDump.column(
      """
      SELECT kind FROM step WHERE attempt_id = (SELECT max (a.id) FROM attempt a
        JOIN learner_name n ON n.learner_id = a.learner_id WHERE n.name = '\(learner)')
        ORDER BY sequence
      """, in: desk.data)
  }

  @Test(arguments: [[], ["practice"]])
  func `Enter is the same person, and before it nothing of him is shown`(
    arguments: [String]
  ) throws {
    let desk = try desk()
    let terminal = try TerminalSession(desk, arguments)
    let asked = try terminal.wait(for: "回车> ")
    #expect(asked.contains("还是张三吗？回车 = 是，2 = 换人，0 = 返回"))
    #expect(!terminal.text.contains("答复"))
    let next = try terminal.enter("", then: arguments.isEmpty ? "明法> " : "n = 否> ")
    #expect(next.contains("给张三的答复"))
    #expect(next.contains("学员：张三"))
    terminal.type("\u{3}")
    #expect(terminal.finish() == .exit(130))
  }

  @Test(arguments: ["2", "n", "否", "２"])
  func `who is another one picks from the list, and sees nothing of the first`(key: String) throws {
    let desk = try desk()
    let terminal = try TerminalSession(desk, [])
    try terminal.wait(for: "回车> ")
    try terminal.enter(key, then: "学员> ")
    let home = try terminal.enter("2", then: "明法> ")
    #expect(home.contains("学员：李四"))
    #expect(!terminal.text.contains("张三的异议"))
    terminal.type("0\r")
    #expect(terminal.finish() == .exit(0))
  }

  @Test(arguments: ["0", "q", "\u{4}"])
  func `0 at the question leaves the program`(key: String) throws {
    let desk = try desk()
    let before = try desk.dump()
    let terminal = try TerminalSession(desk, ["practice"])
    try terminal.wait(for: "回车> ")
    terminal.type(key == "\u{4}" ? key : key + "\r")
    #expect(terminal.finish() == .exit(0))
    #expect(try desk.dump() == before)
  }

  @Test func `a named learner and a pipe are not asked`() throws {
    let desk = try desk()
    let run = try desk.mingfa("practice", "random", input: "a\n")
    #expect(run.status == 0 && !run.text.contains("还是"))
    let terminal = try TerminalSession(desk, ["practice", "random", "--learner", "李四"])
    try terminal.wait(for: "> ")
    #expect(terminal.text.contains("学员：李四") && !terminal.text.contains("还是"))
    terminal.type("\u{3}")
    #expect(terminal.finish() == .exit(130))
  }

  @Test func `the only learner is not asked, and is told whose record it is`() throws {
    let desk = try Desk.town()
    desk.environment["MINGFA_CLOCK"] = "2030-03-01T04:00:00Z+700000"
    let terminal = try TerminalSession(desk, ["practice"])
    try terminal.wait(for: "学员：张三")
    try terminal.wait(for: "答> ")
    // Each reading is more than ten minutes after the last, and still nobody is asked.
    try terminal.enter("a", then: "回车> ")
    #expect(!terminal.text.contains("还是"))
    terminal.type("\u{3}")
    #expect(terminal.finish() == .exit(130))
  }

  @Test func `w at home changes the learner, and 0 in the list changes nothing`() throws {
    let desk = try desk()
    let terminal = try TerminalSession(desk, [])
    try terminal.wait(for: "回车> ")
    try terminal.enter("", then: "明法> ")
    try terminal.enter("w", then: "学员> ")
    #expect(try terminal.enter("0", then: "明法> ").contains("学员：张三"))
    try terminal.enter("w", then: "学员> ")
    #expect(try terminal.enter("2", then: "明法> ").contains("学员：李四"))
    terminal.type("0\r")
    #expect(terminal.finish() == .exit(0))
  }

  @Test(arguments: ["王五", " 王五　"])
  func `a new name in the list is a new learner, once that is said to be right`(
    name: String
  ) throws {
    // The one learner is not the one who sits there.
    let desk = try Desk.town()
    let terminal = try TerminalSession(desk, [])
    try terminal.wait(for: "明法> ")
    try terminal.enter("w", then: "学员> ")
    #expect(try terminal.enter(name, then: "n = 否> ").contains("没有叫“王五”的学员"))
    try terminal.enter("n", then: "学员> ")
    try terminal.enter(name, then: "n = 否> ")
    try terminal.enter("0", then: "学员> ")
    #expect(try !desk.mingfa("learner", "list").text.contains("王五"))
    try terminal.enter(name, then: "n = 否> ")
    #expect(try terminal.enter("", then: "明法> ").contains("学员：王五"))
    terminal.type("0\r")
    #expect(terminal.finish() == .exit(0))
    #expect(try desk.mingfa("learner", "list").text.matches(of: /王五/).count == 1)
  }

  @Test(arguments: ["2", "-1", "?", "x", "７"])
  func `what is neither a number of the list nor a name is answered with both`(slip: String) throws
  {
    let desk = try Desk.town()
    let terminal = try TerminalSession(desk, [])
    try terminal.wait(for: "明法> ")
    try terminal.enter("w", then: "学员> ")
    #expect(
      try terminal.enter(slip, then: "学员> ").contains("请输入 1；新学员请输入 n 或者姓名；0 返回"))
    #expect(try desk.mingfa("learner", "list").lines.count == 3)
  }

  // MARK: Ten minutes without a key

  @Test func `nobody is there for ten minutes, and the question stands there by itself`() throws {
    let desk = try desk(stride: Self.quick)
    let terminal = try TerminalSession(desk, ["practice", "random", "--learner", "张三"])
    try terminal.wait(for: "第 1 / 8 题")
    let asked = try terminal.wait(for: "还是张三吗？回车 = 是，2 = 换人\r\n")
    #expect(asked.contains("> "))
    try terminal.wait(for: "回车> ")
    // A yes puts the same question again.
    try terminal.enter("", then: "第 1 / 8 题")
    terminal.type("\u{3}")
    #expect(terminal.finish() == .exit(130))
    #expect(try kinds(desk, of: "张三") == ["start", "pause"])
  }

  @Test func `another one sees the list, no summary, and practises for himself`() throws {
    let desk = try desk(stride: Self.quick)
    let terminal = try TerminalSession(desk, ["practice", "random", "--learner", "张三"])
    try terminal.wait(for: "还是张三吗？")
    try terminal.wait(for: "回车> ")
    let list = try terminal.enter("2", then: "学员> ")
    #expect(list.contains("谁来学习") && !list.contains("用时") && !list.contains("已全部保存"))
    let next = try terminal.enter("2", then: "> ")
    #expect(next.contains("学员：李四"))
    terminal.type("\u{3}")
    #expect(terminal.finish() == .exit(130))
    // The first one's attempt is kept to be gone on with.
    #expect(try kinds(desk, of: "张三") == ["start", "pause"])
    #expect(try kinds(desk, of: "李四").first == "start")
    #expect(
      try DatabaseDump.column("SELECT count (*) FROM open_attempt", in: desk.data) == ["3"])
  }

  @Test(arguments: [true, false])
  func `what was half typed is asked about at Enter, and counts only for the same person`(
    isSame: Bool
  ) throws {
    let desk = try desk(stride: Self.quick)
    let terminal = try TerminalSession(
      desk, ["practice", "mock", "--learner", "张三", "--count", "fill-in=1", "--minutes", "0"])
    try terminal.wait(for: "填空> ")
    terminal.type("要约；承")
    // Nothing can be seen of the ten minutes that go by meanwhile.
    usleep(3_500_000)
    #expect(!terminal.text.contains("还是张三吗"))
    terminal.type("诺\r")
    try terminal.wait(for: "还是张三吗？")
    try terminal.wait(for: "回车> ")
    if isSame {
      try terminal.enter("", then: "已保存：第 1 题 = 要约；承诺")
    } else {
      try terminal.enter("2", then: "学员> ")
    }
    terminal.type("\u{3}")
    #expect(terminal.finish() == .exit(130))
    #expect(try kinds(desk, of: "张三").contains("answer") == isSame)
  }

  @Test func `time away is not the time of an answer`() throws {
    let desk = try desk(stride: Self.quick)
    let terminal = try TerminalSession(desk, ["practice", "random", "--learner", "张三"])
    for _ in 1...2 {
      try terminal.wait(for: "还是张三吗？")
      try terminal.wait(for: "回车> ")
      try terminal.enter("", then: "第 1 / 8 题")
    }
    terminal.type("a\r")
    let feedback = try terminal.wait(for: "回车> ")
    // Each reading of the clock is three minutes; the two absences would be thirty more.
    let minutes = feedback.firstMatch(of: #/用时 (?:(\d+) 分)?/#)?.output.1.flatMap { Int($0) } ?? 0
    #expect(minutes < 45, "\(feedback)")
    terminal.type("\u{3}")
    #expect(terminal.finish() == .exit(130))
  }

  @Test func `at home, too, the question comes first, and then the other one's home`() throws {
    let desk = try desk(stride: Self.quick)
    let terminal = try TerminalSession(desk, [])
    try terminal.wait(for: "回车> ")
    try terminal.enter("", then: "明法> ")
    try terminal.wait(for: "还是张三吗？回车 = 是，2 = 换人\r\n")
    try terminal.wait(for: "回车> ")
    try terminal.enter("2", then: "学员> ")
    let home = try terminal.enter("2", then: "明法> ")
    #expect(home.contains("学员：李四") && !home.contains("张三"))
    terminal.type("\u{3}")
    #expect(terminal.finish() == .exit(130))
  }
}
