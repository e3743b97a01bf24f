import Foundation
import Testing

/// A rehearsal and a cancellation at the command line.
@Suite struct RehearsalCommandTests {
  private func desk() throws -> Desk {
    let desk = try Desk(data: LoadedFolders.town.get())
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z"
    try desk.folder.write(ExamDesk.blueprint, to: "small-exam.yaml")
    return desk
  }

  private static let code = "rehearsal-20261124"

  /// Numbers and codes as the command prints them.
  private func tickets(_ run: ProgramRun) -> [[String]] {
    run.lines.map { $0.split(separator: " ").map(String.init) }
      .filter { $0.count == 5 && $0[0].hasPrefix("100") }
  }

  @Test(arguments: ["zh", "en"])
  func `the whole day is tried with what it says, and all of it carries the mark`(
    language: String
  ) throws {
    let desk = try desk()
    let mark = language == "zh" ? "[演练]" : "[REHEARSAL]"
    func mingfa(_ words: String..., input: String = "") throws -> ProgramRun {
      try desk.run(Desk.program, words + ["--lang", language], input: Data(input.utf8))
    }
    let begun = try mingfa("exam", "rehearse", "small-exam.yaml", "--seats", "2")
    #expect(begun.status == 0, "\(begun.errors)")
    #expect(begun.text.contains("\(mark) 小考试"))
    let tickets = tickets(begun)
    try #require(tickets.map(\.[0]) == ["1001", "1002"])
    #expect(tickets.map(\.[2]) == ["演练01", "演练02"])
    let file = try String(
      contentsOf: desk.data.appendingPathComponent("reports/\(Self.code)-tickets.csv"),
      encoding: .utf8)
    #expect(file.contains("演练01") && file.contains(tickets[0][1]))
    // Each command that it names can be typed as it stands.
    let named = begun.text.matches(of: /mingfa exam [a-z-]+( 1001)? --exam [a-z0-9-]+/).map {
      String($0.output.0).split(separator: " ").dropFirst().map(String.init)
    }
    #expect(named.map { $0[1] } == ["watch", "end", "publish", "results", "slip", "record"])

    let sat = try mingfa("exam", "sit", input: "1001\n\(tickets[0][1])\nA\n对\n交卷\n")
    #expect(sat.status == 0, "\(sat.errors)")
    // On the first page, on each question, at the end.
    #expect(sat.text.components(separatedBy: mark).count > 3, "\(sat.text)")
    for words in named {
      let run = try desk.run(Desk.program, words + ["--lang", language])
      #expect(run.status == 0, "\(words): \(run.errors)")
      if words[1] != "end" { #expect(run.text.contains(mark), "\(words): \(run.text)") }
    }
    #expect(try mingfa("exam", "show").text.contains("\(mark) 小考试"))
    #expect(try mingfa("exam", "list").text.contains(mark))
    let rates = try mingfa("report", "pass-rate", "--output", "-")
    #expect(!rates.text.contains("演练") && !rates.text.contains("小考试"))
    #expect(try mingfa("exam", "verify").status == 0)
  }

  @Test func `one that was forgotten is told of when the exam is opened`() throws {
    let desk = try desk()
    let exam = ExamDesk(desk: desk)
    let made = try exam.make(["张三"])
    // The exam has the only question of each type.
    let refused = try desk.mingfa("exam", "rehearse", "--of", "small")
    #expect(refused.status == 1 && refused.errors.contains("除去正式考试的题"), "\(refused.errors)")
    try desk.mingfa("exam", "cancel", "small", "--reason", "改期")
    #expect(made.tickets.count == 1)
    let begun = try desk.mingfa("exam", "rehearse", "--of", "small")
    #expect(begun.status == 1, "none of its questions, cancelled or not")
    #expect(try desk.mingfa("exam", "rehearse", "small-exam.yaml").status == 0)
    #expect(try desk.mingfa("exam", "rehearse", "small-exam.yaml").status == 75)
    let next = try exam.make(["张三"], code: "next")
    let opened = try exam.open(next)
    #expect(opened.status == 0, "\(opened.errors)")
    let told = opened.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(told.contains("mingfa exam end --exam \(Self.code)"))
    let late = try desk.mingfa("exam", "rehearse", "small-exam.yaml")
    #expect(late.status == 75 && late.errors.contains("next"))
    #expect(try exam.sit(next, 0, ["A", "对", "交卷"]).status == 0)
    #expect(try desk.mingfa("exam", "end", "--exam", Self.code).status == 0)
    #expect(try desk.mingfa("exam", "end").status == 0)
  }

  static let mistakes: [(line: String, status: Int32, words: String)] = [
    ("exam rehearse --of small --seats 3", 64, "--of"),
    ("exam rehearse small-exam.yaml --of small", 64, "--of"),
    ("exam rehearse --of nowhere", 1, "还没有考试"),
    ("exam rehearse small-exam.yaml --seats 0", 64, "1 到 1000"),
    ("exam rehearse nowhere.yaml", 66, "nowhere.yaml"),
    ("exam cancel nowhere --reason 改期", 1, "还没有考试"),
    ("exam cancel nowhere", 64, "--reason"),
  ]

  @Test(arguments: mistakes.indices)
  func `a mistake has its sentence and status and writes nothing`(index: Int) throws {
    let desk = try desk()
    let (line, status, words) = Self.mistakes[index]
    let before = try desk.dump()
    let run = try desk.run(Desk.program, line.split(separator: " ").map(String.init))
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(try desk.dump() == before)
  }

  @Test func `a cancelled exam says so wherever it is looked up`() throws {
    let desk = try desk()
    let exam = ExamDesk(desk: desk)
    let made = try exam.make(["张三"])
    #expect(try desk.mingfa("exam", "cancel", "small", "--reason", " ").status == 64)
    let cancelled = try desk.mingfa("exam", "cancel", "small", "--reason", "台风")
    #expect(cancelled.status == 0 && cancelled.text.contains("已取消"), "\(cancelled.errors)")
    #expect(try desk.mingfa("exam", "list").text.contains("已取消"))
    let shown = try desk.mingfa("exam", "show").text
    #expect(shown.contains("已取消") && shown.contains("台风"))
    #expect(try desk.mingfa("exam", "record").text.contains("台风"))
    let opened = try exam.open(made)
    #expect(opened.status == 1 && opened.errors.contains("已取消"))
    #expect(try desk.mingfa("exam", "publish").status == 1)
    #expect(try desk.mingfa("exam", "cancel", "small", "--reason", "再来").status == 1)
    #expect(try desk.mingfa("exam", "verify").status == 0)
  }
}
