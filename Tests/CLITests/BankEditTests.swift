import Foundation
import TestKit
import Testing
import Text

/// `mingfa bank edit` and `mingfa bank add`.
@Suite struct BankEditTests {
  private static let author = ["--as", "张三", "--reason", "试"]

  private func edit(_ desk: Desk, _ arguments: String...) throws -> ProgramRun {
    try desk.run(Desk.program, ["bank", "edit", "town"] + arguments + Self.author)
  }

  @Test func `a script changes a key, and the history tells`() throws {
    let desk = try Desk.town()
    let run = try edit(desk, "T-002", "--set", "答案=AB", "--set", "Explanation=只有两项")
    #expect(run.status == 0)
    #expect(run.text.contains("T-002 第 2 版已启用"))
    let source = try desk.mingfa("bank", "show", "town", "T-002").text
    #expect(source.contains("答案：AB\n解析：只有两项\n"))
    let history = try desk.mingfa("bank", "edit", "town", "T-002", "--history")
    #expect(history.text.contains(/第 2 版   草稿 -> 可用   张三   \d{4}-\d\d-\d\d .*   试/))
    #expect(history.lines.count == 1)
    #expect(try desk.mingfa("data", "check").status == 0)
  }

  @Test(arguments: [
    (["T-002", "--set", "答案=Z"], 65, "T-002 答案"), (["T-002", "--set", "依据=乱写"], 65, "T-002 依据"),
    (["T-002", "--set", "甲=乙"], 64, "没有栏目"), (["T-002", "--set", "答案"], 64, "没有栏目"),
    (["T-002", "--set", "编号=X"], 64, "编号"), (["T-C01-1", "--set", "案例=X"], 64, "案例正文"),
    (["T-002", "--set", "题型=X"], 64, "没有题型"), (["T-999", "--set", "答案=A"], 64, "T-999"),
    (["T-002"], 64, "--set"), (["T-002", "--revive"], 1, "T-002"),
    (["T-002", "--set", "答案=AB", "--as", ""], 64, "姓名"),
    (["T-002", "--set", "答案=AB", "--reason", ""], 64, "理由"),
  ])
  func `what cannot be done is said in one sentence, and nothing is written`(
    arguments: [String], status: Int32, words: String
  ) throws {
    let desk = try Desk.town()
    let before = try desk.dump()
    let run = try desk.run(
      Desk.program, ["bank", "edit", "town"] + Self.author + arguments)
    #expect(run.status == status)
    #expect(run.text == "")
    #expect(run.errors.contains(words))
    #expect(try desk.dump() == before)
  }

  @Test func `a script has to say who and why, and what is added`() throws {
    let desk = try Desk.town()
    for arguments in [
      ["bank", "edit", "town", "T-002", "--set", "答案=AB", "--as", "张三"],
      ["bank", "edit", "town", "T-002", "--retire"], ["bank", "add", "town"],
      ["bank", "add", "town", "--file", "nowhere.txt"],
    ] {
      let run = try desk.run(Desk.program, arguments)
      #expect(run.status == 64 && run.errors.split(separator: "\n").count == 1, "\(arguments)")
    }
    let run = try desk.run(
      Desk.program, ["bank", "add", "town", "--file", "nowhere.txt"] + Self.author)
    #expect(run.status == 66)
  }

  @Test func `a question comes from standard input`() throws {
    let desk = try Desk.town()
    let text = "1. [判断] 新添的一句\n答案：对\n"
    let arguments = ["bank", "add", "town", "--chapter", "合同", "--file", "-"] + Self.author
    let run = try desk.run(Desk.program, arguments, input: Data(text.utf8))
    #expect(run.status == 0)
    #expect(run.text.contains("T-007 第 1 版已启用"))
    #expect(try desk.mingfa("bank", "show", "town", "T-007").text.contains("# 第二章 合同"))
    let broken = try desk.run(Desk.program, arguments, input: Data("1. 没有答案\n".utf8))
    #expect(broken.status == 65 && broken.errors.contains("-:1:1"))
  }

  @Test(arguments: [40, 80])
  func `a person changes a field whose text stands there, and saves`(columns: Int) throws {
    let desk = try Desk.town()
    let terminal = try TerminalSession(
      desk, ["bank", "edit", "town", "T-004"], columns: columns)
    try terminal.wait(for: "改> ")
    try terminal.enter("4", then: "解析> ")
    terminal.type("还有一句。\r")
    try terminal.wait(for: "改> ")
    try terminal.enter("3", then: "答案> ")
    terminal.type("\u{15}也许\r")
    try terminal.wait(for: "T-004 答案")
    try terminal.wait(for: "改> ")
    try terminal.enter("s", then: "还不能保存")
    try terminal.wait(for: "改> ")
    try terminal.enter("3", then: "答案> ")
    terminal.type("\u{15}错\r")
    try terminal.wait(for: "改> ")
    try terminal.enter("s", then: "你的姓名> ")
    try terminal.enter("张三", then: "为什么改> ")
    terminal.type("\r")
    try terminal.wait(for: "请写明理由")
    try terminal.wait(for: "为什么改> ")
    try terminal.enter("原来错了", then: "第 2 版已启用")
    #expect(terminal.finish() == .exit(0))
    let source = try desk.mingfa("bank", "show", "town", "T-004").text
    #expect(source.contains("答案：错\n解析：有利生产、方便生活、团结互助、公平合理。还有一句。\n"))
    let wide = terminal.lines.filter {
      !$0.contains("> ") && DisplayWidth.columns(of: $0) > columns
    }
    #expect(wide == [])
  }

  @Test(arguments: [("q\r", 0), ("\u{4}", 0), ("\u{3}", 130)])
  func `leaving keeps nothing`(keys: String, status: Int32) throws {
    let desk = try Desk.town()
    let before = try desk.dump()
    let terminal = try TerminalSession(desk, ["bank", "edit", "town", "T-004"])
    try terminal.wait(for: "改> ")
    try terminal.enter("2", then: "题干> ")
    terminal.type("改了\r")
    try terminal.wait(for: "改> ")
    terminal.type(keys)
    #expect(terminal.finish() == .exit(status))
    #expect(terminal.isRestored)
    #expect(try desk.dump() == before)
  }

  @Test func `a person writes a new question part by part`() throws {
    let desk = try Desk.town()
    let terminal = try TerminalSession(desk, ["bank", "add", "town", "--as", "张三"])
    for (words, keys) in [
      ("编号，q = 退出> ", "1"), ("编号，q = 退出> ", "1"), ("题干> ", "谁来修路？"), ("A> ", "村里"),
      ("B> ", "路自己"), ("C> ", ""), ("答案> ", "A"), ("解析> ", "路是村里的。"), ("依据> ", ""),
      ("难度> ", "易"), ("层次> ", "识记"), ("改> ", "s"), ("为什么改> ", "少一题"),
    ] {
      try terminal.wait(for: words)
      terminal.type(keys + "\r")
    }
    try terminal.wait(for: "T-007 第 1 版已启用")
    #expect(terminal.finish() == .exit(0))
    let source = try desk.mingfa("bank", "show", "town", "T-007").text
    #expect(source.contains("1. 谁来修路？\nA. 村里\nB. 路自己\n答案：A\n解析：路是村里的。\n"))
  }
}
