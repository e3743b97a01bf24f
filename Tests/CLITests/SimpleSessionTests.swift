import Foundation
import TestKit
import Testing
import Text

/// Simple mode at a terminal: digits and Enter, and nothing else.
@Suite struct SimpleSessionTests {
  /// A person at a terminal who uses no key but digits and Enter.
  private final class Villager {
    let terminal: TerminalSession
    private(set) var keys = ""
    /// The folder of a desk goes with the desk.
    private let desk: Desk

    init(
      _ desk: Desk, _ arguments: [String] = ["--simple"], columns: Int = 80, rows: Int = 24
    ) throws {
      desk.environment["MINGFA_SEED"] = "7"
      self.desk = desk
      terminal = try TerminalSession(desk, arguments, columns: columns, rows: rows)
    }

    /// Presses keys and Enter, and gives what was shown up to some words.
    @discardableResult
    func press(_ digits: String, then words: String) throws -> String {
      keys += digits + "\r"
      return try terminal.enter(digits, then: words)
    }

    /// The number before an option on the page that was waited for.
    func number(of option: String, on page: String) throws -> String {
      let lines = page.split(whereSeparator: \.isNewline).filter { $0.contains(". " + option) }
      return String(try #require(lines.last?.drop { $0 == " " }.prefix { $0 != "." }))
    }

    /// The digits of these options, and Enter.
    func answer(
      _ options: [String], on page: String, then words: String = "回车> "
    ) throws -> String {
      try press(options.map { try number(of: $0, on: page) }.joined(), then: words)
    }
  }

  private static func village() throws -> Desk {
    let desk = try Desk.town()
    let add = try desk.mingfa("learner", "add", "阿珍", "--unit", "某县/某镇")
    #expect(add.status == 0)
    return desk
  }

  private func figures(_ desk: Desk, of learner: String) throws -> [String: Any] {
    let run = try desk.mingfa("stats", "--learner", learner, "--format", "json")
    return try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
  }

  private func count(_ desk: Desk, of learner: String, _ name: String) throws -> [Int?] {
    let rate = try figures(desk, of: learner)[name] as? [String: Any]
    return [rate?["right"] as? Int, rate?["answered"] as? Int]
  }

  // MARK: From the first key to the last

  @Test(arguments: [(80, 24), (40, 24), (50, 15), (132, 43)])
  func `a whole session from the list of learners to the end takes digits and Enter`(
    columns: Int, rows: Int
  ) throws {
    let desk = try Self.village()
    let villager = try Villager(desk, columns: columns, rows: rows)
    let list = try villager.terminal.wait(for: "号> ")
    var page = try villager.press(try villager.number(of: "阿珍", on: list), then: "答> ")
    #expect(page.contains("阿珍，你好"))
    #expect(page.contains("第 1 题，共 4 题"))
    var told = try villager.answer(["找老周商量"], on: page)
    #expect(told.contains("[对]"))
    // The explanation names options by this screen's numbers, and comes before the citation.
    let felled = try villager.number(of: "连夜把树砍了", on: page)
    #expect(told.contains("先商量。(\(felled)) 砍的是别人的树"))
    let (why, basis) = (told.range(of: "先商量"), told.range(of: "依据："))
    #expect(try #require(why).lowerBound < #require(basis).lowerBound)

    page = try villager.press("", then: "答（可选几个）> ")
    // The greeting is out of sight by now; whose record it is stands with each question.
    #expect(page.split(whereSeparator: \.isNewline).contains { $0.contains(#/第 2 题，共 4 题 .*阿珍/#) })
    told = try villager.answer(["通行", "采光", "排水"], on: page)
    #expect(told.contains("[对]"))
    page = try villager.press("", then: "答（可选几个）> ")
    told = try villager.answer(["下棋的人"], on: page)
    #expect(told.contains("[错] 你答的是 "))
    #expect(told.contains("\(try villager.number(of: "渠的主人", on: page)). 渠的主人"))
    page = try villager.press("", then: "答> ")
    #expect(page.contains("1 对"))
    told = try villager.press("1", then: "回车> ")
    #expect(told.contains("正确答案：1 对"))

    page = try villager.press("", then: "再来？> ")
    #expect(page.contains("今天做了 4 题，对 3 题。"))
    page = try villager.press("1", then: "答（可选几个）> ")
    #expect(page.contains("第 1 题，共 1 题"))
    told = try villager.answer(["渠的主人"], on: page)
    #expect(told.contains("[对]"))
    page = try villager.press("", then: "明天再来！")
    #expect(page.contains("今天做了 5 题，对 4 题。"))
    #expect(villager.terminal.finish() == .exit(0))

    #expect(villager.keys.allSatisfy { $0 == "\r" || ("0"..."9").contains($0) })
    #expect(villager.terminal.screen.wraps == 0)
    #expect(villager.terminal.lines.filter { DisplayWidth.columns(of: $0) > columns } == [])
    #expect(try count(desk, of: "阿珍", "right") == [4, 5])
    #expect(try count(desk, of: "阿珍", "assisted") == [0, 0])
    let kinds = try DatabaseDump.column(
      "SELECT kind FROM step WHERE attempt_id = 1 ORDER BY sequence", in: desk.data)
    #expect(kinds == Array(repeating: ["start", "answer"], count: 4).flatMap { $0 } + ["finish"])
    #expect(try desk.mingfa("data", "check").status == 0)
  }

