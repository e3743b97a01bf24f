import Questions
import Statutes
import Text

@testable import Formats

/// SplitMix64: the same banks for the same seed on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Banks of all types, with texts that look like everything the format knows.
struct RandomBank {
  private var generator: SplitMix
  private var codes = 0
  private let titles: [StatuteTitle]
  private let language: Language

  init(seed: UInt64) {
    generator = SplitMix(state: seed)
    language = seed % 3 == 0 ? .english : .chinese
    titles =
      seed % 3 == 0
      ? [StatuteTitle("Constitution"), StatuteTitle("民法典")]
      : [StatuteTitle("民法典"), StatuteTitle("禁毒法")]
  }

  private static let pieces = [
    "甲", "乙方", "十五岁的小林", "word", "two words", "答案：", "答案：B", "【解析】", "Answer: A", "编号：X", "案例：",
    "案例完", "End of case", "1. ", "2、", "(3)", "（4）", "A. ", "B、", "（C）", "Ｄ．", "I. ", "第一章 总则",
    "第二编",
    "---", "#", "# 章", "## 单选题", "一、判断题", "- ", "-", "\\", "\\\\", "\\|", "\\答案：", "|", "｜", "；",
    ";",
    "+", "＋", "[A]", "【B】", "［C］", "[单选]", "【多选题】", "[", "]", "、", ",", "，", "以上都对", "A和B都对",
    "“引号”", "…",
    "《民法典》第一条", "\u{1F600}", "e\u{301}", "𠮷", "：", ":", "=", "%", "难度：难", "Case: x", "题库：y", ".",
    "。",
  ]

  private mutating func chance(_ part: Int) -> Bool {
    Int.random(in: 0..<part, using: &generator) == 0
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &generator)]
  }

  private mutating func line() -> String {
    var text = ""
    repeat {
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        text += pick(Self.pieces)
        if chance(4) { text += " " }
      }
      text = CanonicalText.line(text)
    } while text.isEmpty
    return text
  }

  private mutating func text() -> String {
    var lines = [line()]
    while chance(3) { lines.append(line()) }
    return lines.joined(separator: "\n")
  }

  /// A text that the normalisation of answers leaves something of.
  private mutating func answer() -> String { line() + pick(["甲", "18", "x"]) }

  private mutating func code() -> QuestionCode {
    codes += 1
    return QuestionCode("C.\(codes)_-x") ?? code()
  }

  mutating func bank(version: BankVersion) -> Bank {
    let editions = titles.enumerated().compactMap { position, title in
      CalendarDate(year: 2000 + position, month: 2, day: 29 - position).map {
        Edition(
          title: title, original: title.short == "Constitution" ? StatuteTitle("宪法") : title,
          date: $0)
      }
    }
    var header = BankHeader(
      id: "random-1", title: line(), language: language, version: version, editions: editions)
    if chance(2), let day = CalendarDate(year: 2026, month: 11, day: 24) {
      header.review = BankReview(date: day, reviewer: line())
    }
    var chapters: [BankChapter] = []
    if chance(2) { chapters.append(BankChapter(title: nil, items: items(atLeast: 1))) }
    for number in 0..<Int.random(in: 0...3, using: &generator) {
      chapters.append(
        BankChapter(title: CanonicalText.line("\(line()) \(number)"), items: items(atLeast: 0)))
    }
    if chapters.allSatisfy(\.items.isEmpty) {
      chapters.append(BankChapter(title: "最后", items: items(atLeast: 1)))
    }
    return Bank(header: header, chapters: chapters)
  }

  private mutating func items(atLeast least: Int) -> [BankItem] {
    (0..<Int.random(in: least...5, using: &generator)).map { _ in
      guard chance(4) else { return BankItem(questions: [question()]) }
      let passage = Passage(code: code(), text: text())
      return BankItem(
        passage: passage,
        questions: (0..<Int.random(in: 1...3, using: &generator)).map { _ in question() })
    }
  }

  private mutating func question() -> Question {
    let kind = pick(QuestionKind.all)
    var question = Question(code: code(), kind: kind, stem: text(), key: .truth(chance(2)))
    switch kind.type.form {
    case .options(let several):
      question.options = (1...Int.random(in: 2...8, using: &generator)).map {
        AnswerOption(id: OptionID($0), text: CanonicalText.text(text() + " \($0)"))
      }
      var ids = question.options.map(\.id).shuffled(using: &generator)
      if several {
        let least = kind == .multiple ? 2 : 1
        ids = Array(ids.prefix(Int.random(in: least...ids.count, using: &generator)))
      } else {
        ids = [ids[0]]
      }
      question.key = .options(Set(ids))
      question.order =
        chance(2) ? pick(OptionOrder.allCases) : OptionOrderDetection.order(of: question.options)
      question.rule = pick([.allOrNothing, .perOption, .half])
    case .truth: break
    case .blanks:
      let count = Int.random(in: 1...3, using: &generator)
      question.stem = CanonicalText.text(
        question.stem + (1...count).map { "\($0)____" }.joined(separator: " "))
      question.key = .blanks(
        (0..<count).map { _ in
          (0..<Int.random(in: 1...3, using: &generator)).map { _ in answer() }
        })
    case .text:
      question.key = .points(
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          KeyPoint(
            wording: answer(),
            forms: (0..<Int.random(in: 0...2, using: &generator)).map { _ in
              (0..<Int.random(in: 1...3, using: &generator)).map { _ in answer() }
            })
        })
    }
    addTraits(to: &question)
    return question
  }

  private mutating func addTraits(to question: inout Question) {
    question.rationale = rationale(optionCount: question.options.count)
    question.citations = (0..<Int.random(in: 0...3, using: &generator)).map { _ in citation() }
    if chance(2) { question.difficulty = pick(Difficulty.allCases) }
    if chance(2) { question.level = pick(CognitiveLevel.allCases) }
    question.topics = (0..<Int.random(in: 0...3, using: &generator)).map { _ in line() }
    question.use = pick(QuestionUse.allCases)
    question.state = pick(QuestionState.allCases)
    let rules = BankChecks.registry.filter { $0.scope != .bank }.map(\.id)
    question.waivers = (0..<(chance(3) ? Int.random(in: 1...3, using: &generator) : 0)).map { _ in
      Waiver(rule: pick(rules), reason: chance(2) ? line() : "（\(line())(\(line()))）\(line())")
    }
  }

  private mutating func citation() -> Citation {
    if chance(4) {
      return Citation(
        title: pick(titles), provision: .preamble,
        paragraph: chance(2) ? Int.random(in: 1...13, using: &generator) : nil)
    }
    let number = ArticleNumber(
      Int.random(in: 1...1260, using: &generator),
      insertion: chance(4) ? Int.random(in: 1...3, using: &generator) : 0)
    return Citation(
      title: pick(titles), provision: .article(number),
      paragraph: chance(2) ? Int.random(in: 1...12, using: &generator) : nil,
      item: chance(3) ? Int.random(in: 1...12, using: &generator) : nil)
  }

  /// Texts and options in turn, in canonical form as a whole.
  private mutating func rationale(optionCount: Int) -> Rationale {
    guard !chance(4) else { return Rationale() }
    var parts: [Rationale.Part] = [.text(text())]
    guard optionCount > 0 else { return Rationale(parts) }
    while chance(2) {
      parts.append(.option(OptionID(Int.random(in: 1...optionCount, using: &generator))))
      if chance(2) { parts.append(.text(pick([" ", "\n", ""]) + text())) }
    }
    return Rationale(parts)
  }
}
