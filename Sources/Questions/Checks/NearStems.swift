import Text

/// Two questions of a bank whose stems are nearly the same, with options that are alike, too.
struct NearStems: BankCheck {
  let id = "near-duplicate"
  let severity = CheckSeverity.warning
  let purpose = Wording(
    zh: "题干几乎相同的两道题", en: "two questions whose stems are nearly the same")

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    for pair in NearDuplicates.pairs(among: bank.entries.map(\.question.stem)) {
      let (first, second) = (bank.entries[pair.first], bank.entries[pair.second])
      // Short stems such as 下列说法正确的是 ask about their options; the same question is another rule's.
      guard first.signs != second.signs, Self.areAlike(first.question, second.question),
        first.passage == second.passage
      else { continue }
      let code = first.question.code.text
      let kind = pair.kind.wording
      log.find(
        pair.second, .stem,
        Wording(
          zh: "题干和 \(code) 的\(kind.zh)；请看是不是同一道题",
          en: "The stem and that of \(code): \(kind.en); see whether it is the same question"))
    }
  }

  /// From this length on a stem says enough of what it asks.
  private static let longStem = 20

  /// Whether the stems are long, or half of the options are shared, where there are any.
  private static func areAlike(_ one: Question, _ other: Question) -> Bool {
    if min(one.stem.count, other.stem.count) >= longStem { return true }
    guard !one.options.isEmpty, !other.options.isEmpty else { return one.kind == other.kind }
    let texts = Set(one.options.map(\.text))
    return other.options.count { texts.contains($0.text) } * 2 >= other.options.count
  }
}
