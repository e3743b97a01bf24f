import Questions
import Statutes
import Testing

@testable import Formats

@Suite("What people write in many ways reads as one value")
struct SpellingTests {
  private static func single(_ lines: String, front: String = MarkedBank.front) throws -> Question {
    let item = try bank(front + "## 单选题\n" + lines).chapters.first?.items.first
    return try #require(item?.questions.first)
  }

  @Test(
    "Numbers and option letters in any width and with any mark",
    arguments: [
      ("1.", "A.", "B."), ("1、", "A、", "B、"), ("1．", "A．", "B．"), ("1)", "A)", "B)"),
      ("(1)", "(A)", "(B)"), ("（1）", "（A）", "（B）"), ("１．", "Ａ．", "Ｂ．"), ("12）", "A）", "B）"),
    ])
  func marks(_ number: String, _ first: String, _ second: String) throws {
    for space in ["", " ", "\u{3000}", "\t"] {
      let question = try Self.single(
        "\(number)\(space)题干\n\(first)\(space)甲\n\(second)\(space)乙\n答案：B\n编号：D-1")
      #expect(question.stem == "题干")
      #expect(question.options.map(\.text) == ["甲", "乙"])
      #expect(question.options.map(\.id) == [OptionID(1), OptionID(2)])
      #expect(question.key == .options([OptionID(2)]))
    }
  }

  @Test(
    "Options share a line where a wide space stands between", arguments: ["  ", "\t", "\u{3000}"])
  func optionsOfOneLine(_ gap: String) throws {
    let question = try Self.single("1. 题\nA. 甲 B. 不是选项\(gap)B. 乙\(gap)C. 丙\n答案：B\n编号：D-1")
    #expect(question.options.map(\.text) == ["甲 B. 不是选项", "乙", "丙"])
  }

  @Test(
    "Labels with every colon and bracket, and their aliases",
    arguments: [
      "答案：B", "答案:B", "答案 ： B", "【答案】B", "【答案】：B", "[答案]B", "［答案］B", "正确答案：B", "参考答案：B",
      "标准答案:B", "Answer: B", "ANSWER：B", "【Answer】 B", "答案：\nB", "答案：b", "答案：Ｂ", "答案：B。",
    ])
  func labels(_ line: String) throws {
    let question = try Self.single("1. 题\nA. 甲\nB. 乙\n\(line)\n编号：D-1")
    #expect(question.key == .options([OptionID(2)]))
  }

  @Test(
    "Other labels and their aliases",
    arguments: [
      ("解析", "依据", "层次", "编号"), ("答案解析", "法条", "认知层次", "题号"),
      ("试题解析", "法律依据", "Level", "Code"), ("Explanation", "Basis", "层次", "编号"),
    ])
  func aliases(_ explanation: String, _ basis: String, _ level: String, _ code: String) throws {
    let question = try Self.single(
      "1. 题\nA. 甲\nB. 乙\n答案：B\n\(explanation)：因为\n\(basis)：《民法典》第1条\n\(level)：理解\n\(code)：D-1")
    #expect(question.rationale == Rationale("因为"))
    #expect(question.citations.map { $0.text(in: .chinese) } == ["《民法典》第一条"])
    #expect(question.level == .understand)
    #expect(question.code.text == "D-1")
  }

  @Test("Keys of several letters", arguments: ["ABD", "A、B、D", "A,B，D", "a b d", "ＡＢＤ", "A；B；D"])
  func severalLetters(_ key: String) throws {
    let question = try Self.single(
      "1. [多选] 题\nA. 甲\nB. 乙\nC. 丙\nD. 丁\n答案：\(key)\n编号：D-1")
    #expect(question.kind == .multiple)
    #expect(question.key == .options([OptionID(1), OptionID(2), OptionID(4)]))
  }

