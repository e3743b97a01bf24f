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
    help: .worded(
      zh: "准考证号；不写就会问", en: "Admission number; asked for where it is left out",
      value: Wording(zh: "号", en: "number")))
  var number: String?

  func run() throws {
    let session = try CommandSession(options)
    let data = try session.openData()
    let staff = try SignInGate.present(as: signing.name, session, data).map { Actor($0) }
    let mayRead = staff.map { Authorisation.allows($0, to: .readResults) } ?? false
    let exam = try exam(session, data)
    let number = try number ?? TicketPrompt.number(session.talk)
    // Whose role does not let them see results may still hold a ticket.
    guard let staff, mayRead else {
      let ticket = try TicketPrompt.code(session.talk)
      return try sheet.put(
        TicketPrompt.patiently {
          try BuildSlip(data).slip(number, of: exam, for: .candidate(ticket: ticket))
        }, session)
    }
    try sheet.put(BuildSlip(data).slip(number, of: exam, for: .staff(staff)), session)
  }

  /// Asks where several have results: candidates come through an account that can give no option.
  private func exam(_ session: CommandSession, _ data: MingfaData) throws -> StoredExam {
    do {
      return try FindExam(data).exam(withResults: which.exam)
    } catch ExamFailure
      .severalExams(let codes) where session.isInteractive
    {
      let code = try TicketPrompt.answer(
        session.talk,
        Wording(
          zh: "考试代号（\(codes.joined(separator: "、"))）> ",
          en: "Exam (\(codes.joined(separator: ", ")))> "))
      return try FindExam(data).exam(PlainLine.narrowed(code))
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
    let exam = try FindExam(desk.data).exam(toActOn: which.exam)
    try sheet.put(
      BuildExamRecord(desk.data, actor: desk.actor).record(of: exam), desk.session)
  }
}
