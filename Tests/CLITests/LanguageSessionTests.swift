import Foundation
import TestKit
import Testing
import Text

/// Whole sessions in one language: no screen says a word of the other, and none is too wide.
@Suite struct LanguageSessionTests {
  /// An English bank of the types that a session below goes through.
  static let english = """
    ---
    Bank: town
    Title: The town's bank
    Language: en
    Version: 1
    Statute: Civil Code = 《民法典》 2020-05-28
    ---

    # Neighbours

    ## Single choice

    1. The roots of Zhou's tree grow into a garden. What is the best thing to do first?
    A. Talk to Zhou
    B. Fell the tree
    Answer: A
    Explanation: Talk first; [B] fells another's tree.
    Basis: Civil Code, Article 288
    Code: T-1

    ## Multiple choice

    2. Which of these are common among neighbours?
    A. Paths
    B. Light
    C. Elections
    Answer: AB
    Code: T-2

    ## True or false

    3. To make life easy is an old rule among neighbours.
    Answer: True
    Code: T-3

    # Contracts

    ## Fill in

    4. A contract has first an ____, then an ____.
    Answer: offer; acceptance
    Code: T-4

    ## Short answer

    5. The village lets a pond. What must be written?
    Answer:
    - How much rent | rent
    - How long it lasts | term
    Code: T-5

    """

  /// Goes through every screen that a person can come to; gives what was shown.
  private func play(
    _ desk: Desk, _ arguments: [String], columns: Int, lines: [String]
  ) throws -> TerminalSession {
    let terminal = try TerminalSession(desk, arguments, columns: columns, rows: 30)
    for (number, line) in lines.enumerated() {
      try terminal.wait(for: "prompt \(number), for '\(line)'") { screen in
        screen.beforeCursor.hasSuffix("> ") && terminal.prompts > number
      }
      terminal.type(line == "^D" ? "\u{4}" : line + "\r")
    }
    #expect(terminal.leave(answered: lines.count) == .exit(0), "\(terminal.screen.all)")
    #expect(terminal.screen.wraps == 0)
    #expect(terminal.lines.filter { DisplayWidth.columns(of: $0) > columns } == [])
    return terminal
  }

