import Foundation
import Testing

/// What opens papers and signs candidates in: shown, kept, typed and guessed at.
@Suite struct ExamCodesCommandTests {
  private func desk() throws -> ExamDesk {
    let desk = try Desk(data: LoadedFolders.town.get())
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z"
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

  @Test func `an exam whose tickets cannot be written is not made, and the code is told to be void`()
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
    let today = try exam.make(["张三"], code: "today")
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
    let made = try exam.make(["张三"])
    let other = try exam.make(["张三"], code: "other", "--make-up-of", "none")
    _ = other
    _ = made
  }
}
