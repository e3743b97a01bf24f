import Questions
import Statutes
import Testing

@testable import Formats

/// One rule of the format broken once; ⟦⟧ stands where each fact belongs.
struct BrokenRule: CustomTestStringConvertible {
  var testDescription: String
  var marked: String
  var facts: [ReadFact]

  /// - Parameter body: what follows the usual front matter.
  init(_ name: String, _ body: String, _ facts: ReadFact...) {
    testDescription = name
    marked = MarkedBank.front + body
    self.facts = facts
  }

  /// - Parameter lines: of one question under a heading for single choice.
  static func single(_ name: String, _ lines: String, _ facts: ReadFact...) -> BrokenRule {
    var rule = BrokenRule(name, "## 单选题\n" + lines)
    rule.facts = facts
    return rule
  }

  /// - Parameter front: lines of the front matter, between the two lines of dashes; the second is
  ///   part of the text, so that a place in it can be marked.
  static func front(_ name: String, _ front: String, _ facts: ReadFact...) -> BrokenRule {
    var rule = BrokenRule(name, "")
    rule.marked = "---\n" + front + "\n\n## 判断题\n1. 题\n答案：对\n编号：D-1\n"
    rule.facts = facts
    return rule
  }

  static func whole(_ name: String, _ text: String, _ facts: ReadFact...) -> BrokenRule {
    var rule = BrokenRule(name, "")
    rule.marked = text
    rule.facts = facts
    return rule
  }
}

private let code1 = QuestionCode("D-1")
private let sample = "1. 题\nA. 甲\nB. 乙\n"

@Suite("Each rule of the format broken once is found at its place")
struct BrokenRuleTests {
  @Test(arguments: frontMatter + headings + frames + values + waivers + cases)
  func found(_ rule: BrokenRule) throws {
    let marked = MarkedBank(rule.marked)
    let (bank, report) = try read(marked.text)
    let errors = report.problems.filter { $0.severity == .error }
    #expect(errors.map(\.fact) == rule.facts)
    #expect(errors.map(\.position) == marked.marks)
    #expect(bank == nil)
    #expect(report.errorCount == rule.facts.count)
  }

  private static let frontMatter: [BrokenRule] = [
    .whole("empty file", "⟦⟧", .emptyFile),
    .whole("blank file", "⟦⟧ \n\n\u{3000}\n", .emptyFile),
    .whole(
      "no front matter", "⟦⟧## 判断题\n1. 题\n答案：对\n编号：D-1\n", .frontMatterMissing),
    .whole(
      "front matter does not end", "---\n题库：d\n名称：名\n版本：1\n⟦⟧## 判断题\n1. 题\n答案：对\n编号：D-1",
      .frontMatterNotClosed),
    .whole(
      "front matter to the end of the file", "---\n题库：d\n名称：名\n版本：1⟦⟧",
      .frontMatterNotClosed),
    .whole("no questions", "⟦⟧---\n题库：d\n名称：名\n版本：1\n---\n# 章\n", .noQuestions),
    .front(
      "line without colon", "题库：d\n名称：名\n版本：1\n⟦⟧什么\n---", .frontMatterLineUnreadable),
    .front(
      "unknown field", "题库：d\n名称：名\n版本：1\n⟦⟧作者：王\n---", .unknownHeaderField("作者")),
    .front("id missing", "名称：名\n版本：1\n⟦⟧---", .headerFieldMissing(.bank)),
    .front("title missing", "题库：d\n版本：1\n⟦⟧---", .headerFieldMissing(.title)),
    .front("version missing", "题库：d\n名称：名\n⟦⟧---", .headerFieldMissing(.version)),
    .front(
      "field twice", "题库：d\n名称：名\n版本：1\n⟦⟧名称：又\n---",
      .headerFieldTwice(.title, firstLine: 3)),
    .front(
      "id in capitals", "题库：⟦⟧Demo\n名称：名\n版本：1\n---",
      .headerFieldUnreadable(.bank, text: "Demo")),
    .front(
      "empty title", "题库：d\n名称：⟦⟧\n版本：1\n---", .headerFieldUnreadable(.title, text: "")),
    .front(
      "language", "题库：d\n名称：名\n语言：⟦⟧fr\n版本：1\n---",
      .headerFieldUnreadable(.language, text: "fr")),
    .front(
      "version", "题库：d\n名称：名\n版本： ⟦⟧1.x\n---",
      .headerFieldUnreadable(.version, text: "1.x")),
    .front(
      "statute without date", "题库：d\n名称：名\n版本：1\n法律：⟦⟧《民法典》\n---",
      .headerFieldUnreadable(.statute, text: "《民法典》")),
    .front(
      "statute on no day", "题库：d\n名称：名\n版本：1\n法律：⟦⟧《民法典》 2020-02-30\n---",
      .headerFieldUnreadable(.statute, text: "《民法典》 2020-02-30")),
    .front(
      "statute twice",
      "题库：d\n名称：名\n版本：1\n法律：《民法典》 2020-05-28\n法律：⟦⟧《中华人民共和国民法典》 2021-01-01\n---",
      .statuteTwice(StatuteTitle("民法典"), firstLine: 5)),
    .front(
      "checked by nobody", "题库：d\n名称：名\n版本：1\n核对：⟦⟧2026-11-24\n---",
      .headerFieldUnreadable(.checked, text: "2026-11-24")),
  ]

