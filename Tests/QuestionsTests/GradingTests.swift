import Questions
import TestKit
import Testing

@Suite("Grading and marks")
struct GradingTests {
  @Test(
    "A multiple choice earns what its rule says",
    arguments: [
      ([1, 2], ScoringRule.allOrNothing, 200), ([1], .allOrNothing, 0), ([1, 2, 3], .half, 0),
      ([1], .half, 100), ([1], .perOption, 50), ([1, 3], .perOption, 0), ([], .half, 0),
      ([3], ScoringRule(deduction: Score(hundredths: 50)), -50),
      ([], ScoringRule(deduction: Score(hundredths: 50)), 0),
    ])
  func multiple(chosen: [Int], rule: ScoringRule, hundredths: Int) throws {
    let question = try SampleBank.multiple("M")
    let type = question.kind.type
    let grade = type.grade(.options(Set(chosen.map { OptionID($0) })), of: question)
    #expect(type.score(grade, full: Score(points: 2), rule: rule).hundredths == hundredths)
  }

  @Test("Blank is not wrong", arguments: QuestionKind.all)
  func blank(kind: QuestionKind) throws {
    let all = [
      try SampleBank.single("S"), try SampleBank.multiple("M"), try SampleBank.truth("T"),
      try SampleBank.fillIn("F"), try SampleBank.short("K"),
    ]
    for question in all where question.kind == kind {
      #expect(kind.type.grade(.blank, of: question).verdict == .blank)
      #expect(kind.type.grade(question.response(right: true), of: question).verdict == .right)
      #expect(kind.type.grade(question.response(right: false), of: question).verdict == .wrong)
    }
  }

  @Test(
    "A blank of a fill-in counts by itself, whatever its width and spacing",
    arguments: [
      (["出生", "去世"], Grade.Verdict.right), ([" 出 生。", "死亡"], .right), (["出生", ""], .partial),
      (["", ""], .blank), (["入学", "毕业"], .wrong),
    ])
  func fillIn(typed: [String], verdict: Grade.Verdict) throws {
    let question = try SampleBank.fillIn("F")
    #expect(question.kind.type.grade(.blanks(typed), of: question).verdict == verdict)
  }

  @Test(
    "Numbers are equal in Chinese and in figures",
    arguments: [("十八周岁", "18周岁"), ("１８", "18"), ("一百零二", "102"), ("第三十六条", "第36条")])
  func numerals(left: String, right: String) {
    #expect(AnswerText.normalized(left) == AnswerText.normalized(right))
  }

  @Test("A text is empty where nothing is left of it")
  func empty() {
    let pieces = [
      "。", " ", "、", "—", "(", "\u{200B}", "\u{301}", "９", "壹", "①", "Ｂ", "a", "Z", "7", "民", "点",
    ]
    for first in pieces {
      for second in pieces {
        let text = first + second
        #expect(AnswerText.isEmpty(text) == AnswerText.normalized(text).isEmpty, "\(text)")
      }
    }
    #expect(AnswerText.isEmpty("") && AnswerText.isEmpty("。 ") && !AnswerText.isEmpty("①"))
  }

  @Test(
    "Answers are read as people type them",
    arguments: [
      ("b", [1]), ("Ｂ", [1]), ("ABD", [0, 1, 3]), ("a、c", [0, 2]), ("A C，d", [0, 2, 3]),
    ])
  func letters(text: String, positions: [Int]) {
    let read = TypedAnswer.positions(text, optionCount: 4, severalAllowed: true)
    #expect(read == .success(Set(positions)))
  }

  static let digits: [(typed: String, several: String?, one: String?)] = [
    ("1", "A", "A"), ("４", "D", "D"), ("13", "AC", nil), ("1、3", "AC", nil), ("３，１", "CA", nil),
    ("5", nil, nil), ("0", nil, nil), ("15", nil, nil), ("99999999999999999999", nil, nil),
  ]

  @Test(arguments: digits.indices)
  func `digits are no letters, and what they would mean is said`(index: Int) {
    let (typed, several, one) = Self.digits[index]
    for (severalAllowed, letters) in [(true, several), (false, one)] {
      guard
        case .failure(.digits(_, let meant, let last)) = TypedAnswer.positions(
          typed, optionCount: 4, severalAllowed: severalAllowed)
      else {
        Issue.record("\(typed) was taken")
        continue
      }
      #expect(meant == letters && last == "D")
    }
  }

  @Test("True and false have many spellings")
  func truth() {
    for word in ["对", "正确", "√", "t", "Ｔ", "true"] { #expect(TypedAnswer.truth(word) == true) }
    for word in ["错", "错误", "×", "f", "x", "false"] { #expect(TypedAnswer.truth(word) == false) }
    #expect(TypedAnswer.truth("也许") == nil)
  }

  @Test(
    "Whether options may be shuffled is seen from them",
    arguments: [
      (["甲", "乙", "丙"], OptionOrder.free), (["甲", "乙", "以上都对"], .anchored),
      (["甲", "以上都对", "乙"], .fixed), (["甲", "乙", "A和B都对"], .fixed),
    ])
  func order(texts: [String], order: OptionOrder) {
    #expect(OptionOrderDetection.order(of: SampleBank.options(texts)) == order)
  }

  @Test(
    "A scoring rule is stored and read again", arguments: ["all", "half", "option:50", "all-25"])
  func stored(text: String) { #expect(ScoringRule(stored: text)?.stored == text) }
}