  @Test(
    "Truth in every word",
    arguments: [
      ("对", true), ("正确", true), ("√", true), ("T", true), ("True", true), ("true。", true),
      ("错", false), ("错误", false), ("×", false), ("F", false), ("False", false), ("Ｆ", false),
    ])
  func truths(_ word: String, _ truth: Bool) throws {
    let question = try Self.single("1. 【判断题】题\n答案：\(word)\n编号：D-1")
    #expect(question.kind == .trueFalse)
    #expect(question.key == .truth(truth))
  }

  @Test(
    "Type headings in every form",
    arguments: [
      "## 多选题", "##多项选择题", "＃＃ 多选", "## Multiple choice", "## 二、多选题（每题 2 分）",
      "二、多选题", "二、多项选择题（每题 1 分）", "（二）多选题", "二．多选题(共 3 题)", "二、多项选择题：共 20 题",
    ])
  func typeHeadings(_ heading: String) throws {
    let bank = try bank(
      MarkedBank.front + heading + "\n1. 题\nA. 甲\nB. 乙\n答案：AB\n编号：D-1")
    #expect(bank.chapters.first?.items.first?.questions.first?.kind == .multiple)
  }

  @Test(
    "Chapter headings in every form",
    arguments: [
      ("# 总则", "总则"), ("#总则", "总则"), ("＃ 总则", "总则"), ("第一章 总则", "第一章 总则"),
      ("第二编　物权", "第二编 物权"), ("第3章", "第3章"), ("第一分编 通则", "第一分编 通则"),
    ])
  func chapterHeadings(_ heading: String, _ title: String) throws {
    let bank = try bank(
      MarkedBank.front + "## 判断题\n\(heading)\n1. 题\n答案：对\n编号：D-1")
    #expect(bank.chapters.map(\.title) == [title])
  }

  @Test(
    "Sentences that only begin like a heading or a label are text",
    arguments: [
      "第一章规定了基本原则", "一、管辖权问题", "二、判断：要看主体", "注意：不要混淆", "A 项错误", "1 万元以下",
      "- 一条", "-- 二条", "《民法典》第一条：立法目的", "I. 罗马数字", "3 年", "Z. 不是选项",
    ])
  func text(_ line: String) throws {
    let question = try Self.single("1. 题\nA. 甲\nB. 乙\n答案：B\n解析：因为\n\(line)\n编号：D-1")
    #expect(question.rationale == Rationale("因为\n" + line))
  }

  @Test(
    "A backslash makes a line text and a sign itself",
    arguments: [
      ("\\答案：甲", "答案：甲"), ("\\1. 甲", "1. 甲"), ("\\A. 甲", "A. 甲"), ("\\# 甲", "# 甲"),
      ("\\---", "---"), ("\\案例完", "案例完"), ("\\\\答案：甲", "\\答案：甲"), ("甲\\\\乙", "甲\\乙"),
      ("甲\\|乙", "甲|乙"), ("甲\\；乙\\;丙", "甲；乙;丙"), ("\\[A] 甲", "[A] 甲"), ("甲 \\【A】", "甲 【A】"),
      ("C:\\dir", "C:\\dir"), ("\\", "\\"), ("\\ 甲", "甲"), ("\\第一章 总则", "第一章 总则"),
    ])
  func escapes(_ line: String, _ text: String) throws {
    let question = try Self.single("1. 题\nA. 甲\nB. 乙\n答案：B\n解析：因为\n\(line)\n编号：D-1")
    #expect(question.rationale == Rationale("因为\n" + text))
  }

  @Test("Spaces are one, invisible signs none, line ends any")
  func spaces() throws {
    let question = try Self.single(
      "\u{3000}1.\t题 \t\u{A0}干\u{200B}\u{202E}甲  \r\n\r\n 第二行\u{FEFF} \r\nA. 甲\r\nB. 乙\r\n答案：\u{200B}B\r\n编号：D-1 "
    )
    #expect(question.stem == "题 干甲\n第二行")
    #expect(question.key == .options([OptionID(2)]))
  }

