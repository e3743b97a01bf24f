import Exams
import Foundation
import TestKit
import Testing
import Workflows

/// A sitting in which one write or sync fails, whichever it is.
@Suite struct ExamCallFaultTests {
  static let isFull = ProcessInfo.processInfo.environment["MINGFA_FAULTS"] == "full"

  /// What fails: one call, or all from one on.
  struct Fault: Sendable, CustomTestStringConvertible {
    let error: Int32
    var goesOn = false
    var testDescription: String {
      ([EIO: "EIO", ENOSPC: "ENOSPC", EROFS: "EROFS"][error] ?? "\(error)")
        + (goesOn ? " from there on" : " once")
    }
  }

  static let faults = [
    Fault(error: EIO), Fault(error: ENOSPC), Fault(error: EIO, goesOn: true),
    Fault(error: ENOSPC, goesOn: true),
    // What a disk turns to on which the system has found errors.
    Fault(error: EROFS, goesOn: true),
  ]

  static let questions = 10
  static let paper = ExamHall.Paper(seed: 3, questions: questions, passes: 1)

  /// The calls of a sitting that nothing disturbs: whether each is a sync.
  private static func calls(_ hall: ExamHall) throws -> [Bool] {
    let (run, record) = try sit(hall, at: nil)
    guard run.status == 0, ExamHall.isHandedIn(run.text) else {
      throw LoadedFolders.NotMade(words: run.text + run.errors)
    }
    return record.entries.compactMap { entry -> Bool? in
      switch entry {
      case .write, .size: false
      case .sync, .syncFolder: true
      default: nil
      }
    }
  }

  /// A sitting on a copy of the data, where the call of that number fails.
  ///
  /// - Parameter look: at what is left.
  private static func sit(
    _ hall: ExamHall, at number: Int?, _ fault: Fault = Fault(error: EIO),
    _ look: (Desk) throws -> Void = { _ in }
  ) throws -> (ProgramRun, DiskRecord) {
    let desk = try Desk(data: hall.desk.data, in: PowerCutRecording.quickPlace)
    let plain = desk.environment
    desk.environment.merge([
      "MINGFA_RECORD": desk.path("record"),
      "MINGFA_RECORD_FOLDER": desk.data.resolvingSymlinksInPath().path,
      "MINGFA_RECORD_ERROR": String(fault.error), "LD_PRELOAD": PowerCutRecording.recorder,
    ]) { $1 }
    if let number { desk.environment["MINGFA_RECORD_FAIL"] = String(number) }
    if fault.goesOn { desk.environment["MINGFA_RECORD_FAIL_ON"] = "1" }
    let run = try desk.mingfa(
      "exam", "sit", input: hall.made.filled("{ticket 0}\n" + paper.typed()))
    let record = try DiskRecord(file: desk.path("record"))
    desk.environment = plain
    try look(desk)
    return (run, record)
  }

  @Test func `a sitting writes and syncs for each answer`() throws {
    let calls = try Self.calls(ExamHall(people: 1, questions: Self.questions))
    #expect(calls.count { $0 } > Self.questions)
    #expect(calls.count { !$0 } > 4 * Self.questions)
  }

  /// What came of a sitting in which a call failed.
  private struct Outcome {
    var run: ProgramRun
    /// What is wrong with what is left.
    var flaws: [String]
  }

