import Text

extension ReadFact {
  /// What is wrong with a waiver.
  var waiverWording: Wording {
    switch self {
    case .waiverWithoutReason(let rule):
      Wording(
        zh: "免查 \(rule) 没有理由，请写成：\(rule)（理由）",
        en: "The waiver of \(rule) gives no reason; write: \(rule) (reason)")
    case .unknownRule(let name, let like):
      Wording(
        zh: "没有“\(name)”这条规则，\(like.map { "是不是 \($0)？" } ?? "")规则名在 bank check 每条提醒末尾的方括号里",
        en: "There is no rule '\(name)'; \(like.map { "did you mean \($0)? " } ?? "")"
          + "A rule's name stands in brackets behind each finding of bank check")
    case .ruleOfBankWaived(let rule):
      Wording(
        zh: "\(rule) 说的是整个题库，不能在一题里免查，请删去",
        en: "\(rule) is about the whole bank and cannot be waived on a question; remove this")
    case .ruleOfFormWaived(let rule):
      Wording(
        zh: "\(rule) 不能免查，请删去，并照它的提醒改好这一题",
        en: "\(rule) cannot be waived; remove this, and mend what it tells")
    case .unreadableWaiver(let text):
      Wording(
        zh: "免查“\(text)”看不懂，请写成 near-duplicate（理由），几条之间换行或用；隔开",
        en: "The waiver '\(text)' is unreadable; write near-duplicate (reason), several in lines "
          + "of their own or with ; between them")
    default: Wording(zh: "免查有误，请改正", en: "The waiver is wrong; mend it")
    }
  }
}
