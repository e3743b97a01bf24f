import Foundation
import GRDB
import TestKit
import Testing

/// A formal exam at a terminal, when something is in its way.
@Suite struct SittingScreenTests {
  /// An open exam of 张三 and 李四, whose clock stands at noon in China.
  private func opened() throws -> (Desk, ExamDesk, ExamDesk.Made) {
    let desk = try Desk(data: LoadedFolders.town.get())
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z"
    let exam = ExamDesk(desk: desk)
    let made = try exam.make(["张三", "李四"])
    #expect(try exam.open(made).status == 0)
    return (desk, exam, made)
  }

  private func clock(_ desk: Desk, _ time: String) {
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:\(time)"
  }

  /// A candidate at a terminal, signed in.
  private func sitting(_ desk: Desk, _ made: ExamDesk.Made) throws -> TerminalSession {
    let session = try TerminalSession(desk, ["exam", "sit", made.tickets[0].number])
    try session.wait(for: "验证码> ")
    session.type(made.tickets[0].code + "\r")
    return session
  }

  private func kinds(_ desk: Desk) throws -> [String] {
    try DatabaseDump.column(
      "SELECT kind FROM evidence WHERE candidate_id = 1 AND kind <> 'candidate' ORDER BY sequence",
      in: desk.data)
  }

  @Test func `who was released and comes back too late waits for time and goes on`() throws {
    let (desk, exam, made) = try opened()
    clock(desk, "25:00Z")
    _ = try exam.sit(made, 0, ["A"])
    clock(desk, "31:00Z")
    try desk.mingfa("exam", "release", "1001", "--reason", "死机")
    let session = try sitting(desk, made)
    try session.wait(for: "卷子还没有交")
    try session.wait(for: "等补时> ")
    try session.enter("什么", then: "卷子还没有交")
    #expect(try kinds(desk).last == "released")
    #expect(try desk.mingfa("exam", "watch").text.contains("1001 张三：中断了 6 分 0 秒"))
    try desk.mingfa("exam", "give-time", "6", "--number", "1001", "--reason", "死机")
    try session.wait(for: "补了时间，考试继续，还剩 5 分钟")
    try session.wait(for: "接着做：已答 1 题都在")
    try session.wait(for: "剩 0:05:00 已答 1/2> ")
    try session.enter("对", then: "第 2 题已保存")
    session.type(":交卷\r")
    try session.wait(for: "交卷？> ")
    try session.enter("交卷", then: "回执 ")
    #expect(session.finish() == .exit(0))
    #expect(try kinds(desk).suffix(2) == ["ended", "graded"])
  }

  @Test(arguments: [("\u{3}", 130), ("\u{4}", 0)])
  func `a slip of the finger leaves nobody out, a second press in a row does`(
    key: String, status: Int32
  ) throws {
    let (desk, _, made) = try opened()
    let session = try sitting(desk, made)
    try session.wait(for: "已答 0/2> ")
    session.type(key)
    try session.wait(for: "还没有离开，请接着作答")
    try session.enter("A", then: "已答 1/2> ")
    session.type(key)
    try session.wait(for: "还没有离开，请接着作答")
    try session.wait(for: "已答 1/2> ")
    session.type(key)
    try session.wait(for: "请先找监考老师放行")
    #expect(session.finish() == .exit(status))
    #expect(try kinds(desk) == ["began", "answer"])
  }

  @Test func `who waits for time at a pipe hands in by the word alone`() throws {
    let (desk, exam, made) = try opened()
    _ = try exam.sit(made, 0, ["A"])
    clock(desk, "31:00Z")
    try desk.mingfa("exam", "release", "1001", "--reason", "死机")
    let waiting = try exam.sit(made, 0, ["对"])
    #expect(waiting.status == 0 && waiting.text.contains("卷子还没有交"), "\(waiting.errors)")
    #expect(waiting.text.contains("补了时间以后再登录"))
    #expect(try kinds(desk).last == "released")
    let handed = try exam.sit(made, 0, ["交卷"])
    #expect(handed.text.contains("时间到，已自动交卷"), "\(handed.text)\(handed.errors)")
    #expect(try kinds(desk).suffix(3) == ["resumed", "ended", "graded"])
  }

