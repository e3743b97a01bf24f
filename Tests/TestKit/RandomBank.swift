import Learning
import Questions
import Statutes
import Text

/// Banks drawn from a seed, with every type, trait, odd sign and empty field that the domain allows:
/// for property tests of whatever takes a bank and gives it again.
package struct RandomBank {
  private var generator: SeededGenerator
  private var nextCode = 0
  private let titles = ["《民法典》", "《宪法》", "《禁毒法》"].map { StatuteTitle($0) }

  private init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A bank of about this many items; the same for the same seed.
  package static func bank(seed: UInt64, items: Int = 12) throws -> Bank {
    var maker = RandomBank(seed: seed)
    return try maker.bank(items: items)
  }

  private mutating func bank(items: Int) throws -> Bank {
    var header = try SampleBank.header(version: "\(2020 + draw(9)).\(1 + draw(12))")
    header.language = .chinese
    header.editions = generator.shuffled(titles).compactMap { title in
      CalendarDate(year: 2000 + draw(26), month: 1 + draw(12), day: 1 + draw(28)).map {
        Edition(title: title, date: $0)
      }
    }
    if chance(2), let date = CalendarDate(year: 2026, month: 11, day: 1 + draw(28)) {
      header.review = BankReview(date: date, reviewer: "某县司法局")
    }
    let count = 1 + draw(4)
    var chapters = (0..<count).map { BankChapter(title: "第 \($0) 章", items: []) }
    if chance(2) { chapters[0].title = nil }
    for number in 0..<max(items, count) {
      // Every chapter has an item: a heading alone holds nothing that could be kept.
      let chapter = number < count ? number : draw(count)
      chapters[chapter].items.append(try item())
    }
    return Bank(header: header, chapters: chapters)
  }

  private mutating func item() throws -> BankItem {
    guard chance(4) else { return BankItem(questions: [try question()]) }
    let passage = Passage(code: try code("C"), text: text(20) + "\n" + text(5))
    return BankItem(passage: passage, questions: try (0...draw(3)).map { _ in try question() })
  }

  private mutating func question() throws -> Question {
    let kinds = QuestionKind.all
    let kind = kinds[draw(kinds.count)]
    var question = Question(code: try code("Q"), kind: kind, stem: text(12), key: .truth(chance(2)))
    switch kind.type.form {
    case .options(let severalAllowed):
      let count = 2 + draw(7)
      question.options = SampleBank.options((0..<count).map { "\($0)" + text(4) })
      let ids = generator.shuffled(question.options.map(\.id))
      let right = severalAllowed ? 2 + draw(count - 1) : 1
      question.key = .options(Set(ids.prefix(right)))
      question.order = OptionOrder.allCases[draw(3)]
      question.rule = [.allOrNothing, .perOption, .half][draw(3)]
    case .truth: break
    case .blanks:
      let count = 1 + draw(3)
      question.stem = (0..<count).map { _ in text(3) + "____" }.joined()
      question.key = .blanks((0..<count).map { _ in (0...draw(3)).map { _ in text(2) } })
    case .text:
      question.key = .points(
        (0...draw(3)).map { _ in
          KeyPoint(
            wording: text(4), forms: (0..<draw(3)).map { _ in (0...draw(2)).map { _ in text(2) } })
        })
    }
    question.citations = (0..<draw(3)).map { _ in citation() }
    question.rationale = rationale(question.options)
    question.difficulty = chance(3) ? nil : Difficulty.allCases[draw(5)]
    question.level = chance(3) ? nil : CognitiveLevel.allCases[draw(3)]
    question.topics = (0..<draw(4)).map { "标签\($0)" }
    question.use = QuestionUse.allCases[draw(3)]
    question.state = chance(3) ? QuestionState.allCases[draw(3)] : .ready
    if chance(4) {
      question.waivers = ["near-duplicate", "reading-load"].prefix(1 + draw(2)).map {
        Waiver(rule: $0, reason: text(6))
      }
    }
    return question
  }

  private mutating func citation() -> Citation {
    let title = titles[draw(titles.count)]
    if chance(6) {
      return Citation(
        title: title, provision: .preamble, paragraph: chance(2) ? 1 + draw(13) : nil)
    }
    let article = ArticleNumber(1 + draw(1260), insertion: chance(5) ? 1 + draw(4) : 0)
    let paragraph = chance(2) ? 1 + draw(5) : nil
    return Citation(
      title: title, provision: .article(article), paragraph: paragraph,
      item: paragraph == nil || chance(2) ? nil : 1 + draw(9))
  }

  private mutating func rationale(_ options: [AnswerOption]) -> Rationale {
    var parts: [Rationale.Part] = []
    for _ in 0..<draw(4) {
      parts.append(.text(text(6)))
      if let option = options.first, chance(2) {
        parts.append(.option(options.count > 1 ? options[draw(options.count)].id : option.id))
      } else {
        break
      }
    }
    return Rationale(parts)
  }

  private mutating func code(_ prefix: String) throws -> QuestionCode {
    nextCode += 1
    return try SampleBank.code("\(prefix)-\(nextCode)")
  }

  /// Words with the signs that a coding could trip over; never empty.
  private mutating func text(_ length: Int) -> String {
    let pieces = [
      "登记", "合同", "村民", "“引号”", "\"", "\\", "'", "[#", "[#1]", "[", "]", "#", "<b>", "，",
      "。", "a", "Ａ", "é", "e\u{301}", "👩🏽", "𠮷", "%", "{}", "\\n", ";", "--", "0",
    ]
    return "字" + (0..<(1 + draw(length))).map { _ in pieces[draw(pieces.count)] }.joined()
  }

  private mutating func draw(_ bound: Int) -> Int { generator.below(bound) }

  /// Once in so many times.
  private mutating func chance(_ bound: Int) -> Bool { generator.below(bound) == 0 }
}
