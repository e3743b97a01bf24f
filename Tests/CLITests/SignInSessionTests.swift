import Foundation
import Testing

/// Signing in at a terminal, and without one.
@Suite struct SignInSessionTests {
  static let password = "three old trees"

  /// A desk where no variable says who it is.
  private func desk(isFounded: Bool = false) throws -> Desk {
    let desk = isFounded ? try Desk.town() : try Desk()
    desk.signNobodyIn()
    return desk
  }

  @Test func `the first report makes the administrator, and no password is shown or kept`() throws {
    let desk = try desk()
    let session = try TerminalSession(desk, ["report", "pass-rate"])
    try session.wait(for: "管理员姓名> ")
    try session.enter("李主任", then: "李主任的新密码（不显示）> ")
    try session.enter("12345678", then: "李主任的新密码")
    try session.wait(for: "> ")
    try session.enter(Self.password, then: "再输一次> ")
    try session.enter("three new trees", then: "李主任的新密码")
    try session.wait(for: "> ")
    try session.enter(Self.password, then: "再输一次> ")
    try session.enter(Self.password, then: "合格率报表")
    #expect(session.finish() == .exit(0))
    #expect(session.isRestored)
    for secret in [Self.password, "12345678", "three new trees"] {
      #expect(!session.raw.contains(secret))
      #expect(try desk.shell("grep -r '\(secret)' . --exclude='run-*'").text == "")
    }
    #expect(session.text.contains("太常见") && session.text.contains("两次输入的密码不一样"))
  }

  @Test(arguments: [("\u{3}", Int32(130)), ("\u{4}", 1)])
  func `Ctrl-C and Ctrl-D leave every prompt, the terminal is as it was, nothing is made`(
    key: String, status: Int32
  ) throws {
    for typed in [[], ["李主任"], ["李主任", Self.password]] {
      let desk = try desk()
      let session = try TerminalSession(desk, ["account", "list"])
      try session.wait(for: "管理员姓名> ")
      for line in typed { try session.enter(line, then: "> ") }
      session.type(key)
      #expect(session.finish() == .exit(status))
      #expect(session.isRestored)
      #expect(try DatabaseDump.column("SELECT count(*) FROM account", in: desk.data) == ["0"])
    }
  }

  @Test func `a password that is half typed is none`() throws {
    let desk = try desk(isFounded: true)
    let session = try TerminalSession(desk, ["sign-in", Desk.administrator])
    try session.wait(for: "的密码（不显示）> ")
    session.type(Desk.password + "\u{4}\u{4}")
    #expect(session.finish() == .exit(1))
    #expect(session.isRestored)
  }

  @Test func `a sign-in holds for its terminal, and for no other`() throws {
    let desk = try desk(isFounded: true)
    let shell = try TerminalSession(desk, ["--norc", "--noprofile"], program: "/bin/bash")
    shell.type("PS1='%%> '; mingfa() { '\(Desk.program)' \"$@\"; }\r")
    try shell.wait(for: "%%> ")
    try shell.enter("mingfa sign-in", then: "姓名> ")
    try shell.enter(Desk.administrator, then: "的密码（不显示）> ")
    try shell.enter("three new trees", then: "姓名或密码不对")
    try shell.enter(Desk.administrator, then: "的密码（不显示）> ")
    try shell.enter(Desk.password, then: "已登录：主任（管理员）")
    try shell.enter("mingfa account list", then: "可用")
    // Also where the output goes elsewhere.
    try shell.enter("mingfa account list | cat", then: "可用")
    let other = try TerminalSession(desk, ["account", "list"])
    try other.wait(for: "姓名> ")
    other.type("\u{4}")
    #expect(other.finish() == .exit(1))
    try shell.enter("mingfa sign-out", then: "已退出")
    try shell.enter("mingfa account list", then: "姓名> ")
    shell.type("\u{4}")
    try shell.wait(for: "%%> ")
    #expect(!shell.raw.contains(Desk.password))
    shell.type("exit 0\r")
    #expect(shell.finish() == .exit(0))
  }

  @Test func `what terminals left behind a day ago is taken away at a sign-in`() throws {
    let desk = try desk(isFounded: true)
    desk.environment["XDG_RUNTIME_DIR"] = desk.folder.url.path
    try desk.shell("mkdir mingfa; touch -d '13 hours ago' mingfa/session-a; touch mingfa/session-b")
    let session = try TerminalSession(desk, ["sign-in", Desk.administrator])
    try session.wait(for: "的密码（不显示）> ")
    try session.enter(Desk.password, then: "已登录")
    #expect(session.finish() == .exit(0))
    let left = try desk.shell("ls mingfa; stat -c %a mingfa").lines
    #expect(left.count == 3 && left.contains("session-b") && left.last == "700", "\(left)")
  }

  @Test func `whoever did not choose the password does so at the first sign-in`() throws {
    let desk = try Desk.town()
    try desk.account("add", "王老师", "--role", "trainer")
    desk.environment["MINGFA_ACCOUNT"] = "王老师"
    let refused = try desk.mingfa("report", "pass-rate")
    #expect(refused.status == 77 && refused.errors.contains("先要换成自己的"))
    desk.signNobodyIn()
    let session = try TerminalSession(desk, ["sign-in", "王老师"])
    try session.wait(for: "的密码（不显示）> ")
    try session.enter(Desk.password, then: "请换成自己的")
    try session.wait(for: "> ")
    try session.enter(Self.password, then: "再输一次> ")
    try session.enter(Self.password, then: "已登录：王老师（培训员）")
    #expect(session.finish() == .exit(0))
    let run = try desk.mingfa("report", "pass-rate", "--account", "王老师", input: Self.password)
    #expect(run.status == 0)
  }

