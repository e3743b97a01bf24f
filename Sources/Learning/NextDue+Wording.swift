import Text

extension NextDue: Worded {
  /// A whole sentence, with what parts it from the next one.
  package var wording: Wording {
    let day =
      days == 1
      ? Wording(zh: "明天", en: "tomorrow") : Wording(zh: "\(days) 天后", en: "in \(days) days")
    return Wording(
      zh: "\(day.zh)有 \(questions) 题到期。",
      en: "Questions that come due \(day.en): \(questions). ")
  }
}
