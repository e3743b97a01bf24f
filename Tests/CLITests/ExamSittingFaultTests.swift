import Exams
import Foundation
import Testing
import Workflows

/// A sitting beside whatever goes wrong in an office: a full disk, a clock that is set, a second terminal.
@Suite struct ExamSittingFaultTests {
  /// Looks at what is left: the answers; the log agrees, and the exam goes on to its results.
  private func answersLeft(_ hall: ExamHall) throws -> [ExamHall.Paper.Answer] {
    let data = try ExamHall.data(hall.desk.data)
    defer { try? data.file.close() }
    #expect(try ExamHall.flaws(in: data) == [])
    let exam = try FindExam(data).exam(ExamHall.code)
    let candidate = try #require(try data.exams.candidates(of: exam.id).first)
    let answers = try ExamHall.answers(of: candidate, in: data)
    try ExamHall.finish(hall.made, in: data)
    #expect(try data.sittings.grades(of: exam.id).count == 1)
    #expect(try ExamHall.flaws(in: data) == [])
    return answers
  }

  @Test(.enabled(if: Mounts.areAllowed, Mounts.reason))
  func `on a full disk no answer of an exam is acknowledged that is not kept`() throws {
    let hall = try ExamHall(people: 1)
    let paper = ExamHall.Paper(seed: 5)
    let run = try hall.desk.mounted(
      """
      size=$(($(du -sk data | cut -f1) + 400))
      mkdir disk && mount -t tmpfs -o size=${size}k tmpfs disk && cp -a data/. disk
      """,
      run: """
        mingfa exam sit --data disk; status=$?
        rm -rf data; cp -a disk data; exit $status
        """, input: hall.made.filled("{ticket 0}\n" + paper.typed()))
    #expect(run.status == 74)
    #expect(run.errors.contains("磁盘已满") && run.text.contains("[未保存]"), "\(run.errors)")
    let saved = ExamHall.saved(in: run.text)
    #expect(saved > 3 && saved < paper.answers.count)
    #expect(try answersLeft(hall) == Array(paper.answers.prefix(saved)))
  }

  @Test func `where the database may grow no more, the answer is said to be unsaved`() throws {
    let hall = try ExamHall(people: 1)
    let paper = ExamHall.Paper(seed: 6)
    let run = try hall.desk.shell(
      "ulimit -f 600; mingfa exam sit", input: hall.made.filled("{ticket 0}\n" + paper.typed()))
    #expect(run.status == 74)
    #expect(run.text.contains("[未保存]") && !run.errors.isEmpty)
    let saved = ExamHall.saved(in: run.text)
    #expect(saved > 3 && saved < paper.answers.count)
    #expect(try answersLeft(hall) == Array(paper.answers.prefix(saved)))
  }

  @Test(.enabled(if: Mounts.areAllowed, Mounts.reason))
  func `on a disk that may only be read nobody begins, and it is said`() throws {
    let hall = try ExamHall(people: 1)
    let before = try hall.desk.dump()
    let run = try hall.desk.mounted(
      "mount --bind data data && mount -o remount,ro,bind data", run: "mingfa exam sit",
      input: hall.made.filled("{ticket 0}\n对\n"))
    #expect(run.status == 73 || run.status == 77)
    #expect(run.errors.contains("请检查"), "\(run.errors)")
    #expect(ExamHall.saved(in: run.text) == 0)
    #expect(try hall.desk.dump() == before)
  }

  /// A candidate at a terminal, who has signed in.
  private func terminal(
    _ hall: ExamHall, answered: Int, of count: Int = ExamHall.questions
  ) throws -> TerminalSession {
    let session = try TerminalSession(hall.desk, ["exam", "sit"])
    try session.wait(for: "准考证号> ")
    try session.enter(hall.made.tickets[0].number, then: "验证码> ")
    try session.enter(hall.made.tickets[0].code, then: "已答 \(answered)/\(count)> ")
    return session
  }

