import Text

/// An explanation that names an option by a letter which no option has, or without brackets: shuffled
/// options then have other letters.
struct MissingLetter: BankCheck {
  let id = "letter-in-explanation"
  let severity = CheckSeverity.warning
  let purpose = Wording(
    zh: "解析用字母说选项，却没有写成 [A] 的形式，或没有这个选项",
    en: "an explanation that names an option by a bare letter, or one that no option has")

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    for (place, entry) in bank.entries.enumerated() {
      let count = entry.question.options.count
      guard count > 0 else { continue }
      let text = entry.question.rationale.spelled { _ in "、" }
      guard let letter = Self.bareLetter(in: text) else { continue }
      let exists = AnswerOption.letters.prefix(count).contains(letter)
      log.find(
        place, .explanation,
        exists
          ? Wording(
            zh: "解析里的 \(letter) 请写成 [\(letter)]：选项打乱以后字母会变",
            en:
              "Write [\(letter)] for \(letter) in the explanation: shuffled options have other letters"
          )
          : Wording(
            zh: "解析说到 \(letter)，但是没有这个选项",
            en: "The explanation speaks of \(letter), and there is no such option"))
    }
  }

  /// A capital letter that stands alone before 项, 选项, 错, 对 or 正确.
  private static func bareLetter(in text: String) -> Character? {
    let signs = Array(text)
    for (place, sign) in signs.enumerated()
    where sign.isASCII && sign.isUppercase && ("A"..."H").contains(sign) {
      let before = place > 0 ? signs[place - 1] : " "
      guard !(before.isASCII && before.isLetter) else { continue }
      let behind = String(signs[(place + 1)...].prefix(3)).filter { !$0.isWhitespace }
      if ["项", "选项", "错", "对", "正确", "不正确"].contains(where: { behind.hasPrefix($0) })
        || before == "选"
      {
        return sign
      }
    }
    return nil
  }
}
