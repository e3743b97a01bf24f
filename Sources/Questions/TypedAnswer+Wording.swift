import Text

extension TypedAnswer.Flaw: Worded {
  package var wording: Wording {
    switch self {
    case .noSuchOption(let letter, let last):
      Wording(
        zh: "没有选项 \(letter)，请输入 A 到 \(last)",
        en: "There is no option \(letter); type A to \(last)")
    case .digits(let typed, let letters?, _):
      Wording(
        zh: "请输入字母：\(typed) 写成 \(letters)；只有简易模式用数字",
        en: "Letters, please: \(letters) for \(typed); only simple mode takes digits")
    case .digits(_, nil, let last):
      Wording(
        zh: "请输入字母 A 到 \(last)；只有简易模式用数字",
        en: "Letters, please: A to \(last); only simple mode takes digits")
    case .unreadable:
      Wording(zh: "看不懂这个答案，输入 ? 看写法", en: "This is no answer; type ? for how to answer")
    case .oneOptionOnly:
      Wording(
        zh: "这是单选题，只能选一个字母", en: "This is a single choice; type one letter")
    case .tooManyBlanks(let typed, let wanted):
      Wording(
        zh: "一共 \(wanted) 个空，你写了 \(typed) 个；各空用；隔开",
        en: "There are \(wanted) blanks and you typed \(typed); separate them with ;")
    }
  }
}