  @Test func `the owner of the data recovers an administrator at a terminal, on the record`() throws
  {
    let desk = try desk(isFounded: true)
    let piped = try desk.mingfa("account", "recover", input: "three old trees\n")
    #expect(piped.status == 64 && piped.errors.contains("只能在终端里"))
    let session = try TerminalSession(desk, ["account", "recover"])
    try session.wait(for: "新密码（不显示）> ")
    try session.enter(Self.password, then: "再输一次> ")
    try session.enter(Self.password, then: "已设新密码")
    #expect(session.finish() == .exit(0))
    for isNoted in [false, true] {
      let sign = try TerminalSession(desk, ["sign-in", Desk.administrator])
      try sign.wait(for: "的密码（不显示）> ")
      try sign.enter(Self.password, then: "已登录")
      #expect(sign.finish() == .exit(0))
      #expect(sign.text.contains("重设了管理员“主任”的密码") != isNoted)
      let noted = try desk.mingfa(
        "account", "acknowledge", "--account", Desk.administrator, input: Self.password + "\n")
      #expect(noted.text.contains(isNoted ? "没有要知悉的" : "已知悉 1 次"))
    }
    let history = try desk.mingfa(
      "account", "history", "--account", Desk.administrator, input: Self.password)
    #expect(history.text.contains("文件所有者") && history.text.contains("知悉找回"))
  }

  @Test(.enabled(if: geteuid() == 0, "only the user 0 gives files away"))
  func `who does not own the data recovers nothing`() throws {
    let desk = try desk(isFounded: true)
    #expect(chown(desk.data.path + "/mingfa.sqlite", 65_534, 65_534) == 0)
    let session = try TerminalSession(desk, ["account", "recover"])
    #expect(session.finish() == .exit(77))
    #expect(session.text.contains("的所有者才能找回管理员"))
  }

  @Test func `a session file that others can read, or a link, is none`() throws {
    let desk = try desk(isFounded: true)
    desk.environment["MINGFA_SESSION"] = desk.path("session")
    let run = try desk.mingfa("sign-in", Desk.administrator, input: Desk.password)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try desk.mingfa("account", "list").status == 0)
    #expect(try desk.shell("stat -c %a session").text == "600\n")
    #expect(try desk.shell("chmod 640 session; mingfa account list").status == 77)
    #expect(
      try desk.shell("chmod 600 session; mv session s; ln -s s session; mingfa account list").status
        == 77)
    let token = try String(contentsOfFile: desk.path("s"), encoding: .utf8)
    #expect(try !desk.dump().contains(token.prefix(64)))
  }

  @Test func `a computer's clock that is set changes no password into a sign-in for ever`() throws {
    let desk = try desk(isFounded: true)
    desk.environment["MINGFA_SESSION"] = desk.path("session")
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z"
    try desk.mingfa("sign-in", Desk.administrator, input: Desk.password)
    for (time, status) in [
      ("2026-11-24T04:29:00Z", Int32(0)), ("2026-11-24T05:00:00Z", 77),
      ("2026-11-24T04:29:00Z", 77),
    ] {
      desk.environment["MINGFA_CLOCK"] = time
      #expect(try desk.mingfa("account", "list").status == status)
    }
  }

  /// What cannot work without a terminal, with its status and sentence.
  static let mistakes: [(line: String, status: Int32, words: String)] = [
    ("account add 主任", 64, "已有账号叫“主任”"), ("account add 7", 64, "不能作账号的姓名"),
    ("account add 赵六 --role king", 64, "king"), ("account add 赵六 --learner 没有的人", 64, "没有学员“没有的人”"),
    ("account role 没有的人 trainer", 64, "没有账号“没有的人”"),
    ("account role 主任 trainer", 1, "最后一个管理员"), ("account disable 主任", 1, "最后一个管理员"),
    ("account unlock 没有的人", 64, "没有账号"), ("account password 没有的人", 64, "没有账号"),
    ("account list --account 没有的人", 77, "姓名或密码不对"),
  ]

  @Test(arguments: mistakes.indices) func `a mistake is told and changes nothing`(index: Int) throws
  {
    let mistake = Self.mistakes[index]
    let desk = try Desk.town()
    let before = try desk.dump()
    let run = try desk.run(
      Desk.program, mistake.line.split(separator: " ").map(String.init),
      input: Data("three old trees\n".utf8))
    #expect(run.status == mistake.status, "\(run.errors)")
    #expect(run.text == "" && run.errors.contains(mistake.words), "\(run.errors)")
    #expect(try desk.dump() == before)
  }

  @Test func `a password file that is not there, or empty, is told`() throws {
    let desk = try Desk.town()
    desk.environment["MINGFA_PASSWORD_FILE"] = desk.path("nowhere")
    let missing = try desk.mingfa("account", "list")
    #expect(missing.status == 66 && missing.errors.contains("不能读密码文件"))
    try desk.folder.write("\n", to: "nowhere")
    let empty = try desk.mingfa("account", "list")
    #expect(empty.status == 64 && empty.errors.contains("没有给出密码"))
  }

  @Test func `one's own password is changed without a terminal from two files`() throws {
    let desk = try Desk.town()
    desk.environment["MINGFA_NEW_PASSWORD_FILE"] = desk.path("new")
    try desk.folder.write(Self.password + "\n", to: "new")
    #expect(try desk.mingfa("account", "password").status == 0)
    desk.environment["MINGFA_PASSWORD_FILE"] = desk.path("new")
    #expect(try desk.mingfa("account", "list").status == 0)
  }
}
