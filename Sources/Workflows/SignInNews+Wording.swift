import Text

extension SignInNews: Worded {
  package var wording: Wording {
    switch self {
    case .wrongPasswords(let count):
      Wording(
        zh: "上次登录以后，有人输错过 \(count) 次密码；不是您的话，请改密码：mingfa account password",
        en: "Wrong passwords since the last sign-in: \(count); if it was not you, change yours: "
          + "mingfa account password")
    case .recovered(let account, let moment):
      Wording(
        zh: "注意：\(moment)，数据文件夹的所有者重设了管理员“\(account)”的密码；"
          + "核实后运行 mingfa account acknowledge",
        en: "Note: at \(moment) the owner of the data folder set a new password for the "
          + "administrator '\(account)'; when that is clear, run mingfa account acknowledge")
    }
  }
}
