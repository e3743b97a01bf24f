import Text

/// Two questions of a bank with the same stem and options.
struct SameQuestion: BankCheck {
  let id = "same-question"
  let severity = CheckSeverity.error
  let purpose = Wording(
    zh: "题干和选项都相同的两道题", en: "two questions with the same stem and options")

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    for (first, place) in bank.repeated where first.keySigns == bank.entries[place].keySigns {
      let code = first.question.code.text
      log.find(
        place, .stem,
        Wording(
          zh: "和 \(code) 的题干、选项都相同；请删去一题", en: "Stem and options are those of \(code); remove one"))
    }
  }
}