  @Test func `another hand is named on the screen, and its answers stand apart`() throws {
    let desk = try Self.village()
    let villager = try Villager(
      desk, ["practice", "--simple", "--learner", "阿珍", "--assisted-by", "驻村干部"])
    let page = try villager.terminal.wait(for: "答> ")
    #expect(page.contains("代填：驻村干部"))
    _ = try villager.answer(["找老周商量"], on: page)
    #expect(try villager.press("", then: "答（可选几个）> ").contains("代填：驻村干部"))
    try villager.press("0", then: "下次接着做")
    #expect(villager.terminal.finish() == .exit(0))
    let alone = try Villager(desk, ["practice", "--simple", "--learner", "阿珍"])
    let second = try alone.terminal.wait(for: "答（可选几个）> ")
    #expect(!second.contains("代填"))
    _ = try alone.answer(["选村主任"], on: second)
    alone.terminal.type("\u{3}")
    #expect(alone.terminal.finish() == .exit(130))
    #expect(try count(desk, of: "阿珍", "right") == [1, 2])
    #expect(try count(desk, of: "阿珍", "assisted") == [1, 1])
    #expect(try desk.mingfa("stats", "--learner", "阿珍").text.contains("代为操作 100.00% (1/1)"))
  }

  // MARK: Who it is

  @Test func `the one learner is told who it is, and nobody known means a guest`() throws {
    let one = try Villager(try Desk.town())
    #expect(try one.terminal.wait(for: "答> ").contains("张三，你好！"))
    let desk = try Desk()
    try desk.folder.write(BankText.everyType, to: "bank.txt")
    #expect(try desk.mingfa("bank", "load", "bank.txt").status == 0)
    for key in ["1", ""] {
      let guest = try Villager(desk)
      try guest.terminal.wait(for: key == "1" ? "号> " : "答> ")
      if key == "1" { try guest.press(key, then: "答> ") }
      try guest.press("0", then: "今天还没有做题")
      #expect(guest.terminal.finish() == .exit(0))
    }
    // A guest is a different person each time.
    #expect(
      try DatabaseDump.column("SELECT is_simple FROM learner", in: desk.data) == ["0"])
  }

  @Test func `simple mode is kept with the learner until it is taken off`() throws {
    let desk = try Desk.town()
    try Villager(desk).press("0", then: "下次接着做")
    for arguments in [[], ["practice"], ["--plain"]] as [[String]] {
      let again = try Villager(desk, arguments)
      try again.terminal.wait(for: "共 4 题")
      try again.press("0", then: "今天还没有做题")
      #expect(again.terminal.finish() == .exit(0))
    }
    let named = try TerminalSession(desk, ["practice", "random"])
    try named.wait(for: "第 1 / 8 题")
    #expect(try desk.mingfa("learner", "set", "张三", "--no-simple").status == 0)
    let menu = try TerminalSession(desk, [])
    try menu.wait(for: "明法> ")
    #expect(try desk.mingfa("learner", "add", "李四", "--simple").status == 0)
    let list = try desk.mingfa("learner", "list", "--format", "json").text
    #expect(list.matches(of: /"simple" : (true|false)/).map(\.output.1) == ["false", "true"])
  }

  @Test(arguments: [[], ["practice"], ["practice", "random"]])
  func `--no-simple takes simple mode off for good, and says so once`(words: [String]) throws {
    let desk = try Desk.town()
    #expect(try desk.mingfa("learner", "set", "张三", "--simple").status == 0)
    #expect(try desk.mingfa("learner", "add", "李四", "--simple").status == 0)
    let named = words.isEmpty ? [] : ["--learner", "张三"]
    for isFirst in [true, false] {
      let terminal = try TerminalSession(desk, words + ["--no-simple"] + named)
      if words.isEmpty {
        try terminal.wait(for: "回车> ")
        try terminal.enter("2", then: "学员> ")
        try terminal.enter("1", then: "明法> ")
      } else {
        try terminal.wait(for: isFirst ? "第 1 / " : "接着做吗")
      }
      #expect(terminal.text.contains("张三以后不用简易模式了") == isFirst)
      terminal.type("\u{3}")
      #expect(terminal.finish() == .exit(130))
    }
    // Nobody else's is touched.
    let list = try desk.mingfa("learner", "list", "--format", "json").text
    #expect(list.matches(of: /"simple" : (true|false)/).map(\.output.1) == ["false", "true"])
  }

