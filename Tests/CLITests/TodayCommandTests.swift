import Foundation
import Testing

/// `mingfa practice` without a mode is the practice of today.
@Suite struct TodayCommandTests {
  private func mode(_ desk: Desk) throws -> [String] {
    try DatabaseDump.column("SELECT mode FROM attempt ORDER BY id", in: desk.data)
  }

  @Test(arguments: [
    ([], "today"), (["--bank", "town"], "today"), (["--seed", "3"], "today"),
    (["--chapter", "合同"], "chapter"), (["--count", "true-false=1"], "mock"),
    (["--minutes", "5", "--count", "single=1"], "mock"),
  ])
  func `no mode is today, unless another word can only mean a chapter or an exam`(
    words: [String], mode: String
  ) throws {
    let desk = try Desk.town()
    let run = try desk.run(Desk.program, ["practice"] + words, input: Data("q\n".utf8))
    #expect(run.status == 0, "\(run.errors)")
    #expect(try self.mode(desk) == [mode])
  }

  @Test func `no mode goes on with what was left open, whatever it was`() throws {
    let desk = try Desk.town()
    try desk.mingfa("practice", "random", "--seed", "5", input: "q\n")
    let run = try desk.mingfa("practice", input: "q\n")
    #expect(run.status == 0)
    #expect(run.text.contains("随机练习 第 1 / 8 题"))
    #expect(try mode(desk) == ["random"])
  }

  @Test func `a day that is done is told in a sentence, with what comes next, and is no failure`()
    throws
  {
    let desk = try Desk.numbers()
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z"
    try desk.mingfa("learner", "set", "张三", "--new-per-day", "3")
    #expect(try desk.mingfa("practice", input: "正确1\n正确2\n正确3\n").status == 0)
    let done = try desk.mingfa("practice", input: "正确4\n")
    #expect(done.status == 0 && done.errors == "", "\(done.errors)")
    let text = done.text.filter { !$0.isWhitespace }
    #expect(text.contains("今天的练习都做完了") && text.contains("2天后有3题到期"), "\(done.text)")
    #expect(text.contains("mingfapracticesequential"))
    let terminal = try TerminalSession(desk, ["practice", "--lang", "en"])
    #expect(terminal.finish() == .exit(0))
    #expect(terminal.text.contains("Today's practice is done"))
    // At home the way on is an entry.
    let home = try TerminalSession(desk, [])
    try home.wait(for: "明法> ")
    let told = try home.enter("今日", then: "明法> ").filter { !$0.isWhitespace }
    #expect(told.contains("还想练，请输入2（顺序练习）") && !told.contains("mingfa"), "\(told)")
    home.type("0\r")
    #expect(home.finish() == .exit(0))
    #expect(try mode(desk) == ["today"])
    // Two days later they are back, with three new ones.
    desk.environment["MINGFA_CLOCK"] = "2026-11-26T04:00:00Z"
    #expect(try desk.mingfa("practice", input: ":stop\n").text.contains("今日练习 第 1 / 6 题"))
  }

  @Test func `a planned day that is done is told likewise`() throws {
    let desk = try Desk.numbers()
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z+30000"
    try desk.mingfa("plan", "add", "2026-12-24", "--minutes", "1")
    try desk.mingfa("practice", input: String(repeating: "错了\n", count: 20))
    let done = try desk.mingfa("practice")
    #expect(done.status == 0 && done.errors == "", "\(done.errors)")
    #expect(done.text.contains("按计划，今天要练的都练完了"), "\(done.text)")
  }
}
