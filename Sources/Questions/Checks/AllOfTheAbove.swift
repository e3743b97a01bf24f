import Text

/// An option that speaks of all the others: who sees two right ones needs not read on.
struct AllOfTheAbove: BankCheck {
  let id = "all-of-the-above"
  let severity = CheckSeverity.warning
  let purpose = Wording(
    zh: "有“以上都对”之类的选项", en: "an option such as “all of the above”")

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    for (place, entry) in bank.entries.enumerated() {
      for (number, option) in entry.question.options.enumerated()
      where OptionOrderDetection.speaksOfAll(option.text) {
        log.find(
          place, .option(number),
          Wording(
            zh: "选项“\(option.text)”概括了其他选项；请换成一个具体的选项",
            en: "The option “\(option.text)” speaks of all others; write one of its own"))
      }
    }
  }
}