  @Test("An explanation names options by identity")
  func rationale() throws {
    let question = try Self.single(
      "1. 题\nA. 甲\nB. 乙\n答案：B\n解析：选项 [A] 混淆，\n【B】对；［Ａ］ 不对 [AB] [甲]\n编号：D-1")
    #expect(
      question.rationale.parts == [
        .text("选项 "), .option(OptionID(1)), .text(" 混淆，\n"), .option(OptionID(2)), .text("对；"),
        .option(OptionID(1)), .text(" 不对 [AB] [甲]"),
      ])
  }

  @Test("Keys of blanks and of points, with their escapes")
  func openKeys() throws {
    let fillIn = try Self.single(
      "1. [填空] 甲____乙＿＿\n答案：一 ｜二\\|三;\\；四| 五\\\\\n编号：D-1")
    #expect(fillIn.key == .blanks([["一", "二|三"], ["；四", "五\\"]]))
    let twoLines = try Self.single("1. [填空] 甲____乙____\n答案：一；\n二\n编号：D-1")
    #expect(twoLines.key == .blanks([["一"], ["二"]]))
    let short = try Self.single(
      "1. [简答] 题\n答案：\n- 告知；内容 | 告知 + 事实\\+理由 | 陈述\n－ 听取\n编号：D-1")
    #expect(
      short.key
        == .points([
          KeyPoint(wording: "告知；内容", forms: [["告知", "事实+理由"], ["陈述"]]),
          KeyPoint(wording: "听取"),
        ]))
  }

  @Test("Every word of the fields with few words, in both languages")
  func words() throws {
    func question(_ line: String) throws -> Question {
      try Self.single("1. 题\nA. 甲\nB. 乙\n答案：B\n\(line)\n编号：D-1")
    }
    for (position, names) in [["易", "1"], ["较易", "2"], ["中", "３"], ["较难", "4"], ["难", "5"]]
      .enumerated()
    {
      for name in names {
        #expect(try question("难度：" + name).difficulty?.rawValue == position + 1)
      }
    }
    #expect(try question("层次：Apply").level == .apply)
    #expect(try question("Level: 识记").level == .remember)
    #expect(try question("用途：练习").use == .practice)
    #expect(try question("Use: exam").use == .exam)
    #expect(try question("状态：草稿").state == .draft)
    #expect(try question("State: Retired").state == .retired)
    #expect(try question("选项顺序：固定").order == .fixed)
    #expect(try question("Order: Anchored").order == .anchored)
    #expect(try question("计分：少选半分").rule == .half)
    #expect(try question("Scoring: Per option").rule == .perOption)
    #expect(try question("标签：甲、乙,丙，丁 戊").topics == ["甲", "乙", "丙", "丁 戊"])
    #expect(try question("标签：").topics == [])
  }

  @Test("The order of options is seen where it is not told")
  func order() throws {
    let anchored = try Self.single("1. 题\nA. 甲\nB. 以上都对\n答案：B\n编号：D-1")
    #expect(anchored.order == .anchored)
    let told = try Self.single("1. 题\nA. 甲\nB. 以上都对\n答案：B\n选项顺序：可打乱\n编号：D-1")
    #expect(told.order == .free)
  }

  @Test("The front matter in Chinese and English")
  func header() throws {
    let body = "\n## True or false\n1. Stem\nAnswer: T\nCode: D-1\n"
    let english = try bank(
      "---\nBank: en-1\nTitle: A title\nLanguage: EN\nVersion: 2026.11\n"
        + "Statute: Constitution = 《宪法》 2018-03-11\nStatute：《民法典》2020-05-28\n"
        + "Checked: 2026-11-24 The office of X\n---" + body
    ).header
    #expect(english.language == .english)
    #expect(english.version.numbers == [2026, 11])
    #expect(
      english.editions.map(\.title) == [StatuteTitle("Constitution"), StatuteTitle("民法典")])
    #expect(english.editions.map(\.original) == [StatuteTitle("宪法"), StatuteTitle("民法典")])
    #expect(english.editions.map(\.date.iso) == ["2018-03-11", "2020-05-28"])
    #expect(english.review?.reviewer == "The office of X")
    #expect(try bank("\n---\n题库:d\n名称:名\n版本:1\n---" + body).header.language == .chinese)
  }
}
