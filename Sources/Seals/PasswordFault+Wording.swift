import Text

extension PasswordFault: Worded {
  package var wording: Wording {
    switch self {
    case .tooShort(let least):
      Wording(
        zh: "密码太短：至少 \(least) 个字符，最好 15 个以上，比如几个不相干的词",
        en: "The password is too short: use at least \(least) characters, better 15, such as a few "
          + "unrelated words")
    case .tooLong(let most):
      Wording(
        zh: "密码太长：最多 \(most) 个字符",
        en: "The password is too long: use at most \(most) characters")
    case .hasControls:
      Wording(
        zh: "密码里有控制字符（如 Tab）；请只用能看见的字符和空格",
        en: "There is a control character such as a tab in the password; use what can be seen, and "
          + "spaces")
    case .common:
      Wording(
        zh: "这个密码太常见，别人最先就会试它；请另想一个，比如几个不相干的词",
        en: "This password is among those that are tried first; take another, such as a few "
          + "unrelated words")
    case .personal:
      Wording(
        zh: "生日、手机号、身份证号容易被猜到，不能作密码；请另想一个",
        en: "Dates, telephone numbers and ID numbers are easily guessed; take another password")
    case .name:
      Wording(
        zh: "密码里几乎只有姓名，容易被猜到；请另想一个",
        en: "The password is little more than the name; take another")
    }
  }
}
