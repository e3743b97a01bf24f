import Statutes
import Text

/// A number in the key that the cited article does not have: where all options are numbers, in a blank, and
/// in a true statement that tells no story.
///
/// Options that tell of cases have numbers of their own. Where stem or passage have numbers of that unit, the
/// key may be computed, and is left alone; so are one and two of countable things (一次, 两人), which people write for
/// themselves.
struct ForeignNumber: BankCheck {
  let id = "number-not-in-article"
  let severity = CheckSeverity.warning
  let purpose = Wording(
    zh: "答案里的数字，所引条文里没有", en: "a number in the key that the cited article does not have")

  private static let counted: Set<String> = ["人", "次", "级", "届"]
  /// Signs of names and persons.
  private static let story: Set<Character> = ["老", "小", "阿", "某", "他", "她", "大"]

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    for (place, entry) in bank.entries.enumerated() {
      let question = entry.question
      let said = Self.numbers(of: entry)
      guard !said.isEmpty, !question.citations.isEmpty else { continue }
      guard let lines = library.cited(by: question, in: bank) else {
        log.pass(place)
        continue
      }
      let known = Set(lines.flatMap { NumberMention.all(in: $0) })
      for mention in said where !known.contains(mention) {
        log.find(
          place, question.key == .truth(true) ? .stem : .key,
          Wording(
            zh: "所引条文里没有“\(mention.text)”；请核对答案和依据",
            en: "The cited article does not say “\(mention.text)”; check the key and the citation"))
      }
    }
  }

  /// The numbers that the article should have.
  private static func numbers(of entry: CheckedBank.Entry) -> [NumberMention] {
    let question = entry.question
    let given = Set(
      [question.stem, entry.passage?.text ?? ""].flatMap { NumberMention.all(in: $0) }.map(\.unit))
    let texts: [String]
    switch question.key {
    case .truth(true):
      guard entry.passage == nil, !tellsStory(question.stem) else { return [] }
      return NumberMention.all(in: question.stem).filter { !counted.contains($0.unit) }
    case .options:
      guard question.options.allSatisfy({ !NumberMention.all(in: $0.text).isEmpty }),
        question.options.allSatisfy({ $0.text.count <= 20 && !tellsStory($0.text) })
      else { return [] }
      texts = question.keyTexts
    case .blanks: texts = question.keyTexts
    default: return []
    }
    return texts.flatMap { NumberMention.all(in: $0) }
      .filter { !given.contains($0.unit) && ($0.value > 2 || !counted.contains($0.unit)) }
  }

  private static func tellsStory(_ text: String) -> Bool {
    // 小时 is a unit.
    NumberMention.all(in: text).reduce(text) { $0.replacing($1.text, with: "") }
      .contains(where: story.contains)
  }
}