  @Test(arguments: [EIO, ENOSPC])
  func `at a terminal an answer that could not be kept can be given again`(error: Int32) throws {
    let hall = try ExamHall(people: 1, questions: 10)
    let plain = hall.desk.environment
    hall.desk.environment.merge([
      "MINGFA_RECORD": hall.desk.path("record"), "LD_PRELOAD": PowerCutRecording.recorder,
      "MINGFA_RECORD_FOLDER": hall.desk.data.resolvingSymlinksInPath().path,
      "MINGFA_RECORD_ERROR": String(error),
      // A call in the midst of the answers, as `ExamCallFaultTests` counts them.
      "MINGFA_RECORD_FAIL": "32",
    ]) { $1 }
    let session = try terminal(hall, answered: 0, of: 10)
    var saved = 0
    var refused = 0
    while saved < 10, refused < 2 {
      session.type("对\r")
      try session.wait(for: "what became of answer \(saved + 1)") { _ in
        ExamHall.saved(in: session.text) > saved
          || session.text.matches(of: /\[未保存\]/).count > refused
      }
      saved = ExamHall.saved(in: session.text)
      refused = session.text.matches(of: /\[未保存\]/).count
    }
    #expect(saved == 10 && refused == 1)
    try session.enter("交卷", then: "交卷？> ")
    try session.enter("交卷", then: "回执 ")
    #expect(session.finish() == .exit(0))
    hall.desk.environment = plain
    #expect(
      try answersLeft(hall) == (0..<10).map { ExamHall.Paper.Answer(line: $0, truth: true) })
  }

  @Test(arguments: [3600, -3600])
  func `the clock on the wall set by an hour in a sitting neither gives nor takes time`(
    seconds: Int
  ) throws {
    let hall = try ExamHall(people: 1)
    hall.desk.environment["LD_PRELOAD"] = PowerCutRecording.recorder
    hall.desk.environment["MINGFA_RECORD_WALL"] = hall.desk.path("wall")
    let session = try terminal(hall, answered: 0)
    try session.enter("对", then: "第 1 题已保存")
    try hall.desk.folder.write("\(seconds)\n", to: "wall")
    try session.enter("错", then: "第 2 题已保存")
    // Of five hours the first minutes have gone by.
    try session.wait(for: "the time left") { $0.beforeCursor.contains(#/剩 4:5\d:\d\d 已答 2/40> $/#) }
    session.child?.send(SIGKILL)
    #expect(session.finish() == .signal(SIGKILL))
    #expect(
      try hall.desk.mingfa("exam", "release", "1001", "--reason", "死机").status == 0)
    // Nor where another process goes on.
    let next = try terminal(hall, answered: 2)
    try next.wait(for: "the time left") { $0.beforeCursor.contains(#/剩 4:5\d:\d\d 已答 2/40> $/#) }
    try next.enter("对", then: "第 3 题已保存")
    next.child?.send(SIGKILL)
    #expect(next.finish() == .signal(SIGKILL))
    // The clock was really set.
    let moments = try DatabaseDump.column(
      "SELECT utc - monotonic FROM evidence WHERE kind = 'answer' ORDER BY sequence",
      in: hall.desk.data
    ).compactMap { Int($0) }
    #expect(moments.count == 3)
    #expect(abs(moments[1] - moments[0] - seconds * 1000) < 5_000)
    #expect(try answersLeft(hall).map(\.truth) == [true, false, true])
  }

  @Test func `of two terminals of one candidate the first is refused once the other has gone on`()
    throws
  {
    let hall = try ExamHall(people: 1)
    let first = try terminal(hall, answered: 0)
    try first.enter("对", then: "第 1 题已保存")
    let ticket = "1001\n\(hall.made.tickets[0].code)\n"
    let early = try hall.desk.mingfa("exam", "sit", input: ticket + "对\n")
    #expect(early.status == 75 && early.errors.contains("放行"), "\(early.errors)")
    #expect(try hall.desk.mingfa("exam", "release", "1001", "--reason", "换机").status == 0)
    let second = try hall.desk.mingfa("exam", "sit", input: ticket + "错\n")
    #expect(second.text.contains("第 2 题已保存"))
    try first.enter("对", then: "已在另一台机器上继续，这里不能再作答")
    #expect(first.finish() == .exit(1))
    #expect(first.isRestored)
    #expect(!first.text.contains("第 2 题已保存"))
    #expect(try answersLeft(hall).map(\.truth) == [true, false])
  }
}
