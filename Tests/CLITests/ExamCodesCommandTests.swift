import Foundation
import Testing

/// What opens papers and signs candidates in: shown, kept, typed and guessed at.
@Suite struct ExamCodesCommandTests {
  private func desk() throws -> ExamDesk {
    let desk = try Desk(data: LoadedFolders.town.get())
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z"
    try desk.markClock(["exam"])
    return ExamDesk(desk: desk)
  }

  private static let creation =
    "mingfa exam create small-exam.yaml --roster roster.csv --code small --forms 1"

  /// The files that `creation` needs.
  private func prepare(_ exam: ExamDesk) throws {
    try exam.desk.folder.write(ExamDesk.blueprint, to: "small-exam.yaml")
    try exam.desk.folder.write("姓名,单位\n张三,某县/某镇\n", to: "roster.csv")
  }

  private func countsExams(_ desk: Desk) throws -> [String] {
    try DatabaseDump.column(
      "SELECT count (*) FROM exam UNION ALL SELECT count (*) FROM candidate", in: desk.data)
  }

  // MARK: Nothing is lost

  @Test(arguments: [
    (creation + " > /dev/full", "开考码显示不出来"),
    // The reader of the pipe is gone long before anything is written.
    ("{ sleep 1; \(creation); } | true; exit ${PIPESTATUS[0]}", "开考码显示不出来"),
  ])
  func `an exam whose opening code cannot be shown is not made`(
    line: String, words: String
  ) throws {
    let exam = try desk()
    try prepare(exam)
    let run = try exam.desk.shell(line)
    #expect(run.status == 74, "\(run.errors)")
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(try Set(countsExams(exam.desk)) == ["0"])
    #expect(
      !FileManager.default.fileExists(
        atPath: exam.desk.data.appendingPathComponent("reports/small-tickets.csv").path))
    // The same line is fine where it can be seen.
    #expect(try exam.desk.shell(Self.creation).status == 0)
    #expect(try Set(countsExams(exam.desk)) == ["1"])
  }

  @Test
  func `an exam whose tickets cannot be written is not made, and the code is told to be void`()
    throws
  {
    let exam = try desk()
    try prepare(exam)
    let reports = exam.desk.data.appendingPathComponent("reports")
    try? FileManager.default.removeItem(at: reports)
    try Data().write(to: reports)
    let run = try exam.desk.shell(Self.creation)
    #expect(run.status == 73, "\(run.errors)")
    #expect(run.errors.contains("上面的开考码作废") && run.text.contains("开考码 "))
    #expect(try Set(countsExams(exam.desk)) == ["0"])
    try FileManager.default.removeItem(at: reports)
    let made = try exam.desk.shell(Self.creation)
    #expect(made.status == 0)
    // First of all, so that no screen scrolls it away and no `head` cuts it off.
    #expect(made.text.split(separator: "\n").first?.contains("开考码 ") == true)
    let tickets = reports.appendingPathComponent("small-tickets.csv").path
    let mode = try FileManager.default.attributesOfItem(atPath: tickets)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  // MARK: Which exam

  @Test func `an act without a code goes to the exam that sits, and says which`() throws {
    let exam = try desk()
    let today = try exam.make(["张三"], code: "today", "--show-questions")
    #expect(
      try exam.desk.mingfa("exam", "open", "--exam", "today", input: today.openingCode + "\n")
        .status == 0)
    exam.desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:01:00Z"
    _ = try exam.make(["李四"], code: "tomorrow")
    let kept = try DatabaseDump.column(
      "SELECT hex (ticket_digest) FROM candidate ORDER BY id", in: exam.desk.data)
    let run = try exam.desk.mingfa("exam", "ticket", "1001")
    #expect(run.status == 0 && run.text.contains("today：1001 张三"), "\(run.text)\(run.errors)")
    let now = try DatabaseDump.column(
      "SELECT hex (ticket_digest) FROM candidate ORDER BY id", in: exam.desk.data)
    #expect(now[0] != kept[0] && now[1] == kept[1])
    #expect(try exam.desk.mingfa("exam", "note", "灯坏了").text.contains("today：已记录"))
    #expect(try exam.desk.mingfa("exam", "end").text.contains("today"))
    // Both are unfinished now, and none sits.
    let before = try exam.desk.dump()
    for line in ["ticket 1001", "note 灯坏了", "extra 1001 5 --reason 视力", "open", "end"] {
      let refused = try exam.desk.shell("mingfa exam " + line)
      #expect(refused.status == 64, "\(line)\(refused.errors)")
      #expect(refused.errors.contains("today") && refused.errors.contains("tomorrow"))
    }
    #expect(try exam.desk.dump() == before)
    // Once the results of one are out the other is meant.
    #expect(try exam.desk.mingfa("exam", "publish", "--exam", "today").status == 0)
    #expect(
      try exam.desk.shell("mingfa exam extra 1001 5 --reason 视力").text.contains("tomorrow：已准予"))
  }

  // MARK: The seed

  @Test func `the seed of a formal exam is neither chosen nor shown, and told after publication`()
    throws
  {
    let exam = try desk()
    try prepare(exam)
    exam.desk.environment["MINGFA_CLOCK"] = nil
    exam.desk.environment["MINGFA_SEED"] = "7"
    let refused = try exam.desk.shell(Self.creation + " --seed 7")
    #expect(refused.status == 64 && refused.errors.contains("--rehearsal"), "\(refused.errors)")
    #expect(try Set(countsExams(exam.desk)) == ["0"])
    let rehearsal = try exam.desk.shell(
      Self.creation.replacing("small --", with: "trial --") + " --seed 7 --rehearsal")
    #expect(rehearsal.status == 0 && rehearsal.text.contains("种子 7"), "\(rehearsal.errors)")
    let made = try exam.make(["张三"], "--show-questions")
    let shown = try exam.desk.mingfa("exam", "show", "--exam", "small", "--format", "json")
    #expect(!shown.text.contains("\"seed\""))
    // A variable sets it as little: the sealed forms of two exams in one environment differ.
    _ = try exam.make(["李四"], code: "other", "--show-questions")
    let digests = try DatabaseDump.column(
      "SELECT hex (f.digest) FROM exam_form f JOIN exam e ON e.id = f.exam_id WHERE e.code <> 'trial'",
      in: exam.desk.data)
    #expect(digests.count == 2 && Set(digests).count == 2)
    for arguments in [["open"], ["end"], ["publish"]] {
      let run = try exam.desk.run(
        Desk.program, ["exam"] + arguments + ["--exam", "small"],
        input: Data((made.openingCode + "\n").utf8))
      #expect(run.status == 0, "\(run.errors)")
    }
    let told = try exam.desk.mingfa("exam", "show", "--exam", "small", "--format", "json")
    let seed = try #require(told.text.firstMatch(of: /"seed" ?: ?"([0-9]+)"/)?.1)
    #expect(seed != "7")
    // Not even in the bytes of the files before: only within the sealed forms.
    #expect(try !exam.desk.dump().contains(seed))
    // Under a set clock, as in tours, an exam can be made again.
    exam.desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z"
    for code in ["one", "two"] { _ = try exam.make([code], code: code, "--show-questions") }
    let again = try DatabaseDump.column(
      "SELECT hex (f.digest) FROM exam_form f JOIN exam e ON e.id = f.exam_id WHERE e.code IN ('one', 'two')",
      in: exam.desk.data)
    #expect(Set(again).count == 1)
  }

  // MARK: Typing

  private static func wide(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.lowercased().unicodeScalars.map {
          $0.value > 0x20 && $0.value < 0x7F ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
        }))
  }

  @Test func `numbers and codes may be typed in full width`() throws {
    let exam = try desk()
    let made = try exam.make(["张三"], "--show-questions")
    let opened = try exam.desk.mingfa(
      "exam", "open", input: Self.wide(made.openingCode) + "\n")
    #expect(opened.status == 0, "\(opened.errors)")
    let (number, code) = made.tickets[0]
    let sat = try exam.desk.mingfa(
      "exam", "sit", input: "\(Self.wide(number))\n\(Self.wide(code))\nA\n对\n交卷\n")
    #expect(sat.status == 0 && sat.text.contains("已交卷"), "\(sat.errors)")
    for act in ["end", "publish"] { try exam.desk.mingfa("exam", act) }
    exam.desk.signNobodyIn()
    let slip = try exam.desk.mingfa(
      "exam", "slip", input: "\(Self.wide(number))\n\(Self.wide(code))\n")
    #expect(slip.status == 0 && slip.text.contains("100 分"), "\(slip.errors)")
  }

  @Test func `the opening code is not shown as it is typed`() throws {
    let exam = try desk()
    let made = try exam.make(["张三"], "--show-questions")
    let session = try TerminalSession(exam.desk, ["exam", "open"])
    try session.wait(for: "开考码（不显示）> ")
    try session.enter(made.openingCode, then: "开考；考生运行")
    #expect(session.finish() == .exit(0))
    #expect(!session.raw.contains(made.openingCode))
    #expect(session.isRestored)
  }

  // MARK: Guessing

  private func clock(_ exam: ExamDesk, _ time: String) {
    exam.desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:\(time)Z"
  }

  @Test func `wrong codes make the next one wait, across programs, until a new code is given`()
    throws
  {
    let exam = try desk()
    let made = try exam.make(["张三", "李四"])
    _ = try exam.open(made)
    for second in [0, 1, 3] {
      clock(exam, "00:0\(second)")
      #expect(try exam.desk.mingfa("exam", "sit", input: "1001\n0000-0000\n").status == 77)
    }
    clock(exam, "00:04")
    let before = try exam.desk.dump()
    // The right one, too: who guesses is told nothing.
    let locked = try exam.sit(made, 0, ["A", "对", "交卷"])
    #expect(locked.status == 75 && locked.errors.contains("3 秒后再试"), "\(locked.errors)")
    #expect(try exam.desk.dump() == before)
    #expect(try exam.sit(made, 1, ["A"]).text.contains("第 1 题已保存"))
    let watched = try exam.desk.mingfa("exam", "watch")
    #expect(watched.text.contains("1001 张三：验证码连错 3 次"), "\(watched.text)")
    let told = try exam.desk.mingfa("exam", "watch", "--format", "json")
    #expect(told.text.contains(/"locked" ?: ?3000/), "\(told.text)")
    let ticket = try exam.desk.mingfa("exam", "ticket", "1001")
    let code = try #require(ticket.text.firstMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}/)?.output)
    #expect(try !exam.desk.mingfa("exam", "watch").text.contains("连错"))
    let sat = try exam.desk.mingfa("exam", "sit", input: "1001\n\(code)\nA\n对\n交卷\n")
    #expect(sat.status == 0, "\(sat.errors)")
    #expect(try exam.desk.mingfa("exam", "verify").status == 0)
  }

  // MARK: Slips

  @Test(arguments: ["learner", "invigilator", "trainer", nil])
  func `the ticket shows the slip, whoever has signed in`(role: String?) throws {
    let desk = try Desk(data: LoadedFolders.staffed.get())
    let exam = ExamDesk(desk: desk)
    let made = try exam.make(["张三"], "--show-questions")
    _ = try exam.open(made)
    _ = try exam.sit(made, 0, ["A", "对", "交卷"])
    for act in ["end", "publish"] { try desk.mingfa("exam", act) }
    desk.environment["MINGFA_ACCOUNT"] = role
    let slip = try desk.mingfa("exam", "slip", "1001", input: made.tickets[0].code + "\n")
    #expect(slip.status == 0 && slip.text.contains("100 分"), "\(slip.errors)")
    // Without the ticket the role decides.
    let bare = try desk.mingfa("exam", "slip", "1001")
    #expect((bare.status == 0) == (role == "trainer"), "\(bare.errors)")
  }
}
