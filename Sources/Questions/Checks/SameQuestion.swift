import Text

/// Two questions of a bank with the same stem and options.
struct SameQuestion: BankCheck {
  let id = "same-question"
  let severity = CheckSeverity.error
  let purpose = Wording(
    zh: "题干和选项都相同的两道题", en: "two questions with the same stem and options")

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    var first: [String: Int] = [:]
    for (place, entry) in bank.entries.enumerated() {
      guard let earlier = first[entry.signs] else {
        first[entry.signs] = place
        continue
      }
      let other = bank.entries[earlier]
      guard other.keySigns == entry.keySigns else { continue }
      let code = other.question.code.text
      log.find(
        place, .stem,
        Wording(
          zh: "和 \(code) 的题干、选项都相同；请删去一题", en: "Stem and options are those of \(code); remove one"))
    }
  }
}