  @Test func `a pipe takes simple mode off as well, and its answers stay alone on standard output`()
    throws
  {
    let desk = try Desk.town()
    #expect(try desk.mingfa("learner", "set", "张三", "--simple").status == 0)
    let run = try desk.mingfa("practice", "random", "--no-simple", input: "a\n")
    #expect(run.status == 0)
    #expect(run.errors.contains("张三以后不用简易模式了"))
    #expect(!run.text.contains("简易模式"))
    #expect(
      try desk.mingfa("learner", "list", "--format", "json").text.contains(#""simple" : false"#))
  }

  @Test(arguments: [["--simple"], ["practice", "--simple"]])
  func `after ten idle minutes digits say who sits there, and the next one sees nothing`(
    arguments: [String]
  ) throws {
    let desk = try Self.village()
    // Ten minutes are over after three readings of the clock.
    desk.environment["MINGFA_CLOCK"] = "2030-03-01T04:00:00Z+200000"
    let villager = try Villager(desk, arguments)
    try villager.terminal.wait(for: "号> ")
    try villager.press("2", then: "阿珍，你好！")
    try villager.terminal.wait(for: "还是阿珍吗？回车 = 是，2 = 换人")
    try villager.terminal.wait(for: "回车> ")
    let list = try villager.press("2", then: "号> ")
    #expect(list.contains("你是谁？") && !list.contains("今天"))
    try villager.press("1", then: "张三，你好！")
    villager.terminal.type("\u{3}")
    #expect(villager.terminal.finish() == .exit(130))
    let kept = try DatabaseDump.column("SELECT count (*) FROM attempt", in: desk.data)
    #expect(kept == ["2"])
  }

  @Test func `who is still there after ten idle minutes reads the question again`() throws {
    let desk = try Self.village()
    desk.environment["MINGFA_CLOCK"] = "2030-03-01T04:00:00Z+200000"
    let villager = try Villager(desk, ["--simple"])
    try villager.terminal.wait(for: "号> ")
    try villager.press("2", then: "阿珍，你好！")
    try villager.terminal.wait(for: "还是阿珍吗？回车 = 是，2 = 换人")
    try villager.terminal.wait(for: "回车> ")
    let page = try villager.press("1", then: "答> ")
    #expect(page.contains("第 1 题"))
  }

  // MARK: Wrong keys, and ways out

  /// What is typed at a prompt, and what it says of the keys that count.
  static let slips: [(prompt: String, keys: [String], answer: String)] = [
    ("号> ", ["x", "q", "?", "张三", "3", "-1", "1.5", "\t"], "请按 1 到 2 的数字，再按回车"),
    ("答> ", ["x", "q", "?", "5", "a", ":help", "一", "对"], "请按 1 到 4 的数字键，再按回车"),
    ("答> ", ["12", "1、4"], "这道题只选一个"),
    ("回车> ", ["x", "1", "q", "？", "12345678901234567890"], "下一题"),
  ]

  @Test(arguments: slips.indices)
  func `every other key is answered in one line that says which digits count`(
    index: Int
  ) throws {
    let (prompt, keys, answer) = Self.slips[index]
    let villager = try Villager(try Self.village())
    try villager.terminal.wait(for: "号> ")
    if prompt != "号> " {
      let page = try villager.press("", then: "答> ")
      if prompt == "回车> " { _ = try villager.answer(["找老周商量"], on: page) }
    }
    for key in keys {
      let said = try villager.terminal.enter(key == "\t" ? "9" : key, then: prompt)
      let lines = said.split(whereSeparator: \.isNewline).dropFirst()
      #expect(lines.count == 2 && lines.first?.contains(answer) == true, "\(key): \(said)")
    }
  }

  @Test func `after a sitting only 1 goes on`() throws {
    let villager = try Villager(try Desk.town())
    let page = try villager.terminal.wait(for: "答> ")
    _ = try villager.answer(["当作没有看见"], on: page)
    try villager.press("", then: "答（可选几个）> ")
    for prompt in ["答（可选几个）> ", "答> "] {
      try villager.press("1", then: "回车> ")
      try villager.press("", then: prompt)
    }
    try villager.press("1", then: "回车> ")
    try villager.press("", then: "再来？> ")
    for key in ["x", "2", "11"] {
      #expect(try villager.terminal.enter(key, then: "再来？> ").contains("1 = 再来一组"))
    }
    try villager.press("0", then: "\n")
    #expect(villager.terminal.finish() == .exit(0))
  }

  @Test func `Enter alone skips, and the last question left is said to be that`() throws {
    let villager = try Villager(try Desk.town())
    try villager.terminal.wait(for: "第 1 题")
    for number in [2, 3, 4, 1] {
      try villager.terminal.wait(for: "> ")
      try villager.press("", then: "第 \(number) 题")
    }
    for number in [2, 3, 4] {
      try villager.terminal.wait(for: "> ")
      try villager.press("1", then: "回车> ")
      try villager.press("", then: "第 \(number) 题")
    }
    try villager.terminal.wait(for: "> ")
    #expect(try villager.press("", then: "第 4 题").contains("只剩这一题了"))
  }

  static let ways: [(name: String, prompt: String, keys: [String])] = [
    ("the list", "号> ", []), ("a question", "答> ", [""]), ("after an answer", "回车> ", ["", "1"]),
  ]

  @Test(arguments: ways.indices, ["\u{3}", "\u{4}", "hangup"])
  func `Ctrl-C, Ctrl-D and a closed window lose nothing`(index: Int, way: String) throws {
    let (_, prompt, keys) = Self.ways[index]
    let desk = try Self.village()
    let terminal = try TerminalSession(desk, ["--simple"])
    for key in keys {
      try terminal.wait(for: "> ")
      terminal.type(key + "\r")
      try terminal.wait(for: "\n")
    }
    try terminal.wait(for: prompt)
    if way == "hangup" { terminal.hangUp() } else { terminal.type(way) }
    #expect(terminal.finish() == .exit(way == "\u{3}" ? 130 : way == "hangup" ? 129 : 0))
    #expect(terminal.isRestored)
    let kept = try DatabaseDump.column(
      "SELECT count (*) FROM step WHERE kind = 'answer'", in: desk.data)
    #expect(kept == [keys.count == 2 ? "1" : "0"])
    #expect(try desk.mingfa("data", "check").status == 0)
  }

  @Test func `a killed session is gone on with, and nothing is asked`() throws {
    let desk = try Desk.town()
    let first = try Villager(desk)
    let page = try first.terminal.wait(for: "答> ")
    _ = try first.answer(["找老周商量"], on: page)
    let second = try first.press("", then: "答（可选几个）> ")
    first.terminal.send(SIGKILL)
    #expect(first.terminal.finish() == .signal(SIGKILL))
    let next = try Villager(desk)
    let again = try next.terminal.wait(for: "答（可选几个）> ")
    #expect(again.contains("第 2 题，共 4 题"))
    #expect(!again.contains("接着做吗"))
    for option in ["通行", "采光", "排水", "选村主任"] {
      #expect(try next.number(of: option, on: again) == next.number(of: option, on: second))
    }
  }

  // MARK: What cannot be

  @Test func `a bank without choices says so`() throws {
    let desk = try Desk.numbers()
    let villager = try Villager(desk)
    try villager.terminal.wait(for: "没有单独的选择题和判断题")
    #expect(villager.terminal.finish() == .exit(65))
  }

  static let mistakes = [
    "practice mock --simple", "practice --simple chapter", "practice --simple --chapter 合同",
    "practice --simple --minutes 5", "practice random --seed 1 --simple",
    "practice simple --count single=1",
  ]

  @Test(arguments: mistakes)
  func `simple mode with another mode is a mistake in the command`(line: String) throws {
    let desk = try Desk.town()
    let run = try desk.run(Desk.program, line.split(separator: " ").map(String.init))
    #expect(run.status == 64)
    let said = run.errors.filter { !$0.isWhitespace && !$0.isNewline }
    #expect(said.contains("简易模式只做今日的题"))
    #expect(try DatabaseDump.column("SELECT count (*) FROM attempt", in: desk.data) == ["0"])
  }

  @Test(arguments: [
    ["practice", "--simple"], ["practice", "simple"], ["practice", "today", "--simple"],
  ])
  func `digits come from a pipe, too`(arguments: [String]) throws {
    let desk = try Desk.town()
    let run = try desk.run(Desk.program, arguments, input: Data("９\n1\n12\n\n2\n".utf8))
    #expect(run.status == 0)
    #expect(run.text.contains("请按 1 到 4 的数字键"))
    #expect(run.text.contains("正确答案："))
    #expect(run.text.contains("今天做了 3 题"))
    #expect(run.text.contains("没做完的，下次接着做。"))
  }
}
