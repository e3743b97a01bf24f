import Text

extension AccountFailure: Worded {
  package var wording: Wording {
    switch self {
    case .noAccounts:
      Wording(
        zh: "还没有账号；请在终端里运行 mingfa account add 姓名 --role administrator，先建一个管理员",
        en: "There are no accounts yet; at a terminal, make an administrator with mingfa account "
          + "add NAME --role administrator")
    case .noSuchAccount(let name):
      Wording(
        zh: "没有账号“\(name)”；用 mingfa account list 查看",
        en: "There is no account '\(name)'; see mingfa account list")
    case .nameTaken(let name):
      Wording(
        zh: "已有账号叫“\(name)”；同名的人请在姓名里加上单位或序号",
        en: "There is an account '\(name)' already; add a unit or a number to the name itself")
    case .nameUnusable(let name):
      Wording(
        zh: "“\(name)”不能作账号的姓名；请用 1 到 40 个字，不能只是数字或一个字母",
        en: "'\(name)' cannot name an account; use 1 to 40 characters, not only digits and not one "
          + "letter alone")
    case .learnerTaken(let who):
      Wording(
        zh: "学员“\(who)”已经有账号；用 mingfa account list 查看",
        en: "The learner '\(who)' has an account already; see mingfa account list")
    case .wrong:
      Wording(
        zh: "姓名或密码不对；请再试，忘了密码请找管理员",
        en: "The name or the password is wrong; try again, or ask an administrator for a new one")
    case .locked(let seconds):
      Wording(
        zh: "密码错了几次，\(seconds) 秒后才能再试；急用请管理员运行 mingfa account unlock 姓名",
        en:
          "After wrong passwords the next can be tried in \(seconds) s; an administrator can lift "
          + "the wait with mingfa account unlock NAME")
    case .isDisabled(let name):
      Wording(
        zh: "账号“\(name)”已停用；请找管理员", en: "The account '\(name)' is disabled; ask an administrator")
    case .passwordIsTemporary:
      Wording(
        zh: "现在的密码是管理员定的，先要换成自己的；请在终端里运行 mingfa account password",
        en: "An administrator chose the password; change it first, at a terminal, with mingfa "
          + "account password")
    case .password(let fault): fault.wording
    case .passwordIsOld:
      Wording(zh: "新密码和旧的一样；请另想一个", en: "The new password is the old one; take another")
    case .passwordsDiffer:
      Wording(zh: "两次输入的密码不一样；请重来", en: "The two passwords differ; begin again")
    case .lastAdministrator(let name):
      Wording(
        zh: "“\(name)”是最后一个管理员，没有改动；请先给别人管理员角色",
        en: "'\(name)' is the last administrator, nothing was changed; make somebody else one first"
      )
    case .notOwner(let path):
      Wording(
        zh: "只有 \(path) 的所有者才能找回管理员；请用那个系统用户登录电脑再试",
        en:
          "Only the owner of \(path) can recover an administrator; log in to the computer as that "
          + "user")
    case .severalAdministrators(let names):
      Wording(
        zh: "有几个管理员：\(names.joined(separator: "、"))；请写明姓名",
        en: "There are several administrators: \(names.joined(separator: ", ")); name one")
    case .noTerminal:
      Wording(
        zh: "找回管理员只能在终端里进行", en: "An administrator can be recovered at a terminal only")
    case .passwordFileUnreadable(let path, let reason):
      Wording(
        zh: "不能读密码文件 \(path)：\(reason.wording.zh)",
        en: "Cannot read the password file \(path): \(reason.wording.en)")
    case .passwordMissing:
      Wording(
        zh: "没有给出密码；请在终端里运行，或把密码写进文件，用 MINGFA_PASSWORD_FILE 指定",
        en: "No password was given; run it at a terminal, or name a file that holds it with "
          + "MINGFA_PASSWORD_FILE")
    case .sessionFileUnwritable(let path, let reason):
      Wording(
        zh: "登录没有记住，不能写 \(path)：\(reason.wording.zh)",
        en: "The sign-in is not remembered, cannot write \(path): \(reason.wording.en)")
    case .outOfMemory:
      Wording(
        zh: "内存不够，不能核对密码（要 64 MB）；请关掉别的程序再试",
        en: "There is not enough memory to check a password (64 MB); close other programs and try "
          + "again")
    }
  }
}
