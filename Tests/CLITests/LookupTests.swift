import Foundation
import Testing

/// Notes and the search, at the prompts of practice.
@Suite struct LookupTests {
  private func practice(_ desk: Desk, _ mode: String...) throws -> TerminalSession {
    let terminal = try TerminalSession(desk, ["practice"] + mode + ["--seed", "3"])
    try terminal.wait(for: "> ")
    return terminal
  }

  @Test func `a note is written, shown after the answer, changed and taken away`() throws {
    let desk = try Desk.town()
    let terminal = try practice(desk, "sequential")
    try terminal.enter("i", then: "笔记> ")
    try terminal.enter("先看主体", then: "笔记已保存")
    try terminal.wait(for: "答> ")
    let feedback = try terminal.enter("a", then: "回车> ")
    #expect(feedback.contains("笔记  先看主体"))
    // What was noted stands on the line, to be gone on with.
    try terminal.enter("i", then: "笔记> 先看主体")
    try terminal.enter("、再看客体", then: "笔记已保存")
    try terminal.wait(for: "回车> ")
    try terminal.enter("i", then: "笔记> 先看主体、再看客体")
    try terminal.enter("\u{15}", then: "笔记已删去")
    try terminal.wait(for: "回车> ")
    terminal.type("\u{4}")
    #expect(terminal.finish() == .exit(0))
    #expect(
      try DatabaseDump.column("SELECT body FROM note ORDER BY id", in: desk.data)
        == ["先看主体", "先看主体、再看客体", ""])
  }

  @Test func `found questions are read beside the one that was asked, which is asked again`() throws
  {
    let desk = try Desk.town()
    let terminal = try practice(desk, "sequential")
    let screen = try terminal.enter("/", then: "查题> ")
    #expect(!screen.contains("正确答案"))
    try terminal.enter("题", then: "看题> ")
    try terminal.enter("99", then: "请输入 1 到")
    try terminal.wait(for: "看题> ")
    try terminal.enter("1", then: "正确答案")
    try terminal.wait(for: "看题> ")
    try terminal.enter("", then: "第 1 / 8 题")
    try terminal.wait(for: "答> ")
    try terminal.enter("/没有这个词", then: "没有找到")
    try terminal.wait(for: "答> ")
    // After an answer the search leads back to what follows it.
    try terminal.enter("a", then: "回车> ")
    try terminal.enter("/题", then: "看题> ")
    try terminal.enter("", then: "回车> ")
    try terminal.enter("", then: "第 2 / 8 题")
    try terminal.wait(for: "答（可多选）> ")
    terminal.type("\u{4}")
    #expect(terminal.finish() == .exit(0))
  }

  @Test func `questions are found from home, too`() throws {
    let desk = try Desk.town()
    let terminal = try TerminalSession(desk, [])
    try terminal.wait(for: "明法> ")
    try terminal.enter("/题", then: "看题> ")
    #expect(try terminal.enter("1", then: "正确答案").contains("镇里的题库（town） > "))
    try terminal.wait(for: "看题> ")
    try terminal.enter("", then: "今日")
    try terminal.wait(for: "明法> ")
    try terminal.enter("/没有这个词", then: "没有找到")
    try terminal.wait(for: "明法> ")
    try terminal.enter("0", then: "\n")
    #expect(terminal.finish() == .exit(0))
  }

  @Test func `what a trainer finds names the bank by title and by the code that commands take`()
    throws
  {
    let desk = try Desk.town()
    #expect(try desk.mingfa("bank", "search", "题").text.contains("镇里的题库（town） > "))
    let english = try desk.mingfa("bank", "search", "题", "--lang", "en")
    #expect(english.text.contains("镇里的题库 (town) > "))
  }

  @Test(arguments: ["i", "i 记住", "/题", "/", ":note", ":search 题"])
  func `an exam allows neither notes nor the search`(line: String) throws {
    let desk = try Desk.town()
    let terminal = try practice(desk, "mock", "--count", "single=1", "--minutes", "0")
    if line == "/" {
      try terminal.enter(line, then: "查题> ")
      try terminal.enter("题", then: "考试里不能查题")
    } else {
      try terminal.enter(line, then: "考试里不能查题")
    }
    try terminal.wait(for: "> ")
    terminal.type("\u{4}")
    #expect(terminal.finish() == .exit(0))
    #expect(try DatabaseDump.column("SELECT count(*) FROM note", in: desk.data) == ["0"])
  }

  @Test func `on a pipe the words stand on the same line`() throws {
    let desk = try Desk.town()
    let run = try desk.mingfa(
      "practice", "sequential", input: "i\ni 记住\n/\n/题\na\n")
    #expect(run.status == 0)
    for words in ["请写明内容", "笔记已保存", "请写明要找的词", "笔记  记住"] {
      #expect(run.text.contains(words), "\(words)")
    }
    #expect(try DatabaseDump.column("SELECT body FROM note", in: desk.data) == ["记住"])
  }
}
