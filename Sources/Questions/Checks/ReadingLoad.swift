import Text

/// A question that takes long to read: then it measures reading, not the law.
struct ReadingLoad: BankCheck {
  let id = "reading-load"
  let severity = CheckSeverity.warning
  let purpose = Wording(
    zh: "题干或句子太长", en: "a stem or a sentence that is too long to be read at ease")

  /// Signs: a person reads some five in a second, so the whole takes a minute.
  private static let longestStem = 200
  private static let longestWhole = 450
  private static let longestSentence = 120

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    // Letters are not signs: other measures hold for languages that are written with them.
    guard bank.language == .chinese else { return }
    for (place, entry) in bank.entries.enumerated() {
      let question = entry.question
      let stem = question.stem.count
      let whole = stem + question.options.reduce(0) { $0 + $1.text.count }
      let sentence = question.stem.split { "。！？；\n".contains($0) }.map(\.count).max() ?? 0
      guard
        stem > Self.longestStem || whole > Self.longestWhole || sentence > Self.longestSentence
      else { continue }
      log.find(
        place, .stem,
        Wording(
          zh: "太长：题干 \(stem) 字，最长的一句 \(sentence) 字，连选项 \(whole) 字；请写短，或改成案例题",
          en:
            "Too long: \(stem) signs in the stem, \(sentence) in its longest sentence, \(whole) with the "
            + "options; shorten it, or make it a case"))
    }
  }
}
