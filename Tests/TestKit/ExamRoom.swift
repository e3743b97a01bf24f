import Exams
import Foundation
import Learning
import People
import Questions
import Storage
import Workflows

/// A township with one bank and an exam that tests hold.
package struct ExamRoom {
  package let test: TestData
  package let administrator = Actor(account: AccountID(1), role: .administrator)
  package var data: MingfaData { test.data }

  /// In memory, or in a folder.
  package init(folder: URL? = nil, clock: HandClock = HandClock()) throws {
    test = try TestData(clock: clock, folder: folder)
    var questions: [Question] = []
    for number in 1...24 {
      questions.append(
        try SampleBank.single(
          "S\(number)", stem: Self.stem(number), right: number % 4 + 1))
    }
    for number in 1...12 {
      var truth = try SampleBank.truth("T\(number)", number.isMultiple(of: 2))
      truth.stem = Self.stem(100 + number)
      questions.append(truth)
    }
    try test.load(try SampleBank.bank(SampleBank.items(questions), id: "town"))
  }

  /// The room of another process, whose bank is loaded already. The clock stands still alike.
  package init(opening folder: URL) throws {
    test = try TestData(clock: HandClock(), folder: folder)
  }

  /// Stems that are nowhere near each other: each a run of characters of its own.
  private static func stem(_ number: Int) -> String {
    String(
      String.UnicodeScalarView(
        (0..<12).compactMap { Unicode.Scalar(0x4E00 + (number * 131 + $0 * 17) % 20_000) }))
  }

  /// Four single choices of 20 points and two of true or false of 10.
  package static func blueprint(
    minutes: Int = 60, latestEntry: Int? = 30, earliestLeaving: Int? = nil, shuffles: Bool = true
  ) -> Blueprint {
    Blueprint(
      code: "town-exam", title: "本镇学法考试", banks: ["town"],
      sections: [
        Blueprint.Section(content: .questions(.single, count: 4), points: Score(points: 20)),
        Blueprint.Section(
          content: .questions(.trueFalse, count: 2), points: Score(points: 10),
          rule: ScoringRule(deduction: Score(points: 5))),
      ],
      time: Blueprint.TimeRules(
        minutes: minutes, latestEntry: latestEntry, earliestLeaving: earliestLeaving),
      pass: Blueprint.PassRules(share: 6000),
      forms: Blueprint.FormRules(shufflesQuestions: shuffles, shufflesOptions: shuffles))
  }

  /// Makes an exam of these people, three to a wave unless told otherwise.
  package func create(
    _ names: [String] = ["小林", "小王", "小赵"], blueprint: Blueprint = blueprint(),
    seats: Int = 3, code: String = "exam-1", extraMinutes: [String: Int] = [:],
    hidesQuestions: Bool = true
  ) throws -> CreateExam.Created {
    try CreateExam(data, actor: administrator).create(
      CreateExam.Request(
        blueprint: blueprint, code: code,
        entrants: names.map {
          CreateExam.Entrant(name: $0, unit: ["某县", "某镇"], extraMinutes: extraMinutes[$0] ?? 0)
        }, room: SeatPlan(seats: seats, perRow: seats, formsPerWave: 2), seed: 7,
        hidesQuestions: hidesQuestions))
  }

  package var holding: HoldExam { HoldExam(data, actor: administrator) }

  /// Signs a candidate in.
  package func sit(
    _ created: CreateExam.Created, _ place: Int, terminal: String = "tty1",
    on data: MingfaData? = nil
  ) throws -> SitExam {
    let ticket = created.tickets[place]
    return try SitExam(
      data ?? self.data, exam: created.exam.code, number: ticket.number, ticket: ticket.code,
      terminal: terminal)
  }

  /// Answers every question from the first place on, rightly or wrongly.
  package static func answerAll(_ run: SitExam, rightly: Bool, places: Range<Int>? = nil) throws {
    for place in places ?? 0..<run.count {
      run.position = place
      let card = run.card
      let response: Response =
        switch card.question.key {
        case .options(let right):
          .options(rightly ? right : [Self.wrong(card.question, right)])
        case .truth(let truth): .truth(rightly ? truth : !truth)
        default: .blank
        }
      try run.answer(response, line: run.line(at: place))
    }
  }

  private static func wrong(_ question: Question, _ right: Set<OptionID>) -> OptionID {
    question.options.map(\.id).first { !right.contains($0) } ?? OptionID(1)
  }
}
