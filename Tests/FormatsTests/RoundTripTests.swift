import Documents
import Questions
import Testing

@testable import Formats

@Suite("What is printed reads back the same")
struct RoundTripTests {
  @Test("A random bank of any texts", arguments: 0..<40)
  func random(_ block: Int) throws {
    let version = try #require(BankVersion("2026.11"))
    for seed in block * 50..<(block + 1) * 50 {
      var generator = RandomBank(seed: UInt64(seed))
      let bank = generator.bank(version: version)
      let text = MingfaText().text(of: bank)
      let (again, report) = try read(text)
      let errors = report.problems.filter { $0.severity == .error }
      try #require(errors.isEmpty, "seed \(seed): \(errors.map { $0.text(in: .english) })\n\(text)")
      try #require(again == bank, "seed \(seed)\n\(text)")
      #expect(try MingfaText().text(of: #require(again)) == text, "seed \(seed)")
    }
  }

  @Test("The canonical text is what the format's page shows, in Chinese and in English")
  func canonical() throws {
    let chinese = """
      ---
      题库：demo
      名称：演示
      语言：zh
      版本：2026.11
      法律：《民法典》 2020-05-28
      核对：2026-11-24 某县司法局
      ---

      # 第一章 自然人

      ## 单项选择题

      1. 题干
      第二行
      A. 甲
      B. 以上都对
      答案：B
      解析：1. [A] 不对，
      \\1. 因为
      依据：《民法典》第十九条；《民法典》第一百四十五条第一款
      难度：较难
      层次：应用
      标签：甲、乙
      用途：考试
      状态：草稿
      选项顺序：可打乱
      计分：少选半分
      免查：near-duplicate（与 D-2 (1) 问的不同；见说明）
      all-of-the-above（就是要考“以上都对”）
      编号：D-1

      ## 填空题

      2. 始于____，终于____。
      答案：出生；死亡 | 去\\|世
      编号：D-2

      ## 简答题

      3. 题
      答案：
      - 告知 | 告知+事实
      - 听取
      编号：D-3

      ## 案例题

      案例：材料
      编号：D-C1

      4. [判断题] 题
      答案：错
      编号：D-C1-1

      案例完

      """
    #expect(MingfaText().text(of: try bank(chinese)) == chinese)
    let english = """
      ---
      Bank: demo
      Title: Demo
      Language: en
      Version: 1
      Statute: Constitution = 《宪法》 2018-03-11
      ---

      ## True or false

      1. Stem
      Answer: True
      Explanation: Because.
      Basis: Constitution, Article 33, paragraph 2; Constitution, Preamble
      Difficulty: 2
      Level: Remember
      Tags: a, b
      Waive: near-duplicate (asks about another case)
      Code: D-1

      ## Short answer

      2. Stem
      Answer:
      - point
      Code: D-2

      ## Case

      Case: Passage
      Code: D-C1

      3. [Single choice] Stem
      A. one
      B. two
      Answer: A
      Code: D-C1-1

      End of case

      """
    #expect(MingfaText().text(of: try bank(english)) == english)
  }

  @Test(
    "A text is brought into its one form",
    arguments: [
      ("  a  b\t\u{3000}c \r\n\r\n d ", "a b c\nd"), ("a\u{200B}b\u{7F}\u{1B}[0m", "ab[0m"),
      ("\n\n", ""), ("甲\u{A0}乙", "甲 乙"), ("“…—”", "“…—”"),
    ])
  func canonicalText(_ text: String, _ canonical: String) {
    #expect(CanonicalText.text(text) == canonical)
    #expect(CanonicalText.text(canonical) == canonical)
  }

  @Test("Texts out of form are printed in form, never as something else")
  func unruly() throws {
    let code = try #require(QuestionCode("D-1"))
    let version = try #require(BankVersion("1"))
    let question = Question(
      code: code, kind: .trueFalse, stem: " 题\n\n答案：错\r\n1. 题 ", key: .truth(true),
      topics: ["甲\n编号：D-9"],
      waivers: [
        Waiver(rule: "near-duplicate", reason: "见 1）\n和（（二)。("),
        Waiver(rule: "same-question", reason: "\\；"),
      ])
    let printed = Bank(
      header: BankHeader(id: "d", title: "名\n版本：9", version: version),
      chapters: [BankChapter(title: "章\n## 单选题", items: [BankItem(questions: [question])])])
    let again = try bank(MingfaText().text(of: printed))
    #expect(again.header.title == "名 版本：9")
    #expect(again.chapters.map(\.title) == ["章 ## 单选题"])
    let read = try #require(again.chapters.first?.items.first?.questions.first)
    #expect(read.stem == "题\n答案：错\n1. 题")
    #expect(read.topics == ["甲 编号：D-9"])
    #expect(read.key == .truth(true))
    #expect(
      read.waivers == [
        Waiver(rule: "near-duplicate", reason: "见 1 和（二)。"),
        Waiver(rule: "same-question", reason: "\\；"),
      ])
  }
}
