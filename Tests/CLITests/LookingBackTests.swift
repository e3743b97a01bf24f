import Foundation
import Testing

/// Looking back at answered questions, at a terminal.
@Suite struct LookingBackTests {
  @Test func `nothing is answered while looking back, not even past the first question`() throws {
    let desk = try Desk.town()
    let terminal = try TerminalSession(desk, ["practice", "sequential", "--seed", "3"])
    try terminal.wait(for: "答> ")
    try terminal.enter("a", then: "回车> ")
    try terminal.enter("", then: "第 2 / 8 题")
    try terminal.wait(for: "答（可多选）> ")
    try terminal.enter("p", then: "回车 = 回到没答的题")
    try terminal.wait(for: "回车> ")
    try terminal.enter("p", then: "前面没有题了")
    try terminal.wait(for: "回车> ")
    try terminal.enter("a", then: "回车 = 回到没答的题")
    try terminal.wait(for: "回车> ")
    let kept = "SELECT count(*) FROM step WHERE kind = 'answer'"
    #expect(try DatabaseDump.column(kept, in: desk.data) == ["1"])
    // Enter leads to the question that was open.
    try terminal.enter("", then: "第 2 / 8 题")
    try terminal.wait(for: "答（可多选）> ")
    terminal.type("\u{4}")
    #expect(terminal.finish() == .exit(0))
    #expect(try desk.mingfa("data", "check").status == 0)
  }

  @Test func `a key alone where words are wanted is asked for twice`() throws {
    let desk = try Desk.town()
    let terminal = try TerminalSession(
      desk, ["practice", "mock", "--count", "fill-in=1", "--minutes", "0"])
    try terminal.wait(for: "填空> ")
    try terminal.enter("q", then: ":保存退出")
    try terminal.wait(for: "填空> ")
    try terminal.enter("n", then: ":跳过")
    try terminal.wait(for: "填空> ")
    #expect(
      try DatabaseDump.column("SELECT count(*) FROM step WHERE kind = 'answer'", in: desk.data)
        == ["0"])
    try terminal.enter("n", then: "已保存")
    try terminal.wait(for: "> ")
    try terminal.enter("交卷", then: "模拟考试结束")
    try terminal.wait(for: "n = 否> ")
    terminal.type("n\r")
    #expect(terminal.finish() == .exit(0))
  }

  @Test func `an exam left unfinished is offered again, whatever paper is asked for`() throws {
    let desk = try Desk.town()
    let arguments = ["practice", "mock", "--count", "true-false=1,single=1", "--minutes", "20"]
    let first = try TerminalSession(desk, arguments)
    try first.wait(for: "/2 剩 ")
    try first.wait(for: "> ")
    try first.enter("q", then: "全部保存")
    #expect(first.finish() == .exit(0))
    let second = try TerminalSession(desk, arguments)
    try second.wait(for: "还没交卷")
    try second.wait(for: "回车 = 是，n = 否> ")
    try second.enter("", then: "/2 剩 ")
    try second.wait(for: "> ")
    second.type("\u{4}")
    #expect(second.finish() == .exit(0))
    #expect(try DatabaseDump.column("SELECT count(*) FROM attempt", in: desk.data) == ["1"])
  }
}
