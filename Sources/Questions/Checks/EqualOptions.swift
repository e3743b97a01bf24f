import Statutes
import Text

/// Two options that say the same in other signs: 15日 and 十五日.
struct EqualOptions: BankCheck {
  let id = "duplicate-options"
  let severity = CheckSeverity.error
  let purpose = Wording(
    zh: "意思相同的两个选项（写法、标点不同）", en: "two options that say the same in other signs")

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    for (place, entry) in bank.entries.enumerated() {
      let options = entry.question.options
      for (later, option) in options.enumerated() {
        guard let earlier = options[..<later].firstIndex(where: { Self.same($0.text, option.text) })
        else { continue }
        let letters = AnswerOption.letters
        log.find(
          place, .option(later),
          Wording(
            zh: "选项 \(letters[earlier]) 和 \(letters[later]) 说的一样；请改一个",
            en: "Options \(letters[earlier]) and \(letters[later]) say the same; change one"))
      }
    }
  }

  private static func same(_ left: String, _ right: String) -> Bool {
    let (leftSigns, rightSigns) = (TextSigns.of(left), TextSigns.of(right))
    if leftSigns == rightSigns { return !leftSigns.isEmpty }
    let (ours, theirs) = (NumberMention.all(in: left), NumberMention.all(in: right))
    guard !ours.isEmpty, ours == theirs else { return false }
    return words(left, without: ours) == words(right, without: theirs)
  }

  private static func words(_ text: String, without numbers: [NumberMention]) -> String {
    TextSigns.of(numbers.reduce(text) { $0.replacing($1.text, with: "", maxReplacements: 1) })
  }
}
