import Foundation
import Testing

/// A trainer at a terminal after the law was amended.
@Suite struct ReviewCommandTests {
  private static let bank = """
    ---
    题库：pond
    名称：鱼塘题库
    版本：1
    法律：《鱼塘法》 2020-01-02
    ---
    ## 单选题
    1. 租金几日内交？
    A. 三日
    B. 五日
    C. 十日
    答案：B
    解析：应当在五日内交。
    依据：《鱼塘法》第一条
    难度：易
    层次：识记
    编号：P-1

    2. 可以向水里倒垃圾吗？
    A. 可以
    B. 不可以
    答案：B
    解析：任何人不得倾倒。
    依据：《鱼塘法》第二条
    难度：易
    层次：识记
    编号：P-2

    """

  private static let law = "鱼塘法\n2020年1月2日通过\n第一条 承租人应当在五日内交纳租金。\n第二条 任何人不得倒垃圾。\n"

  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.folder.write(Self.bank, to: "pond.txt")
    try desk.folder.write(Self.law, to: "旧.txt")
    try desk.folder.write(
      Self.law.replacing("2020", with: "2024").replacing("五日", with: "七日")
        .replacing("倒垃圾", with: "倾倒垃圾"), to: "新.txt")
    #expect(try desk.mingfa("bank", "load", "pond.txt").status == 0)
    #expect(try desk.mingfa("law", "load", "旧.txt").status == 0)
    let loaded = try desk.mingfa("law", "load", "新.txt")
    #expect(loaded.text.contains("2 道题的依据有变"))
    return desk
  }

  private func walk(_ desk: Desk, as name: String, _ lines: [(prompt: String, line: String)]) throws
    -> TerminalSession
  {
    let terminal = try TerminalSession(desk, ["bank", "review", "--as", name])
    for (prompt, line) in lines {
      try terminal.wait(for: prompt)
      terminal.type(line + "\r")
    }
    return terminal
  }

  @Test func `two people and a mend bring the bank to the new law`() throws {
    let desk = try desk()
    let first = try walk(
      desk, as: "张三",
      [
        ("w = 只是文字", "r"), ("理由", "期限改了"), ("a = 照建议改", "a"), ("理由", ""),
        ("w = 只是文字", "w"), ("理由", "只是文字"),
      ])
    #expect(first.finish() == .exit(0))
    #expect(first.text.contains("【七日】") || first.text.contains("【七】日"))
    let list = try desk.mingfa("bank", "review", "--list").text
    #expect(list.contains("张三 认为答案不变，待另一人确认"))
    #expect(!list.contains("P-1"))
    let second = try walk(desk, as: "李四", [("y = 我也确认", "y"), ("理由", "")])
    #expect(second.finish() == .exit(0))
    #expect(try desk.mingfa("bank", "review").text.contains("没有要复核的题"))
    let source = try desk.mingfa("bank", "show", "pond", "--format", "source").text
    #expect(source.contains("法律：《鱼塘法》 2024-01-02"))
    #expect(source.contains("B. 七日"))
    #expect(try desk.mingfa("bank", "load", "pond.txt").text.contains("保留不动的题 1 道"))
    #expect(try desk.mingfa("data", "check").status == 0)
  }

  @Test func `leaving half way keeps what was decided and nothing else`() throws {
    let desk = try desk()
    let terminal = try walk(desk, as: "张三", [("w = 只是文字", "w"), ("理由", "")])
    try terminal.wait(for: "第二条")
    terminal.type("\u{3}")
    #expect(terminal.finish() == .exit(130))
    let list = try desk.mingfa("bank", "review", "--list").text
    #expect(list.contains("P-1   张三 认为"))
    #expect(list.contains("P-2   未定"))
  }

  @Test func `a key that means nothing here is told and asked again`() throws {
    let desk = try desk()
    let terminal = try walk(
      desk, as: "张三", [("w = 只是文字", "x"), ("请输入 w r 之一", "w9"), ("请输入 w r 之一", "q")])
    #expect(terminal.finish() == .exit(0))
    #expect(try desk.mingfa("bank", "review", "--list").text.contains("P-1   未定"))
  }
}
