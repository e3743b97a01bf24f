import Foundation
import TestKit
import Testing

/// The commands of exam day, at a pipe and at a terminal.
@Suite struct ExamDayCommandTests {
  private func desk() throws -> Desk {
    let desk = try Desk(data: LoadedFolders.town.get())
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z"
    return desk
  }

  @Test func `the invigilator watches at a terminal, gives time and releases from there`() throws {
    let desk = try desk()
    let exam = ExamDesk(desk: desk)
    let made = try exam.make(["张三", "李四"])
    _ = try exam.open(made)
    _ = try exam.sit(made, 0, ["A"])
    let session = try TerminalSession(desk, ["exam", "watch"])
    try session.wait(for: "在考 1 交卷 0 未到 1 剩 0:30:00> ")
    // Somebody begins while half an order is typed: it is told, and what is typed stays.
    session.type("g 1001 5 ")
    _ = try exam.sit(made, 1, ["A"])
    try session.wait(for: "the news above the order") { screen in
      screen.all.contains("1002 李四：在考") && screen.beforeCursor.hasSuffix("> g 1001 5 ")
    }
    session.type("停电\r")
    try session.wait(for: "已给 1001 补 5 分钟")
    try session.wait(for: "剩 0:35:00> ")
    try session.enter("g all 2 停电", then: "已给没交卷的 2 人补 2 分钟")
    try session.enter("r 1001 死机", then: "已放行 1001")
    try session.enter("r 7 死机", then: "没有准考证号")
    try session.enter("什么", then: "看不懂")
    try session.enter("", then: "待换机")
    try session.enter("q", then: "q")
    #expect(session.finish() == .exit(0))
    #expect(session.isRestored)
    let acts = try DatabaseDump.column(
      "SELECT kind FROM evidence WHERE kind IN ('time', 'released') ORDER BY sequence",
      in: desk.data)
    #expect(acts == ["time", "time", "time", "released"])
  }

  @Test func `without a terminal the room is printed once`() throws {
    let desk = try desk()
    let exam = ExamDesk(desk: desk)
    let made = try exam.make(["张三", "李四"])
    #expect(try desk.mingfa("exam", "watch").status == 1)
    _ = try exam.open(made)
    _ = try exam.sit(made, 0, ["A"])
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:12:00Z"
    let before = try desk.dump()
    let run = try desk.mingfa("exam", "watch")
    #expect(run.status == 0, "\(run.errors)")
    for words in ["1/2", "未到", "1001 张三：12 分钟没有动静", "应考 2，在考 1，交卷 0，未到 1"] {
      #expect(run.text.contains(words), "\(run.text)")
    }
    #expect(try desk.dump() == before)
  }

  @Test func `a candidate sees the slip with the code of the ticket, once it is published`() throws
  {
    let desk = try desk()
    let exam = ExamDesk(desk: desk)
    let made = try exam.make(["张三"])
    _ = try exam.open(made)
    _ = try exam.sit(made, 0, ["A", "对", "交卷"])
    try desk.mingfa("exam", "end")
    let code = made.tickets[0].code
    let account = desk.environment
    desk.signNobodyIn()
    let early = try desk.mingfa("exam", "slip", "1001", input: code + "\n")
    #expect(early.status == 1 && early.text == "" && early.errors.contains("成绩还没有公布"))
    desk.environment = account
    try desk.mingfa("exam", "publish")
    let asStaff = try desk.mingfa("exam", "slip", "1001")
    #expect(asStaff.status == 0, "\(asStaff.errors)")
    desk.signNobodyIn()
    let run = try desk.mingfa("exam", "slip", "1001", input: code + "\n")
    #expect(run.status == 0 && run.text == asStaff.text, "\(run.errors)")
    for words in ["小考试 成绩单", "张三", "100 分", "回执：", "作答：", "答案：", "得分："] {
      #expect(run.text.contains(words), "\(words)")
    }
    let wrong = try desk.mingfa("exam", "slip", "1001", input: "0000-0000\n")
    #expect(wrong.status == 77 && wrong.text == "")
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:01Z"
    let page = try desk.mingfa(
      "exam", "slip", "1001", "--output", "slip.html", "--lang", "en", input: code + "\n")
    #expect(page.status == 0 && page.text == "")
    let html = try String(contentsOfFile: desk.path("slip.html"), encoding: .utf8)
    #expect(html.contains("<html lang=\"en\">") && html.contains("Result slip"))
    // Nothing is fetched from elsewhere.
    #expect(html.firstMatch(of: /https?:|src=|href=/) == nil)
  }

  @Test func `the day is checked before, and its record printed after`() throws {
    let desk = try desk()
    let exam = ExamDesk(desk: desk)
    let made = try exam.make(["张三", "李四"])
    // The making has left a backup of its day.
    desk.environment["MINGFA_CLOCK"] = "2026-11-26T04:00:00Z"
    let before = try desk.mingfa("exam", "preflight")
    #expect(before.status == 1 && before.text.contains("[要处理] 最新的备份"), "\(before.text)")
    try desk.mingfa("data", "backup")
    let ready = try desk.mingfa("exam", "preflight", "--key", input: made.openingCode + "\n")
    // All is well but the clock, which a test has set.
    #expect(ready.status == 1 && ready.text.matches(of: /要处理/).count == 1, "\(ready.text)")
    #expect(ready.text.contains("[要处理] 数据文件夹里有 stepped-clock"))
    #expect(ready.text.contains("[好] 1 套卷都能打开"))
    let ticket = try desk.mingfa("exam", "ticket", "1001")
    #expect(ticket.text.contains("新验证码"))
    _ = try exam.open(made)
    #expect(try exam.sit(made, 0, []).status == 77)
    #expect(try desk.mingfa("exam", "extra", "1002", "10", "--reason", "视力").status == 0)
    try desk.mingfa("exam", "note", "停电", "--witness", "李主任")
    try desk.mingfa("exam", "end")
    let record = try desk.mingfa("exam", "record")
    for words in ["考场情况记录", "缺考 2（1001、1002）", "停电", "补发准考证", "延时 10 分钟", "监考员"] {
      #expect(record.text.contains(words), "\(record.text)")
    }
    #expect(try desk.mingfa("exam", "record", "--output", "record.html").status == 0)
    #expect(try desk.mingfa("exam", "show").text.contains("1001"))
  }
}
