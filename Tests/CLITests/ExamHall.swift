import Exams
import Foundation
import Learning
import People
import Storage
import TestKit
import Workflows

/// A room in which exams are held by processes, some of which do not live to the end: what they do is on
/// the disk, and the test looks at it as the invigilator's program does.
struct ExamHall {
  let desk: Desk
  let made: ExamDesk.Made

  static let code = "hall"
  static let questions = 40
  static let creation = [
    "exam", "create", "hall.yaml", "--roster", "roster.csv", "--code", code, "--forms", "1",
    "--repeat-forms",
  ]

  /// True-false questions that are nowhere near each other.
  static let bank: String = {
    let head = "---\n题库：hall\n名称：考场题库\n语言：zh\n版本：1\n---\n\n# 全部\n\n## 判断题\n\n"
    return (1...questions).reduce(into: head) { text, number in
      let stem = String(
        String.UnicodeScalarView(
          (0..<12).compactMap { Unicode.Scalar(0x4E00 + (number * 131 + $0 * 17) % 20_000) }))
      text += "\(number). \(stem)。\n答案：\(number % 2 == 0 ? "对" : "错")\n编号：H-\(number)\n\n"
    }
  }()

  /// So long that no test comes to its end.
  static func blueprint(questions count: Int = questions) -> String {
    """
    code: hall
    title: 考场考试
    banks: [hall]
    sections:
      - type: true-false
        count: \(count)
        points: 1
    time:
      minutes: 300
    pass:
      mark: 60%
    forms:
      shuffle-questions: no
      shuffle-options: no

    """
  }

  /// Makes an exam of so many candidates and opens it.
  init(people: Int, questions count: Int = questions) throws {
    desk = try Desk(data: LoadedFolders.hall.get(), in: PowerCutRecording.quickPlace)
    try desk.folder.write(Self.blueprint(questions: count), to: "hall.yaml")
    try desk.folder.write(
      ExamDesk.roster((1...people).map { "考生\($0)" }), to: "roster.csv")
    let run = try desk.run(Desk.program, Self.creation)
    guard run.status == 0 else { throw LoadedFolders.NotMade(words: run.errors) }
    made = try ExamDesk.made(said: run.text, in: desk.data, code: Self.code)
    let start = try desk.mingfa("exam", "open", input: made.openingCode + "\n")
    guard start.status == 0 else { throw LoadedFolders.NotMade(words: start.errors) }
  }

  /// What a candidate types: every question answered, again and again, each time anew.
  struct Paper: Sendable {
    let answers: [Answer]

    struct Answer: Equatable, Sendable {
      /// From 0, the line of the form, which is the place on the screen.
      let line: Int
      let truth: Bool
    }

    init(seed: UInt64, questions count: Int = questions, passes: Int = 3) {
      var chance = SeededGenerator(seed: seed, purpose: 0x6861_6C6C)
      answers = (0..<passes).flatMap { _ in
        (0..<count).map { Answer(line: $0, truth: chance.below(2) == 0) }
      }
    }

    /// The lines typed after the ticket. After the last question a pipe is asked whether to hand in.
    func typed() -> String {
      let last = answers.map(\.line).max() ?? 0
      var text = ":j 1\n"
      for (place, answer) in answers.enumerated() {
        text += answer.truth ? "对\n" : "错\n"
        guard answer.line == last else { continue }
        text += place + 1 == answers.count ? "交卷\n" : "还要改\n:j 1\n"
      }
      return text
    }
  }

  /// The number of answers that a screen says are saved.
  static func saved(in screen: String) -> Int { screen.matches(of: /第 \d+ 题已保存/).count }

  /// Whether a screen says that the paper is handed in.
  static func isHandedIn(_ screen: String) -> Bool { screen.contains("回执 ") }

  // MARK: As the invigilator's program sees it

  static let administrator = Actor(account: AccountID(1), role: .administrator)

  /// A data folder with the clocks of the computer, which candidates' processes go by.
  static func data(_ folder: URL) throws -> MingfaData {
    try MingfaData(
      Environment(
        clock: SystemClocks(), randomSeed: { 42 }, folder: folder, shippedBanks: nil,
        program: "mingfa test", passwordCost: TestData.cheap))
  }

  /// The answers of a candidate on record, in order.
  static func answers(of candidate: StoredCandidate, in data: MingfaData) throws -> [Paper.Answer] {
    try data.sittings.events(of: candidate.id).compactMap { event in
      guard case .answered(let line, .truth(let truth)) = event.fact else { return nil }
      return Paper.Answer(line: line, truth: truth)
    }
  }

  /// Lets every candidate who has begun go on, answer and hand in; ends and publishes what is not yet.
  static func finish(_ made: ExamDesk.Made, in data: MingfaData) throws {
    let exam = try FindExam(data).exam(code)
    let holding = HoldExam(data, actor: administrator)
    let state = try data.exams.state(of: exam.id)
    if state.waves.isEmpty { try holding.open(exam, key: made.openingCode) }
    if state.waves[1]?.ended == nil {
      let sittings = try data.sittings.states(of: exam.id)
      for candidate in try data.exams.candidates(of: exam.id)
      where sittings[candidate.id]?.end == nil {
        guard let ticket = made.tickets.first(where: { $0.number == candidate.number }) else {
          continue
        }
        if sittings[candidate.id]?.terminal != nil {
          try holding.release(candidate.number, of: exam, reason: "断电")
        }
        let run = try SitExam(
          data, number: ticket.number, ticket: ticket.code, terminal: "after")
        try run.answer(.truth(true), line: run.line(at: run.count - 1))
        try run.submit()
      }
      try holding.end(exam)
    }
    if state.published == nil { try holding.publish(exam) }
  }

  /// What `exam verify` finds, and whether every candidate who sat has marks.
  static func flaws(in data: MingfaData) throws -> [String] {
    let outcome = try VerifyEvidence(data, actor: administrator).verify()
    return outcome.audit.findings.map { $0.wording.zh }
  }
}

extension ExamDesk.Made {
  /// A text with the opening code and the tickets in the places that name them.
  func filled(_ text: String) -> String {
    tickets.indices.reduce(text.replacing("{opening}", with: openingCode)) {
      $0.replacing("{ticket \($1)}", with: "\(tickets[$1].number)\n\(tickets[$1].code)")
    }
  }
}
