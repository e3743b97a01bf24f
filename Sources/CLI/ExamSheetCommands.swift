import ArgumentParser
import People
import Reports
import Terminal
import Text
import Workflows

/// Where a printed sheet goes.
struct SheetOption: ParsableArguments {
  @Option(
    help: .worded(
      zh: "写成可打印的网页", en: "Write it as a page to print",
      value: Wording(zh: "文件.html", en: "FILE.html")), completion: .file(extensions: ["html"]))
  var output: String?

  /// Shows a sheet, or writes it to the file.
  func put(_ sheet: PrintedSheet, _ session: CommandSession) throws {
    guard let output, output != "-" else {
      return try session.screen.lines(
        PrintedSheetText.lines(
          of: sheet, in: Spoken.language, width: session.style.width, plain: session.style.plain))
    }
    try WriteFile.write(PrintedSheetHTML.text(of: sheet, in: Spoken.language), to: output)
    session.note(Wording(zh: "已写出 \(output)", en: "Wrote \(output)"))
  }
}

/// `mingfa exam slip`: for candidates with the code of their ticket, for staff by role.
struct ExamSlipCommand: GlobalCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "slip", Wording(zh: "成绩单：卷、作答、答案、得分", en: "A result slip: paper, answers, keys, marks"),
      examples: ["mingfa exam slip 1001", "mingfa exam slip 1001 --output 1001.html"],
      aliases: ["成绩单"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var which: ExamOption
  @OptionGroup var sheet: SheetOption

  @Argument(
    help: .worded(zh: "准考证号", en: "Admission number", value: Wording(zh: "号", en: "number")))
  var number: String

  func run() throws {
    let session = try CommandSession(options)
    let data = try session.openData()
    let exam = try FindExam(data).exam(which.exam)
    let slip = try BuildSlip(data).slip(number, of: exam, for: reader(session, data))
    try sheet.put(slip, session)
  }

  /// Whoever has signed in is staff; anybody else has to have the ticket.
  private func reader(_ session: CommandSession, _ data: MingfaData) throws -> BuildSlip.Reader {
    let signIn = SignIn(data)
    if let name = signing.name {
      let password = try Passwords(session).current(of: name)
      let opened = try SignInScreen.open(signIn, name: name, password: password)
      if opened.account.passwordIsTemporary { throw AccountFailure.passwordIsTemporary }
      return .staff(Actor(opened.account))
    }
    if let token = SessionFile(session.environment.folder)?.token(),
      let account = try signIn.resume(token)
    {
      return .staff(Actor(account))
    }
    let prompt = LinePrompt(Wording(zh: "验证码> ", en: "Code> ").spoken, style: .bold)
    switch try session.talk.nextLine(prompt) {
    case .line(let ticket):
      // Codes are not guessed one after the other.
      if session.isInteractive { TerminalName.wait(seconds: 1) }
      return .candidate(ticket: ticket)
    case .left(let leaving):
      throw ExitCode(leaving == .back ? ExitStatus.noInput : HomeCommand.status(of: leaving))
    }
  }
}

/// `mingfa exam record`.
struct ExamRecordCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "record", Wording(zh: "考场情况记录，供签字", en: "The record of the exam, for signature"),
      examples: [
        "mingfa exam record",
        Wording(
          zh: "mingfa exam record --output 考场情况.html", en: "mingfa exam record --output record.html"
        ).spoken,
      ], aliases: ["考场记录"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var which: ExamOption
  @OptionGroup var sheet: SheetOption

  func run(_ desk: SignedIn) throws {
    let exam = try FindExam(desk.data).exam(which.exam)
    try sheet.put(
      BuildExamRecord(desk.data, actor: desk.actor).record(of: exam), desk.session)
  }
}
