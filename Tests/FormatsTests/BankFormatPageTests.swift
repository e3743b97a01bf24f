import Documents
import Questions
import Statutes
import TestKit
import Testing
import Text

@testable import Formats

/// `docs/bank-format.md` is the contract of the reader: its examples and tables are read here.
@Suite struct BankFormatPageTests {
  let page: DocumentationPage

  init() throws { page = try DocumentationPage("docs/bank-format.md") }

  /// What stands between backquotes behind some words, up to the end of their paragraph.
  private func examples(after words: String) throws -> [String] {
    let paragraphs = page.lines.reduce(into: [""]) { paragraphs, line in
      if line.isEmpty || line.hasPrefix("- ") { paragraphs.append("") }
      paragraphs[paragraphs.count - 1] += line + " "
    }
    let found = paragraphs.lazy.compactMap { paragraph in
      paragraph.firstRange(of: words).map { paragraph[$0.upperBound...] }
    }.first
    return DocumentationPage.code(in: try #require(found, "\(words)"))
  }

  private func first(_ lines: String) throws -> Question {
    let item = try bank(MarkedBank.front + lines + "\n编号：D-1\n").chapters.first?.items.first
    return try #require(item?.questions.first, "\(lines)")
  }

  private func single(_ line: String) throws -> Question {
    try first("1. [单选] 题\nA. 甲\nB. 乙\n答案：B\n\(line)")
  }

  // MARK: The blocks

  @Test func `the whole small bank has no problem and is the canonical text`() throws {
    let block = try #require(page.blocks.first)
    let (bank, report) = try read(block)
    #expect(report.problems.map { $0.text(in: .english) } == [])
    #expect(MingfaText().text(of: try #require(bank)) == block)
  }

  @Test func `every other block is read without an error`() throws {
    let blocks = page.blocks.dropFirst()
    #expect(blocks.count == 2)
    let points = try first("1. [简答] 题\n" + (blocks.first ?? ""))
    #expect(
      points.key
        == .points([
          KeyPoint(wording: "告知拟作出的处罚内容及事实、理由、依据", forms: [["告知", "事实", "理由"]]),
          KeyPoint(wording: "听取当事人的陈述和申辩", forms: [["陈述", "申辩"]]),
        ]))
    let item = try bank(MarkedBank.front + (blocks.last ?? "")).chapters.first?.items.first
    #expect(item?.passage?.code.text == "DEMO-C01")
    #expect(item?.questions.map(\.kind) == [.single, .trueFalse])
  }

  // MARK: The tables

  @Test func `the table of the front matter has every field under both labels`() {
    let rows = page.rows(under: "## Front matter").map { $0.map(DocumentationPage.code) }
    let labels = rows.map { $0[0] + $0[1] }
    #expect(labels == HeaderField.allCases.map { [$0.wording.zh, $0.wording.en] })
    for (row, field) in zip(rows, HeaderField.allCases) {
      for label in row[0] + row[1] {
        #expect(Vocabulary.headerLabels.value(of: label) == field, "\(label)")
      }
    }
  }

  @Test func `the values of the front matter are read`() throws {
    let rows = page.rows(under: "## Front matter").map { DocumentationPage.code(in: $0[2]) }
    func header(_ line: String) throws -> BankHeader {
      try bank(
        "---\n题库：d\n名称：名\n" + (line.hasPrefix("版本") ? "" : "版本：1\n") + line
          + "\n---\n\n1. [判断] 题\n答案：对\n编号：D-1\n"
      ).header
    }
    #expect(try header("语言：" + rows[2][0]).language == .chinese)
    #expect(try header("语言：" + rows[2][1]).language == .english)
    #expect(try header("版本：" + rows[3][0]).version.text == rows[3][0])
    #expect(try header("法律：" + rows[4][0]).editions.map(\.title.short) == ["民法典"])
    let english = try header("Statute: " + rows[4][1]).editions
    #expect(english.map(\.title.short) == ["Constitution"])
    #expect(english.map(\.original.short) == ["宪法"])
    #expect(try header("核对：" + rows[5][0]).review?.reviewer == "某县司法局")
  }