  private static let headings: [BrokenRule] = [
    BrokenRule("dashes in the body", "⟦⟧---\n## 判断题\n1. 题\n答案：对\n编号：D-1", .strayRule),
    BrokenRule("empty heading", "⟦⟧#\n## 判断题\n1. 题\n答案：对\n编号：D-1", .emptyHeading),
    BrokenRule(
      "chapter twice", "# 第一章\n## 判断题\n1. 题\n答案：对\n编号：D-1\n# ⟦⟧第一章",
      .chapterTwice(title: "第一章", firstLine: 8)),
    BrokenRule(
      "bare chapter twice", "第一章 总则\n## 判断题\n1. 题\n答案：对\n编号：D-1\n⟦⟧第一章 总则",
      .chapterTwice(title: "第一章 总则", firstLine: 8)),
    BrokenRule(
      "unknown type", "## ⟦⟧名词解释\n1. 题\n答案：对\n编号：D-1", .unknownType("名词解释")),
    BrokenRule(
      "bare unknown type", "七、⟦⟧名词解释题（每题 3 分）\n1. 题\n答案：对\n编号：D-1",
      .unknownType("名词解释题")),
    BrokenRule(
      "third level", "### ⟦⟧判断题\n1. 题\n答案：对\n编号：D-1", .unknownType("判断题")),
    BrokenRule("no type", "⟦⟧1. 题\n答案：对\n编号：D-1", .questionWithoutType),
    BrokenRule(
      "no type after the case heading", "## 案例题\n⟦⟧1. 题\n答案：对\n编号：D-1",
      .questionWithoutType),
  ]