  /// Every screen, in sessions one after the other; each is left by Ctrl-D. What differs between the
  /// languages is typed as a wording says it.
  private static func sessions(_ language: Language) -> [(arguments: [String], lines: [String])] {
    func typed(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en)(language) }
    return [
      ([], ["?", "zzz", "3", "9", "1"]),
      (
        ["practice", "sequential", "--new"],
        [
          "?", "x", "k", "s", "s", "j", "j 9", "y", "l", "u", ":submit", ":zzz", ":st", "r", "",
          "b",
          "?", "y", "l", "zz", "u", "b", "",
        ]
      ),
      (
        ["practice", "sequential", "--new", "--bank", "town", "--seed", "1"],
        ["a", "", "", "p", "", ":skip", "q"]
      ),
      (
        ["practice", "chapter", "--chapter", typed("合同", "Contracts")], ["?", "zz", "", "rent", ""]
      ),
      (["practice", "sequential"], ["n"]), (["practice", "notebook"], ["a"]),
      (
        ["practice", "mock", "--count", "single=1,multiple=1,fill-in=1", "--minutes", "30"],
        [
          "?", "m", "s", "u", "y", "b", "ab", typed("要约", "offer"), "", "b", ":submit", "",
          ":submit", typed("交卷", "submit"), "", "zz", "0",
        ]
      ),
      (
        [],
        [
          typed("学习统计", "stat"), "", typed("学习进度", "prog"), "", typed("换", "another"), "9", "n", "",
          typed("李四", "Bo"), "6", "0",
        ]
      ),
    ]
  }

  /// Words of the screens that a session must have come to.
  static let seen = [
    Wording(zh: "换学员", en: "Another learner"), Wording(zh: "看不懂这个答案", en: "This is no answer"),
    Wording(zh: "可以是 :star", en: "may be :star"), Wording(zh: "哪里有误", en: "What is wrong with"),
    Wording(zh: "已取消收藏", en: "No longer starred"), Wording(zh: "跳到哪一题", en: "Go to which"),
    Wording(zh: "作答后再看", en: "To be seen after your"), Wording(zh: "已撤销", en: "Taken back"),
    Wording(zh: "没有可以撤销", en: "no answer to undo"),
    Wording(zh: "交卷后再看", en: "To be seen after handing"),
    Wording(zh: "练哪一章", en: "Which chapter"),
    Wording(zh: "错题本 第 1", en: "Missed questions  question 1"),
    Wording(zh: "还没有收藏", en: "Nothing is starred"), Wording(zh: "新学员叫什么", en: "What is the new"),
    Wording(zh: "确定交卷", en: "to hand in"), Wording(zh: "模拟考试结束", en: "Mock exam ended"),
    Wording(zh: "逐题看一遍", en: "read them one by one"),
    Wording(zh: "直接回车看下一题", en: "Enter alone goes on"),
    Wording(zh: "薄弱章节", en: "Weakest chapters"), Wording(zh: "已全部保存", en: "Everything is saved"),
  ]

  /// The words that were not seen, wherever a line ended.
  private static func missing(in shown: String, _ language: Language) -> [String] {
    let text = shown.filter { !$0.isWhitespace && !$0.isNewline }
    return seen.map { $0(language) }.filter { !text.contains($0.filter { $0 != " " }) }
  }

  @Test(arguments: [80, 40])
  func `an English session has no Chinese`(columns: Int) throws {
    let desk = try Desk(language: "en_US.UTF-8")
    try desk.administer()
    try desk.folder.write(Self.english, to: "bank.txt")
    let load = try desk.mingfa("bank", "load", "bank.txt")
    let add = try desk.mingfa("learner", "add", "Ann", "--unit", "County/Town")
    var shown = load.text + load.errors + add.text
    for (arguments, lines) in Self.sessions(.english) {
      shown += try play(desk, arguments, columns: columns, lines: lines).text
    }
    for command in [
      "stats", "progress", "bank list", "bank show town", "bank show town T-1", "bank objections",
      "learner list", "report pass-rate", "report pass-rate --format csv", "data check",
      "bank check bank.txt",
      "data set --day-start 5",
    ] {
      let run = try desk.run(Desk.program, command.split(separator: " ").map(String.init))
      #expect(run.status == 0, "\(command) \(run.errors)")
      shown += run.text + run.errors
    }
    // A bank names its statutes by their own titles, too.
    shown = shown.replacing("《民法典》", with: "")
    #expect(Self.missing(in: shown, .english) == [])
    let chinese = shown.split(separator: "\n").filter {
      $0.unicodeScalars.contains(where: SentenceCheck.isChinese)
    }
    #expect(chinese == [])
  }

  @Test(arguments: [80, 40])
  func `a Chinese session has no English sentence`(columns: Int) throws {
    let desk = try Desk.town()
    var shown = ""
    for (arguments, lines) in Self.sessions(.chinese) {
      shown += try play(desk, arguments, columns: columns, lines: lines).text
    }
    for command in [
      "stats", "progress", "bank list", "bank show town", "bank objections", "learner list",
      "report pass-rate", "report pass-rate --format csv", "data check", "data set --day-start 5",
    ] {
      let run = try desk.run(Desk.program, command.split(separator: " ").map(String.init))
      #expect(run.status == 0, "\(command) \(run.errors)")
      shown += run.text + run.errors
    }
    #expect(Self.missing(in: shown, .chinese) == [])
    let typed = try Regex("mingfa [a-z -]+|[^ ]*/[^ ]+|:[a-z]+")
    // A command may stand over two lines.
    let english = shown.replacing(/\s+/, with: " ").replacing(typed, with: "").matches(
      of: /[A-Za-z]{2,} [A-Za-z]{2,}/
    )
    .map { String($0.output) }
    #expect(english == [])
  }
}