  @Test func `the table of types has every name, as heading and as tag`() throws {
    let rows = page.rows(under: "## Headings").map { row in
      row[1...2].flatMap { DocumentationPage.code(in: $0) }.map { $0.lowercased() }
    }
    #expect(rows.count == QuestionKind.all.count + 1)
    for (names, kind) in zip(rows, QuestionKind.all) {
      #expect(Set(names) == Set(kind.type.headings))
      for name in names {
        #expect(Vocabulary.types.value(of: name).map { "\($0)" }?.contains("kind") == true)
        let tagged = try read(MarkedBank.front + "1. [\(name)] 题")
        let headed = try read(MarkedBank.front + "## \(name)\n1. 题")
        for report in [tagged.report, headed.report] {
          #expect(!report.problems.map(\.fact).contains(.questionWithoutType), "\(name)")
        }
      }
    }
    for name in try #require(rows.last) {
      #expect(Vocabulary.types.value(of: name) == .casus, "\(name)")
    }
  }

  @Test func `the table of fields has every field under both labels, and its aliases`() throws {
    let labels = page.rows(under: "## Questions").map { row in
      row[0...1].flatMap { DocumentationPage.code(in: $0) }
    }
    #expect(
      Set(labels) == Set(BankField.allCases.map { [$0.wording.zh, $0.wording.en] }))
    #expect(labels.count == BankField.allCases.count)
    let aliases = try examples(after: "**Aliases**")
    #expect(Set(aliases) == Set(BankField.allCases.flatMap(Vocabulary.aliases)))
    for name in labels.flatMap({ $0 }) + aliases {
      #expect(Vocabulary.labels.value(of: name) != nil, "\(name)")
    }
  }

  @Test func `the words of the fields are read, all of them`() throws {
    let rows = Dictionary(
      page.rows(under: "## Questions").map {
        (DocumentationPage.code(in: $0[0]).first ?? "", DocumentationPage.code(in: $0[2]))
      }, uniquingKeysWith: { $1 })
    func values<Value: Hashable>(
      _ label: String, _ value: (Question) -> Value?
    ) throws -> [Value] {
      try #require(rows[label]).compactMap { value(try single("\(label)：\($0)")) }
    }
    #expect(try values("难度", \.difficulty) == Difficulty.allCases + [.veryEasy, .veryHard])
    #expect(try values("层次", \.level) == CognitiveLevel.allCases + CognitiveLevel.allCases)
    let uses = [QuestionUse.practice, .exam, .both]
    #expect(try values("用途", \.use) == uses + uses)
    #expect(try values("状态", \.state) == QuestionState.allCases + QuestionState.allCases)
    #expect(try values("选项顺序", \.order) == OptionOrder.allCases + OptionOrder.allCases)
    let rules = [ScoringRule.allOrNothing, .perOption, .half]
    #expect(try values("计分", \.rule) == rules + rules)
  }

  @Test func `what is said to be the default is it`() throws {
    let question = try single("")
    #expect((question.use, question.state, question.rule) == (.both, .ready, .allOrNothing))
    #expect(try bank(MarkedBank.front + "1. [判断] 题\n答案：对\n编号：D-1").header.language == .chinese)
  }

  // MARK: The sentences

  @Test func `numbers, letters and labels are read in every form`() throws {
    for form in try examples(after: "A question begins with a number:").prefix(6) {
      #expect(try first("\(form) [判断] 题\n答案：对").stem == "题", "\(form)")
    }
    let spellings = try examples(after: "- **Punctuation** reads in full and half width:")
    #expect(spellings.count == 10)
    for label in spellings.prefix(3) {
      #expect(try first("1. [判断] 题\n\(label) 对").key == .truth(true), "\(label)")
    }
    for letter in spellings.dropFirst(3) {
      let question = try first("1. [单选] 题\n\(letter) 甲\nB. 乙\n答案：A")
      #expect(question.options.first?.text == "甲", "\(letter)")
    }
    let small = try read(MarkedBank.front + "1. [单选] 题\na. 甲\nb. 乙\n答案：A\n编号：D-1")
    #expect(small.bank == nil)
  }

  @Test func `chapters and types are announced as the page shows`() throws {
    for line in try examples(after: "- **Chapter**:") {
      let bank = try bank(MarkedBank.front + "\(line)\n1. [判断] 题\n答案：对\n编号：D-1")
      #expect(bank.chapters.first?.title != nil, "\(line)")
    }
    for line in try examples(after: "- **Type**:") {
      let question = try first("\(line)\n# 一章\n1. 题\nA. 甲\nB. 乙\n答案：B")
      #expect(question.kind == .single, "a heading holds beyond a chapter's beginning")
    }
    for tag in try examples(after: "the start of a stem,") where tag.contains("多选") {
      #expect(try first("1. \(tag) 题\nA. 甲\nB. 乙\n答案：AB").kind == .multiple)
    }
  }

  @Test func `keys are read as the page shows`() throws {
    for key in try examples(after: "- Single choice: one letter. Multiple: two or more") {
      let question = try first("1. [多选] 题\nA. 甲\nB. 乙\nC. 丙\nD. 丁\n答案：\(key)")
      #expect(question.key == .options([OptionID(1), OptionID(2), OptionID(4)]), "\(key)")
    }
    let truths = try examples(after: "- True/false:")
    #expect(truths.count == 15)
    for (position, word) in truths.enumerated() {
      #expect(try first("1. [判断] 题\n答案：\(word)").key == .truth(position < 7), "\(word)")
    }
    let blank = try examples(after: "- Fill-in: the stem marks each blank with")
    let fillIn = try first("1. [填空] 满\(blank[0])岁，\(blank[0])\n答案：18\(blank[1])甲 \(blank[2]) 乙")
    #expect(fillIn.key == .blanks([["18"], ["甲", "乙"]]))
    #expect(AnswerText.normalized(blank[3]) == AnswerText.normalized(blank[4]))
    #expect(AnswerText.normalized(blank[5]) != AnswerText.normalized(blank[6]))
    let point = try examples(after: "- Short answer:")
    #expect(!AnswerText.says(point[4], point[3]) && point[3] == "3年")
  }

  @Test func `what a fill-in and a short answer need is what the page says`() throws {
    let type = QuestionKind.fillIn.type
    let fillIn = try first("1. [填空] 满____岁\n答案：18")
    for typed in ["十八", " １８ ", "18。", "“18”"] {
      #expect(type.grade(.blanks([typed]), of: fillIn).verdict == .right, "\(typed)")
    }
    let short = try first("1. [简答] 题\n答案：\n- 陈述 | 说+话\n- 申辩")
    let points = QuestionKind.short.type
    for (typed, hits) in [("他陈述了。", 1), ("说几句话", 1), ("说", 0), ("申辩，陈述", 2)] {
      #expect(points.grade(.text(typed), of: short).hits == hits, "\(typed)")
    }
    let half = points.grade(.text("申辩"), of: short)
    #expect(
      points.score(half, full: Score(points: 3), rule: .allOrNothing) == Score(hundredths: 150))
  }

  @Test func `waivers are read as the page shows`() throws {
    let examples = try examples(after: "**Waivers**:")
    #expect(examples.count == 2)
    let one = try single("免查：\(examples[0])").waivers
    #expect(one == [Waiver(rule: "near-duplicate", reason: "与 DEMO-011 问的是不同情形")])
    #expect(
      try single("免查：\(examples[1])").waivers.map(\.rule) == ["same-question", "reading-load"])
  }

  @Test func `citations are read as the page shows`() throws {
    let examples = try examples(after: "**Citations**:")
    #expect(examples.count == 8)
    for text in examples { #expect(try !CitationText.read(text).get().isEmpty, "\(text)") }
    let inherited = try CitationText.read(examples[3]).get()
    #expect(inherited.map(\.title.short) == ["民法典", "民法典"])
  }

  @Test func `the order of options is seen as the page says`() throws {
    let examples = try examples(after: "**Order of options**:")
    #expect(examples.count == 6)
    for (position, text) in examples.enumerated() {
      let options = ["甲", "乙", text].enumerated().map { index, text in
        AnswerOption(id: OptionID(index + 1), text: text)
      }
      let last = OptionOrderDetection.order(of: options)
      // The last example is one that does not stand at the end.
      if position < 3 { #expect(last == .anchored, "\(text)") }
      if position == 3 || position == 4 { #expect(last == .fixed, "\(text)") }
    }
    let early = [
      AnswerOption(id: OptionID(1), text: "以上都对"), AnswerOption(id: OptionID(2), text: "甲"),
    ]
    #expect(OptionOrderDetection.order(of: early) == .fixed)
  }

  @Test func `a backslash makes plain what the page says`() throws {
    let examples = try examples(after: "A backslash at the start of a line makes it plain text:")
    #expect(examples.count == 10)
    for escaped in examples {
      let question = try single("解析：因为\n甲\(escaped)")
      let text =
        escaped.hasPrefix("\\答") || escaped.hasPrefix("\\1") ? escaped : String(escaped.dropFirst())
      #expect(question.rationale == Rationale("因为\n甲" + CanonicalText.line(text)), "\(escaped)")
    }
    for escaped in examples.prefix(2) {
      let question = try single("解析：因为\n\(escaped)甲")
      #expect(
        question.rationale
          == Rationale("因为\n\(CanonicalText.line(String(escaped.dropFirst()) + "甲"))"))
    }
  }

  @Test func `the limits are those of the program`() throws {
    let limits = try #require(page.lines.first { $0.hasPrefix("- **Limits**") })
    #expect(limits.contains("a line of \(MingfaText.lineLimit >> 20) MB"))
    #expect(limits.contains("a file of \(TextSource.sizeLimit >> 20) MB"))
    #expect(limits.contains("first \(ProblemLog.errorLimit) errors"))
    #expect(limits.contains("\(ProblemLog.warningLimit) warnings"))
  }

  @Test func `a case ends where the page says`() throws {
    let one = "案例：材料\n编号：C-1\n1. [判断] 题\n答案：对\n编号：D-1\n"
    let two = "案例：又一份\n编号：C-2\n2. [判断] 题\n答案：对\n编号：D-2\n"
    for end in ["案例完", "End of case", "# 一章", "## 判断题", ""] {
      let bank = try bank(MarkedBank.front + one + end + "\n" + two)
      let items = bank.chapters.flatMap(\.items)
      #expect(items.map { $0.passage?.code.text } == ["C-1", "C-2"], "\(end)")
    }
  }
}

extension NameTable {
  /// What a name means.
  func value(of name: String) -> Value? {
    var name = name
    return name.withUTF8 { value($0, 0, $0.count) }
  }
}