  private static let frames: [BrokenRule] = [
    BrokenRule(
      "text before the first question", "⟦⟧序言\n又一行\n## 判断题\n1. 题\n答案：对\n编号：D-1",
      .textBeforeQuestion),
    BrokenRule(
      "text after a chapter", "## 判断题\n1. 题\n答案：对\n编号：D-1\n# 章\n⟦⟧序言",
      .textBeforeQuestion),
    BrokenRule(
      "field before a question", "## 判断题\n⟦⟧难度：中\n1. 题\n答案：对\n编号：D-1",
      .fieldOutsideQuestion(.difficulty)),
    BrokenRule(
      "option before a question", "## 单选题\n⟦⟧A. 甲\n" + MarkedBank.whole,
      .optionOutsideQuestion),
    .single("option after a field", sample + "答案：A\n⟦⟧C. 丙\n编号：D-1", .optionAfterField),
    .single(
      "options skip a letter", "1. 题\nA. 甲\n⟦⟧C. 丙\nD. 丁\n答案：A\n编号：D-1",
      .optionOutOfOrder(found: "C", expected: "B")),
    .single(
      "options of one line skip a letter", "1. 题\nA. 甲  ⟦⟧C. 丙\n答案：A\n编号：D-1",
      .optionOutOfOrder(found: "C", expected: "B")),
    .single(
      "first option missing", "1. 题\n⟦⟧B. 甲\nC. 丙\n答案：B\n编号：D-1",
      .optionOutOfOrder(found: "B", expected: "A")),
    .single(
      "option letter twice", "1. 题\nA. 甲\nB. 乙\n⟦⟧B. 丙\n答案：A\n编号：D-1",
      .optionOutOfOrder(found: "B", expected: "C")),
    .single(
      "label twice", sample + "答案：A\n难度：中\n⟦⟧【难度】难\n编号：D-1",
      .fieldTwice(.difficulty, firstLine: 13)),
    .single(
      "two labels of one field", sample + "答案：A\n⟦⟧正确答案：B\n编号：D-1",
      .fieldTwice(.answer, firstLine: 12)),
    .single(
      "text after a field of one line", sample + "答案：A\n编号：D-1\n⟦⟧还有话\n还有",
      .textAfterField(.code)),
    .single("no key", "⟦⟧1. 题\nA. 甲\nB. 乙\n编号：D-1", .missingKey),
    .single("empty key", sample + "答案：⟦⟧\n编号：D-1", .missingKey),
    .single("no code", "⟦⟧1. 题\nA. 甲\nB. 乙\n答案：A", .missingCode),
    .single("empty code", "⟦⟧1. 题\nA. 甲\nB. 乙\n编号：\n答案：A", .missingCode),
  ]

