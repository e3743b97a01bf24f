import Foundation
import Testing

/// When an exam may be opened, and what becomes of names afterwards.
@Suite struct ExamWindowCommandTests {
  private func desk(_ time: String = "2026-11-24T04:00:00Z") throws -> ExamDesk {
    let desk = try Desk(data: LoadedFolders.town.get())
    desk.environment["MINGFA_CLOCK"] = time
    return ExamDesk(desk: desk)
  }

  @Test func `a wave is opened between the times that the exam was made for, and not outside`()
    throws
  {
    let exam = try desk()
    let made = try exam.make(
      ["张三"], code: "small", "--from", "2026-11-24T14:00", "--until", "2026-11-24 15:30")
    let times = "2026-11-24 14:00 至 2026-11-24 15:30"
    #expect(try exam.desk.mingfa("exam", "list").text.contains("2026-11-24 14:00"))
    #expect(try exam.desk.mingfa("exam", "show").text.contains(times))
    #expect(try exam.desk.mingfa("exam", "preflight").text.contains("[好] 考试时间 " + times))
    let tickets = try String(
      contentsOf: exam.desk.data.appendingPathComponent("reports/small-tickets.csv"),
      encoding: .utf8)
    #expect(tickets.contains(times))
    let before = try exam.desk.dump()
    let early = try exam.open(made)
    #expect(early.status == 1 && early.errors.contains("2026-11-24 14:00"), "\(early.errors)")
    exam.desk.environment["MINGFA_CLOCK"] = "2026-11-24T07:30:00Z"
    let late = try exam.open(made)
    #expect(late.status == 1 && late.errors.contains("2026-11-24 15:30"), "\(late.errors)")
    #expect(try exam.desk.mingfa("exam", "preflight").text.contains("[要处理] 这场考试到"))
    #expect(try exam.desk.dump() == before)
    exam.desk.environment["MINGFA_CLOCK"] = "2026-11-24T06:00:00Z"
    #expect(try exam.open(made).status == 0)
    #expect(try exam.desk.mingfa("exam", "verify").status == 0)
  }

  @Test(arguments: [
    (["--from", "2026-11-25T10:00", "--until", "2026-11-25T10:00"], "次序反了"),
    (["--until", "2026-11-24T11:00"], "现在不能再开考"), (["--from", "明天"], "不是时间"),
    (["--from", "2026-11-31T09:00"], "不是时间"), (["--until", "2026-12-04T24:00"], "不是时间"),
  ])
  func `times that cannot be are refused, and no exam is made`(
    options: [String], words: String
  ) throws {
    let exam = try desk()
    try exam.desk.folder.write(ExamDesk.blueprint, to: "small-exam.yaml")
    try exam.desk.folder.write("姓名,单位\n张三,某县/某镇\n", to: "roster.csv")
    let before = try exam.desk.dump()
    let run = try exam.desk.run(
      Desk.program,
      ["exam", "create", "small-exam.yaml", "--roster", "roster.csv", "--forms", "1"] + options)
    #expect([1, 64].contains(run.status) && run.errors.contains(words), "\(run.errors)")
    #expect(try exam.desk.dump() == before)
  }

  @Test(arguments: [
    "UPDATE exam SET opens_at = opens_at - 3600000", "UPDATE exam SET closes_at = NULL",
    "UPDATE exam SET opens_at = 5, closes_at = 6",
  ])
  func `times that were altered in the file are found`(sql: String) throws {
    let exam = try desk()
    _ = try exam.make(
      ["张三"], code: "small", "--from", "2026-11-24T14:00", "--until", "2026-11-24T15:30")
    #expect(try exam.desk.mingfa("exam", "verify").status == 0)
    try DatabaseDump.change(sql, in: exam.desk.data)
    let run = try exam.desk.mingfa("exam", "verify")
    #expect(run.status == 1 && run.text.contains("考试时间窗"), "\(run.text)\(run.errors)")
  }

