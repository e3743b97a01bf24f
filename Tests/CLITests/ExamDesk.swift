import Foundation
import Testing

/// An exam held with commands alone, at a desk whose bank is `BankText.everyType`.
struct ExamDesk {
  let desk: Desk

  /// One question of each of two types, so that any bank will do.
  static let blueprint = """
    code: small-exam
    title: 小考试
    banks: [town]
    sections:
      - type: single
        count: 1
        points: 50
      - type: true-false
        count: 1
        points: 50
    time:
      minutes: 30
    pass:
      mark: 60%
    forms:
      shuffle-options: no

    """

  /// One question of true or false.
  static let little = """
    code: little
    title: 小考
    banks: [town]
    sections:
      - type: true-false
        count: 1
        points: 2
    time:
      minutes: 30
    pass:
      mark: 60%

    """

  /// What the making of an exam told.
  struct Made {
    let openingCode: String
    /// Admission number and code, in the order of the seats.
    let tickets: [(number: String, code: String)]
  }

  /// Makes an exam of these people with one form, so that a bank of one question of each type suffices.
  func make(
    _ names: [String], code: String = "small", kind: String = "small-exam", _ more: String...
  ) throws -> Made {
    try desk.folder.write(
      Self.blueprint.replacing("code: small-exam", with: "code: \(kind)"), to: "small-exam.yaml")
    try desk.folder.write(Self.roster(names), to: "roster.csv")
    let run = try desk.run(
      Desk.program,
      [
        "exam", "create", "small-exam.yaml", "--roster", "roster.csv", "--code", code, "--forms",
        "1", "--repeat-forms",
      ] + more)
    guard run.status == 0 else { throw LoadedFolders.NotMade(words: run.errors) }
    return try Self.made(said: run.text, in: desk.data, code: code)
  }

  /// A roster of these people.
  static func roster(_ names: [String]) -> String {
    "姓名,单位\n" + names.map { "\($0),某县/某镇\n" }.joined()
  }

  /// What the making of an exam told on the screen and in the list of tickets.
  static func made(said: String, in data: URL, code: String) throws -> Made {
    let words = said.split { $0 == " " || $0 == "\n" || $0 == "：" || $0 == ":" || $0 == "，" }
    let openingCode = words.first { $0.count == 19 && $0.filter { $0 == "-" }.count == 3 }
    let list = try String(
      contentsOf: data.appendingPathComponent("reports/\(code)-tickets.csv"), encoding: .utf8)
    let tickets = list.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",").map(String.init)
    }.filter { $0.count > 4 && Int($0[0]) != nil }
    return Made(
      openingCode: String(try #require(openingCode)),
      tickets: tickets.map { (number: $0[0], code: $0[4]) })
  }

  func open(_ made: Made) throws -> ProgramRun {
    try desk.mingfa("exam", "open", input: made.openingCode + "\n")
  }

  /// Sits and answers with these lines; the end of the input after the last question hands nothing in.
  func sit(_ made: Made, _ place: Int, _ lines: [String]) throws -> ProgramRun {
    let ticket = made.tickets[place]
    return try desk.mingfa(
      "exam", "sit",
      input: ([ticket.number, ticket.code] + lines).map { $0 + "\n" }.joined())
  }
}
