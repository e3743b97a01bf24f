import Statutes
import Text

/// A short key that the cited article does not say, though it says a wrong option, or another word of
/// obligation: 可以 where the article says 应当.
struct ForeignTerm: BankCheck {
  let id = "term-not-in-article"
  let severity = CheckSeverity.warning
  let purpose = Wording(
    zh: "答案里的用语，所引条文里没有（应当/可以/不得等也算）",
    en: "a term of the key that the cited article does not have, words of obligation among them")

  /// Longer keys are said in the author's own words.
  private static let longest = 10
  private static let duties = ["应当", "可以", "不得", "必须", "禁止", "有权"]

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    for (place, entry) in bank.entries.enumerated() {
      let question = entry.question
      guard !question.citations.isEmpty, entry.passage == nil else { continue }
      guard let lines = library.cited(by: question, in: bank) else {
        log.pass(place)
        continue
      }
      let article = TextSigns.of(lines.joined(separator: "\n"))
      if let term = swapped(in: question, article: article) {
        log.find(place, .key, wording(term))
      } else if let duty = foreignDuty(of: question, article: article) {
        log.find(place, question.key == .truth(true) ? .stem : .key, wording(duty))
      }
    }
  }

  /// A key that the article lacks while it has one of the wrong options.
  private func swapped(in question: Question, article: String) -> String? {
    guard case .options(let right) = question.key, question.kind == .single,
      !isNegative(question.stem)
    else { return nil }
    func isSaid(_ option: AnswerOption) -> Bool {
      let signs = TextSigns.of(option.text)
      return signs.count >= 2 && article.contains(signs)
    }
    let short = question.options.filter {
      TextSigns.of($0.text).count <= Self.longest && NumberMention.all(in: $0.text).isEmpty
    }
    guard short.count == question.options.count,
      let key = question.options.first(where: { right.contains($0.id) }), !isSaid(key),
      !Self.isAlike(key.text, article),
      short.contains(where: { !right.contains($0.id) && isSaid($0) })
    else { return nil }
    return key.text
  }

  /// Half of its pairs of signs are enough: 全国人大常委会 for 全国人民代表大会常务委员会.
  private static func isAlike(_ key: String, _ article: String) -> Bool {
    let pairs = Set(
      TextGrams.of(
        key.replacing("人大", with: "人民代表大会").replacing(
          "常委会", with: "常务委员会")))
    let shared = pairs.intersection(TextGrams.of(article)).count
    return !pairs.isEmpty && shared * 2 >= pairs.count
  }

  /// A word of obligation in what is true that the article lacks while it has another one.
  private func foreignDuty(of question: Question, article: String) -> String? {
    let said: String
    switch question.key {
    case .truth(true): said = question.stem
    case .blanks(let forms): said = forms.compactMap(\.first).joined(separator: "，")
    default: return nil
    }
    let words = Self.duties.filter { said.contains($0) }
    guard Self.duties.contains(where: { article.contains($0) }),
      !words.contains(where: { article.contains($0) })
    else { return nil }
    return words.first
  }

  private func isNegative(_ stem: String) -> Bool {
    ["不", "错误", "除外", "无权"].contains { stem.contains($0) }
  }

  private func wording(_ term: String) -> Wording {
    Wording(
      zh: "所引条文里没有“\(term)”；请核对答案和依据",
      en: "The cited article does not say “\(term)”; check the key and the citation")
  }
}