  @Test func `names go once the results are out, results stay by number, and the record holds`()
    throws
  {
    let exam = try desk()
    let made = try exam.make(["张无忌", "李四"], "--show-questions")
    let next = try exam.make(["张无忌"], code: "next", kind: "next-exam")
    _ = try exam.desk.mingfa("exam", "open", "--exam", "small", input: made.openingCode + "\n")
    _ = try exam.sit(made, 0, ["A", "对", "交卷"])
    try exam.desk.mingfa("exam", "end", "--exam", "small")
    let before = try exam.desk.dump()
    let early = try exam.desk.mingfa("exam", "forget-names", "small", "--yes")
    #expect(early.status == 1 && early.errors.contains("还没有公布"))
    #expect(try exam.desk.dump() == before)
    try exam.desk.mingfa("exam", "publish", "--exam", "small")
    // The other exam still needs one of them.
    let needed = try exam.desk.mingfa("exam", "forget-names", "small", "--yes")
    #expect(needed.status == 1 && needed.errors.contains("next"), "\(needed.errors)")
    try exam.desk.mingfa("exam", "open", "--exam", "next", input: next.openingCode + "\n")
    for act in ["end", "publish"] { try exam.desk.mingfa("exam", act, "--exam", "next") }
    #expect(try exam.desk.mingfa("exam", "forget-names", "small").status == 64)
    // With the results of two out, nobody guesses which are meant.
    for words in [["slip", "1001"], ["results"], ["export", "--output", "-"]] {
      let several = try exam.desk.run(Desk.program, ["exam"] + words)
      #expect(several.status == 64 && several.errors.contains("next、small"), "\(several.errors)")
    }
    let session = try TerminalSession(exam.desk, ["exam", "slip", "1001"])
    try session.wait(for: "考试代号（next、small）> ")
    try session.enter("small", then: "小考试 成绩单")
    #expect(session.finish() == .exit(0))
    let rates = try exam.desk.mingfa("report", "pass-rate", "--format", "csv").text
    let run = try exam.desk.mingfa("exam", "forget-names", "small", "--yes")
    #expect(run.status == 0 && run.text.contains("small：已去掉 2 人的姓名"), "\(run.errors)")
    #expect(try exam.desk.mingfa("report", "pass-rate", "--format", "csv").text == rates)
    let results = try exam.desk.mingfa("exam", "results", "--exam", "small", "--format", "csv").text
    #expect(results.contains("1001,,某县/某镇,合格,100"), "\(results)")
    // Nowhere in the file.
    let bytes = try Data(contentsOf: exam.desk.data.appendingPathComponent("mingfa.sqlite"))
    #expect(bytes.range(of: Data("张无忌".utf8)) == nil)
    #expect(bytes.range(of: Data("某镇".utf8)) != nil)
    #expect(
      try DatabaseDump.column(
        "SELECT payload FROM evidence WHERE kind = 'forgotten'", in: exam.desk.data)
        == ["{\"persons\":[1,2]}"])
    #expect(try exam.desk.mingfa("exam", "verify").status == 0)
  }

  @Test func `a roster check says that it goes by the roster alone`() throws {
    let exam = try desk()
    try exam.desk.folder.write(ExamDesk.blueprint, to: "small-exam.yaml")
    try exam.desk.folder.write("姓名,单位\n张三,某县/某镇\n", to: "roster.csv")
    let run = try exam.desk.mingfa(
      "exam", "roster", "check", "roster.csv", "--blueprint", "small-exam.yaml")
    #expect(run.status == 0 && run.text.contains("这里只看名册"))
  }

  /// What the kernel says of a program that waits for a code.
  private func limits(_ command: String) throws -> String {
    let exam = try desk()
    let made = try exam.make(["张三"])
    _ = try exam.open(made)
    exam.desk.signNobodyIn()
    return try exam.desk.shell(
      """
      mkfifo wait; exec 9<>wait; ulimit -S -c "$(ulimit -H -c)"
      "$MINGFA" \(command) <wait >waiting 2>&1 & program=$!
      for ((tries = 0; tries < 100; tries++)); do
        readlink /proc/$program/fd/* | grep -q mingfa.sqlite && break
        sleep 0.1
      done
      grep '^Max core file size' /proc/$program/limits
      kill -KILL $program
      """
    ).text
  }

  @Test func `a program through which codes pass writes no core`() throws {
    let usual = try limits("practice sequential")
    let sitting = try limits("exam sit")
    #expect(sitting.contains(/Max core file size +0 +0\s/), "\(sitting)")
    // Where the tester's own limit is 0 nothing can be told apart.
    let own = try Desk().shell("ulimit -H -c").text
    if own != "0\n" { #expect(!usual.contains(/Max core file size +0 +0\s/), "\(usual)") }
  }
}