  private static let values: [BrokenRule] = [
    .single(
      "code of other signs", sample + "答案：A\n编号：⟦⟧题-1", .unreadableCode("题-1")),
    .single(
      "code twice", sample + "答案：A\n编号：D-1\n\n" + sample + "答案：A\n编号：⟦⟧D-1",
      .codeTwice(code1!, firstLine: 13)),
    .single(
      "key is no letter", sample + "答案：⟦⟧甲\n编号：D-1",
      .unreadableKey(.single, text: "甲")),
    .single(
      "key names a letter twice", sample + "答案：⟦⟧AA\n编号：D-1",
      .unreadableKey(.single, text: "AA")),
    .single(
      "key and explanation in one line", sample + "答案：⟦⟧A 解析：因为\n编号：D-1",
      .unreadableKey(.single, text: "A 解析：因为")),
    .single(
      "key past the options", sample + "答案：⟦⟧C\n编号：D-1", .question(.keyNotAmongOptions)),
    .single(
      "two keys of a single choice", sample + "答案：⟦⟧AB\n编号：D-1",
      .question(.oneRightOptionWanted(count: 2))),
    BrokenRule(
      "one key of a multiple choice", "## 多选题\n" + sample + "答案：⟦⟧B\n编号：D-1",
      .question(.severalRightOptionsWanted(count: 1))),
    .single(
      "empty stem", "1.⟦⟧\nA. 甲\nB. 乙\n答案：A\n编号：D-1", .question(.emptyStem)),
    .single(
      "one option", "1. ⟦⟧题\nA. 甲\n答案：A\n编号：D-1", .question(.tooFewOptions(count: 1))),
    .single(
      "nine options",
      "1. 题\nA. 一  B. 二  C. 三  D. 四\nE. 五  F. 六  G. 七\nH. 八\n⟦⟧I. 九\n答案：A\n编号：D-1",
      .question(.tooManyOptions(count: 9))),
    .single(
      "empty option", "1. 题\nA. 甲\n⟦⟧B.\n答案：A\n编号：D-1",
      .question(.emptyOption(position: 1))),
    .single(
      "equal options", "1. 题\nA. 甲\nB. 乙\n⟦⟧C. 甲\n答案：A\n编号：D-1",
      .question(.duplicateOptions(first: 0, second: 2))),
    .single(
      "explanation names a missing option",
      sample + "答案：A\n解析：[A] 对，\n但⟦⟧【D】不对\n编号：D-1",
      .question(.rationaleNamesMissingOption)),
    BrokenRule(
      "options of a true/false", "## 判断题\n1. 题\n⟦⟧A. 甲\nB. 乙\n答案：对\n编号：D-1",
      .question(.optionsNotWanted)),
    BrokenRule(
      "key of a true/false", "## 判断题\n1. 题\n答案：⟦⟧也许\n编号：D-1",
      .unreadableKey(.trueFalse, text: "也许")),
    BrokenRule(
      "no blank", "## 填空题\n1. ⟦⟧题\n答案：甲\n编号：D-1", .question(.noBlankInStem)),
    BrokenRule(
      "blanks and parts differ", "## 填空题\n1. 甲____乙____\n答案：⟦⟧甲\n编号：D-1",
      .question(.blankCount(inStem: 2, inKey: 1))),
    BrokenRule(
      "empty form of a blank", "## 填空题\n1. 甲____\n答案：⟦⟧甲 | \n编号：D-1",
      .question(.emptyBlankForm(blank: 0))),
    BrokenRule(
      "point without dash", "## 简答题\n1. 题\n答案：\n- 甲\n⟦⟧乙\n编号：D-1",
      .keyPointWithoutDash),
    BrokenRule(
      "empty part of a point", "## 简答题\n1. 题\n答案：⟦⟧\n- 甲 | 乙+\n编号：D-1",
      .question(.emptyKeyPoint(position: 0))),
    .single(
      "citation unreadable", sample + "答案：A\n依据：《民法典》第一条；⟦⟧民法第二页\n编号：D-1",
      .unreadableCitation("民法第二页")),
    .single(
      "citation unreadable on a second line",
      sample + "答案：A\n依据：《民法典》第一条\n⟦⟧第二页\n编号：D-1", .unreadableCitation("第二页")),
    .single(
      "citation without title", sample + "答案：A\n依据：⟦⟧第一条\n编号：D-1",
      .citationWithoutTitle),
    .single(
      "statute not in the front matter",
      sample + "答案：A\n依据：《民法典》第一条；⟦⟧《禁毒法》第二条；第三条\n编号：D-1",
      .statuteNotInHeader(StatuteTitle("禁毒法"))),
    .single(
      "difficulty", sample + "答案：A\n难度：⟦⟧6\n编号：D-1", .unknownValue(.difficulty, text: "6")),
    .single(
      "level", sample + "答案：A\n层次：⟦⟧掌握\n编号：D-1", .unknownValue(.level, text: "掌握")),
    .single("use", sample + "答案：A\n用途：⟦⟧作业\n编号：D-1", .unknownValue(.use, text: "作业")),
    .single(
      "state", sample + "答案：A\n状态：⟦⟧废\n编号：D-1", .unknownValue(.state, text: "废")),
    .single(
      "order", sample + "答案：A\n选项顺序：⟦⟧乱\n编号：D-1", .unknownValue(.order, text: "乱")),
    .single(
      "scoring", sample + "答案：A\n计分：⟦⟧倒扣\n编号：D-1", .unknownValue(.scoring, text: "倒扣")),
  ]

