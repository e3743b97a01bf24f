import Foundation
import TestKit
import Testing

/// Acts of an exam that ask once more, and clocks that nobody may set.
@Suite struct ExamGuardTests {
  private func opened(_ data: Result<URL, any Error> = LoadedFolders.town) throws -> (
    Desk, ExamDesk, ExamDesk.Made
  ) {
    let desk = try Desk(data: data.get())
    let exam = ExamDesk(desk: desk)
    let made = try exam.make(["张三", "李四"])
    #expect(try exam.open(made).status == 0)
    return (desk, exam, made)
  }

  private func closings(_ desk: Desk) throws -> Int {
    try DatabaseDump.column("SELECT kind FROM evidence WHERE kind = 'closed'", in: desk.data).count
  }

  @Test func `without a terminal a wave in which somebody has time is not ended by slip`() throws {
    let (desk, exam, made) = try opened()
    _ = try exam.sit(made, 0, ["A"])
    let before = try desk.dump()
    let refused = try desk.mingfa("exam", "end")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("还有 1 人在考，最多的还剩 30 分钟"), "\(refused.errors)")
    #expect(try desk.dump() == before)
    #expect(try desk.mingfa("exam", "end", "--yes").text.contains("收上 1 份"))
    #expect(try closings(desk) == 1)
  }

  @Test func `at a terminal Enter alone ends nothing, and a yes does`() throws {
    let (desk, exam, made) = try opened()
    _ = try exam.sit(made, 0, ["A"])
    let first = try TerminalSession(desk, ["exam", "end"])
    try first.wait(for: "还有 1 人在考")
    try first.enter("", then: "没有收卷")
    #expect(first.finish() == .exit(1))
    #expect(try closings(desk) == 0)
    let second = try TerminalSession(desk, ["exam", "end"])
    try second.wait(for: "回车 = 不收> ")
    try second.enter("y", then: "收上 1 份没交的卷")
    #expect(second.finish() == .exit(0))
    #expect(try closings(desk) == 1)
  }

  static let commands = [
    "exam open", "exam sit 1001", "exam release 1001 --reason x", "exam give-time 5 --reason x",
    "exam note x", "exam end --yes", "exam publish", "exam extra 1002 5 --reason x",
    "exam ticket 1001", "account unlock 主任", "sign-in 主任",
  ]

  @Test(arguments: commands)
  func `a set clock moves no exam and no account`(line: String) throws {
    let (desk, _, _) = try opened()
    desk.allowsSetClock = false
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z"
    let before = try desk.dump()
    let words = line.split(separator: " ").map(String.init)
    let refused = try desk.run(Desk.program, words)
    #expect(refused.status == 78 && refused.errors.contains("unset MINGFA_CLOCK"), "\(line)")
    #expect(try desk.dump() == before)
    // A link, as somebody puts it there who can write elsewhere, is no word of the owner.
    let mark = desk.data.path + "/stepped-clock"
    try FileManager.default.createSymbolicLink(
      atPath: mark, withDestinationPath: desk.data.path + "/mingfa.sqlite")
    #expect(try desk.run(Desk.program, words).status == 78)
    try FileManager.default.removeItem(atPath: mark)
    desk.allowsSetClock = true
    #expect(try desk.run(Desk.program, words).status != 78)
  }

  @Test func `a second loss is told while the first is not given back`() throws {
    let desk = try Desk(data: LoadedFolders.town.get())
    func clock(_ minutes: Int) {
      desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:0\(minutes):00Z"
    }
    clock(0)
    let exam = ExamDesk(desk: desk)
    let made = try exam.make(["张三"])
    _ = try exam.open(made)
    _ = try exam.sit(made, 0, ["A"])
    clock(9)
    let session = try TerminalSession(desk, ["exam", "watch"])
    try session.wait(for: "机器断开了或程序已退出")
    try session.wait(for: "在考 1 交卷 0 未到 0 剩 0:21:00> ")
    clock(5)
    try desk.mingfa("exam", "release", "1001", "--reason", "死机")
    try session.wait(for: "中断了 9 分 0 秒")
    _ = try exam.sit(made, 0, ["对"])
    try session.wait(for: "1001 张三：在考")
    try desk.mingfa("exam", "release", "1001", "--reason", "死机")
    // Five minutes of the first, four since.
    try session.wait(for: "中断了 9 分 0 秒")
    try session.enter("q", then: "q")
    #expect(session.finish() == .exit(0))
  }

  @Test func `whose sign-in is over while watching gives the password before the next act`() throws
  {
    let (desk, exam, made) = try opened()
    _ = try exam.sit(made, 0, ["A"])
    desk.signNobodyIn()
    desk.environment["MINGFA_SESSION"] = desk.path("session")
    let session = try TerminalSession(desk, ["exam", "watch"])
    try session.enter(Desk.administrator, then: "的密码（不显示）> ")
    try session.enter(Desk.password, then: "在考 1 交卷 0 未到 1")
    try session.enter("g 1001 5 停电", then: "已给 1001 补 5 分钟")
    try DatabaseDump.change("DELETE FROM account_session", in: desk.data)
    try session.enter("g 1001 6 停电", then: "的密码（不显示）> ")
    try session.enter(Desk.password, then: "已给 1001 补 6 分钟")
    try DatabaseDump.change("DELETE FROM account_session", in: desk.data)
    try session.enter("g 1001 7 停电", then: "的密码（不显示）> ")
    session.type("\u{4}")
    try session.wait(for: "要先登录")
    try session.wait(for: "在考 1 交卷 0 未到 1")
    try session.enter("q", then: "q")
    #expect(session.finish() == .exit(0))
    let times = try DatabaseDump.column(
      "SELECT payload FROM evidence WHERE kind = 'time'", in: desk.data)
    #expect(times.count == 2)
  }

  @Test func `who was disabled while watching gives no time any more`() throws {
    let (desk, exam, made) = try opened(LoadedFolders.staffed)
    _ = try exam.sit(made, 0, ["A"])
    let administrator = desk.environment
    desk.environment["MINGFA_ACCOUNT"] = "invigilator"
    let session = try TerminalSession(desk, ["exam", "watch"])
    try session.wait(for: "在考 1 交卷 0 未到 1")
    try session.enter("g 1001 5 停电", then: "已给 1001 补 5 分钟")
    desk.environment = administrator
    #expect(try desk.account("disable", "invigilator").status == 0)
    try session.enter("g 1001 5 停电", then: "已停用")
    try session.enter("r 1001 死机", then: "已停用")
    try session.enter("q", then: "q")
    #expect(session.finish() == .exit(0))
    let acts = try DatabaseDump.column(
      "SELECT kind FROM evidence WHERE kind IN ('time', 'released')", in: desk.data)
    #expect(acts == ["time"])
  }
}
