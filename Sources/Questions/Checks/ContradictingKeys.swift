import Text

/// Two questions of a bank with the same stem and options, and different keys.
package struct ContradictingKeys: BankCheck {
  package let id = "contradicting-keys"
  package let severity = CheckSeverity.error
  package let scope = CheckScope.otherBanks
  package let purpose = Wording(
    zh: "题干和选项都相同、答案却不同的两道题",
    en: "two questions with the same stem and options, and different keys")

  package func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog)
  {
    for (first, place) in bank.repeated where first.keySigns != bank.entries[place].keySigns {
      log.find(place, .key, Self.wording(code: first.question.code, source: nil))
    }
  }

  /// The same for a question of another bank or file.
  package static func finding(_ question: Int, code: QuestionCode, source: String) -> CheckFinding {
    let check = ContradictingKeys()
    return CheckFinding(
      rule: check.id, severity: check.severity, question: question, part: .key,
      wording: wording(code: code, source: source))
  }

  private static func wording(code: QuestionCode, source: String?) -> Wording {
    Wording(
      zh: "和\(source.map { "\($0) 的" } ?? "") \(code.text) 的题干、选项都相同，答案却不同；请核对哪一题错了",
      en:
        "Stem and options are those of \(code.text)\(source.map { " in \($0)" } ?? ""), and the keys "
        + "differ; find out which is wrong")
  }
}