  @Test func `a database that is busy loses no mark, and the next try keeps it`() throws {
    let (desk, _, made) = try opened()
    let session = try sitting(desk, made)
    try session.wait(for: "已答 0/2> ")
    try busy(desk) { try session.enter("m", then: "[未保存]") }
    try session.wait(for: "已答 0/2> ")
    try session.enter("m", then: "[标记]")
    #expect(try kinds(desk) == ["began", "mark"])
  }

  @Test func `a database that is busy at the deadline is tried again until the paper is in`() throws
  {
    let (desk, _, made) = try opened()
    // Each reading of the clock takes a minute.
    clock(desk, "00:00Z+60000")
    let session = try sitting(desk, made)
    try session.wait(for: "剩 ")
    try busy(desk) { try session.wait(for: "[未交卷]") }
    try session.wait(for: "时间到，已自动交卷")
    #expect(session.finish() == .exit(0))
    #expect(try kinds(desk) == ["began", "ended", "graded"])
  }

  @Test func `a busy database at handing in leaves the candidate at the paper`() throws {
    let (desk, _, made) = try opened()
    let session = try sitting(desk, made)
    try session.wait(for: "已答 0/2> ")
    try session.enter(":交卷", then: "交卷？> ")
    try busy(desk) { try session.enter("交卷", then: "请再交一次") }
    try session.wait(for: "已答 0/2> ")
    try session.enter(":交卷", then: "交卷？> ")
    try session.enter("交卷", then: "已交卷")
    #expect(session.finish() == .exit(0))
  }

  /// Does something while another program holds the database for longer than anybody waits for it.
  private func busy(_ desk: Desk, _ body: () throws -> Void) throws {
    try DatabaseDump.open(desk.data).writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      defer { try? db.execute(sql: "ROLLBACK") }
      try body()
    }
  }

  @Test(arguments: ["xterm", "dumb"])
  func `a paper that nobody sits at is hidden until the code of the ticket is typed`(
    terminal: String
  ) throws {
    let (desk, _, made) = try opened()
    // Ten readings of the clock, three a second, are five minutes.
    clock(desk, "00:00Z+30000")
    desk.environment["TERM"] = terminal
    let session = try sitting(desk, made)
    try session.wait(for: "已答 0/2> ")
    #expect(session.screen.lines.joined().contains("菜地"))
    session.type("AB")
    let hidden = try session.wait(for: "the paper to be hidden") {
      $0.beforeCursor.hasSuffix("验证码后四位> ")
    }
    #expect(hidden.all.contains("考卷已隐藏"))
    #expect(!hidden.lines.joined().contains("菜地"))
    // What has scrolled out is gone, too, where a terminal can do that.
    if terminal == "xterm" { #expect(!hidden.all.contains("菜地")) }
    session.type("0000\r")
    try session.wait(for: "the prompt again") {
      $0.all.matches(of: /考卷已隐藏/).count == 2 && $0.beforeCursor.hasSuffix("验证码后四位> ")
    }
    session.type(String(made.tickets[0].code.suffix(4)) + "\r")
    // Half an answer is where it was.
    try session.wait(for: "the paper and half an answer") {
      $0.lines.joined().contains("菜地") && $0.beforeCursor.hasSuffix("已答 0/2> AB")
    }
  }

  @Test func `a hidden paper is handed in at the end of the time`() throws {
    let (desk, _, made) = try opened()
    clock(desk, "00:00Z+60000")
    let session = try sitting(desk, made)
    try session.wait(for: "考卷已隐藏")
    try session.wait(for: "时间到，已自动交卷")
    #expect(session.finish() == .exit(0))
    #expect(try kinds(desk) == ["began", "ended", "graded"])
  }
}
