import Text

extension TypedDigits.Flaw: Worded {
  package var wording: Wording {
    switch self {
    case .otherThanDigits(let last):
      Wording(
        zh: "请按 1 到 \(last) 的数字键，再按回车", en: "Press a digit from 1 to \(last), then Enter")
    case .oneOnly(let last):
      Wording(
        zh: "这道题只选一个：请按 1 到 \(last) 里的一个数字，再按回车",
        en: "Only one of them, please: press one digit from 1 to \(last), then Enter")
    case .neitherTrueNorFalse:
      Wording(
        zh: "请按 1（对）或 2（错），再按回车", en: "Press 1 (true) or 2 (false), then Enter")
    }
  }
}