  private static let waivers: [BrokenRule] = [
    waiver("no brackets", "⟦⟧near-duplicate", .waiverWithoutReason(rule: "near-duplicate")),
    waiver(
      "nothing in brackets", "⟦⟧near-duplicate（ ）", .waiverWithoutReason(rule: "near-duplicate")),
    waiver(
      "the second without reason", "near-duplicate（不同）；⟦⟧same-question；reading-load（长）",
      .waiverWithoutReason(rule: "same-question")),
    waiver("no rule", "⟦⟧（不同）", .unreadableWaiver("（不同）")),
    waiver("words", "⟦⟧不要查（不同）", .unreadableWaiver("不要查（不同）")),
    waiver(
      "a colon for brackets", "⟦⟧near-duplicate：不同", .unreadableWaiver("near-duplicate：不同")),
    waiver(
      "bracket not closed", "⟦⟧near-duplicate（不同（二）", .unreadableWaiver("near-duplicate（不同（二）")),
    waiver(
      "words behind", "same-question（不同）\n⟦⟧near-duplicate（不同）的",
      .unreadableWaiver("near-duplicate（不同）的")),
    waiver(
      "unknown rule", "⟦⟧near-duplicates（不同）\n⟦⟧near（不同）；⟦⟧nothing-like-it（不同）",
      .unknownRule("near-duplicates", like: "near-duplicate"),
      .unknownRule("near", like: "near-duplicate"), .unknownRule("nothing-like-it", like: nil)),
    waiver("rule of the bank", "⟦⟧key-positions（不同）", .ruleOfBankWaived("key-positions")),
    waiver(
      "rule of the form", "⟦⟧format（不同）；⟦⟧no-citation（不同）；⟦⟧idle-waiver（不同）",
      .ruleOfFormWaived("format"), .ruleOfFormWaived("no-citation"),
      .ruleOfFormWaived("idle-waiver")
    ),
  ]

  private static func waiver(_ name: String, _ value: String, _ facts: ReadFact...) -> BrokenRule {
    var rule = BrokenRule("waiver: " + name, "## 单选题\n" + sample + "答案：A\n免查：\(value)\n编号：D-1")
    rule.facts = facts
    return rule
  }

  private static let cases: [BrokenRule] = [
    BrokenRule(
      "case without questions", "## 案例题\n⟦⟧案例：材料\n编号：D-1\n案例完\n## 判断题\n1. 题\n答案：对\n编号：D-2",
      .caseWithoutQuestions),
    BrokenRule(
      "case without code", "⟦⟧案例：材料\n1. [判断] 题\n答案：对\n编号：D-1", .missingCode),
    BrokenRule(
      "case without passage", "⟦⟧案例：\n编号：D-1\n1. [判断] 题\n答案：对\n编号：D-2",
      .emptyPassage),
    BrokenRule(
      "question of a case without tag", "## 判断题\n案例：材料\n编号：D-1\n⟦⟧1. 题\n答案：对\n编号：D-2",
      .caseQuestionWithoutType),
    BrokenRule(
      "field of a question at the passage",
      "案例：材料\n⟦⟧难度：中\n编号：D-1\n1. [判断] 题\n答案：对\n编号：D-2", .fieldInPassage(.difficulty)),
    BrokenRule(
      "option in a passage", "案例：材料\n⟦⟧A. 甲\n编号：D-1\n1. [判断] 题\n答案：对\n编号：D-2",
      .optionOutsideQuestion),
    BrokenRule(
      "two codes of a passage", "案例：材料\n编号：D-1\n⟦⟧编号：D-3\n1. [判断] 题\n答案：对\n编号：D-2",
      .fieldTwice(.code, firstLine: 9)),
    BrokenRule(
      "passage and question share a code", "案例：材料\n编号：D-1\n1. [判断] 题\n答案：对\n编号：⟦⟧D-1",
      .codeTwice(code1!, firstLine: 9)),
    BrokenRule(
      "text after the passage's code", "案例：材料\n编号：D-1\n⟦⟧还有\n1. [判断] 题\n答案：对\n编号：D-2",
      .textAfterField(.code)),
    BrokenRule(
      "end of no case", "## 判断题\n1. 题\n答案：对\n编号：D-1\n⟦⟧案例完", .caseEndWithoutCase),
    BrokenRule(
      "case as a tag", "1. ⟦⟧[案例] 题\n答案：对\n编号：D-1", .unknownType("案例")),
  ]
}