  /// Lets the call of that number fail, and looks at what is left: the data is whole and agrees with its
  /// log, everything acknowledged is there, and the candidate goes on to the end and is marked.
  private func outcome(of hall: ExamHall, call number: Int, _ fault: Fault) throws -> Outcome {
    var flaws: [String] = []
    func check(_ holds: Bool, _ what: String) { if !holds { flaws.append(what) } }
    var left: (kept: [ExamHall.Paper.Answer], hasEnded: Bool)?
    let (run, record) = try Self.sit(hall, at: number, fault) { desk in
      do { left = try Self.left(desk, hall, check) } catch { flaws.append("\(error)") }
    }
    check(
      record.entries.contains { if case .failed = $0 { true } else { false } }, "no call failed")
    guard let (kept, hasEnded) = left else { return Outcome(run: run, flaws: flaws) }
    let saved = ExamHall.saved(in: run.text)
    check(kept.count == saved || kept.count == saved + 1, "\(saved) saved, \(kept.count) kept")
    check(Self.paper.answers.starts(with: kept), "other answers than were given")
    if ExamHall.isHandedIn(run.text) { check(hasEnded, "handed in and not ended") }
    if run.status == 0 {
      check(ExamHall.isHandedIn(run.text) && kept == Self.paper.answers, "not all was done")
    } else {
      // Never a signal, and a sentence that says what is the matter.
      check(run.status.map { (64...78).contains($0) } == true, "status \(run.end)")
      let lines = run.errors.split(separator: "\n")
      check(
        lines.contains { line in Self.sentences.contains { line.contains($0) } }, "no sentence")
    }
    return Outcome(run: run, flaws: flaws)
  }

  private static let sentences = ["读写磁盘失败", "磁盘已满", "不能使用", "数据库只能读"]

  /// The answers that were there, and whether the sitting had ended.
  private static func left(
    _ desk: Desk, _ hall: ExamHall, _ check: (Bool, String) -> Void
  ) throws -> ([ExamHall.Paper.Answer], Bool) {
    let whole = try DatabaseDump.column("PRAGMA integrity_check", in: desk.data)
    check(whole == ["ok"], "integrity: \(whole)")
    let data = try ExamHall.data(desk.data)
    defer { try? data.file.close() }
    let flaws = try ExamHall.flaws(in: data)
    check(flaws.isEmpty, "\(flaws)")
    let exam = try FindExam(data).exam(ExamHall.code)
    guard let candidate = try data.exams.candidates(of: exam.id).first else { return ([], false) }
    let kept = try ExamHall.answers(of: candidate, in: data)
    let hasEnded = try SittingState(data.sittings.events(of: candidate.id)).end != nil
    check(try data.sittings.grades(of: exam.id).isEmpty != hasEnded, "an end without marks")
    try ExamHall.finish(hall.made, in: data)
    check(try data.sittings.grades(of: exam.id).count == 1, "no marks")
    let later = try ExamHall.flaws(in: data)
    check(later.isEmpty, "\(later)")
    return (kept, hasEnded)
  }

  @Test(arguments: faults)
  func `whichever write or sync of a sitting fails, nothing acknowledged is lost`(fault: Fault)
    throws
  {
    let hall = try ExamHall(people: 1, questions: Self.questions)
    let calls = try Self.calls(hall)
    // A full disk fails no sync.
    let numbers = calls.indices.filter { fault.error == EIO || !calls[$0] }
    let chosen = Self.isFull ? numbers : Array(numbers.shuffled().prefix(6))
    var refused = 0
    var told: Set<String> = []
    for number in chosen {
      let outcome = try outcome(of: hall, call: number + 1, fault)
      let run = outcome.run
      #expect(
        outcome.flaws == [],
        "call \(number + 1) of \(calls.count): \(run.text)\(run.errors)")
      if run.status != 0 { refused += 1 }
      told.formUnion(run.errors.split(separator: "\n").map(String.init))
    }
    #expect(refused > chosen.count / 4)
    if Self.isFull {
      print(
        "calls of a sitting, \(fault.testDescription): \(chosen.count) of \(calls.count) failed,",
        "\(refused) ended the program, the others were got over; told:",
        told.sorted().joined(separator: " | "))
    }
  }

  @Test func `a disk that drops writes without a word is found to have lost something`() throws {
    let hall = try ExamHall(people: 1, questions: Self.questions)
    let count = try Self.calls(hall).count
    let numbers = Array(1...count)
    let chosen = Self.isFull ? numbers : Array(numbers.shuffled().prefix(10))
    let losing = try chosen.count {
      !(try outcome(of: hall, call: $0, Fault(error: 0, goesOn: true)).flaws.isEmpty)
    }
    if Self.isFull {
      print("calls of a sitting, dropped from there on: \(losing) of \(count) lose")
    }
    #expect(losing > chosen.count / 2)
  }
}
