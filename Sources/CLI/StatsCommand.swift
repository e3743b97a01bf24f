import ArgumentParser
import Reports
import Statistics
import Terminal
import Text
import Workflows

/// `mingfa stats`: a learner's own figures.
struct StatsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "stats", Wording(zh: "学习统计", en: "A learner's figures"),
      examples: [
        "mingfa stats",
        Wording(zh: "mingfa stats --learner 张三", en: "mingfa stats --learner Ann").spoken,
      ],
      aliases: ["统计"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption
  @OptionGroup var whose: LearnerOption

  private struct Count: Encodable {
    var right: Int
    var answered: Int
    var percent: String?

    init(_ rate: Rate) {
      right = rate.numerator
      answered = rate.denominator
      percent = rate.percent.map { String($0.dropLast()) }
    }
  }

  private struct Document: Encodable {
    struct Chapter: Encodable {
      var bank: String
      var chapter: String
      var seen: Int
      var questions: Int
      var right: Count
    }
    struct Day: Encodable {
      var date: String
      var answered: Int
      var right: Int
    }
    struct Mock: Encodable {
      var attempt: Int64
      var banks: [String]
      /// UTC, milliseconds since 1970.
      var ended: Int64
      var assisted: Bool
      var score: String
      var full: String
      var passMark: String
      var passed: Bool
    }
    var schema = "mingfa.stats/1"
    var learner: Int64
    var right: Count
    var assisted: Count
    var notebook: Int
    var starred: Int
    var chapters: [Chapter]
    var days: [Day]
    var mocks: [Mock]
  }

  func run() throws {
    let session = try CommandSession(options)
    let data = try session.openData()
    let person = try whose.person(session, data)
    let figures = try ShowStatistics(data, actor: session.actor).figures(of: person)
    try session.print(format.format) {
      try JSONText.encode(
        Document(
          learner: person.id.number, right: Count(figures.right), assisted: Count(figures.assisted),
          notebook: figures.notebook, starred: figures.starred,
          chapters: figures.chapters.map {
            .init(
              bank: $0.code, chapter: $0.title, seen: $0.seen, questions: $0.questions,
              right: Count($0.right))
          },
          days: figures.days.map { .init(date: $0.date, answered: $0.answered, right: $0.right) },
          mocks: figures.mocks.map {
            .init(
              attempt: $0.attempt.number, banks: $0.banks, ended: $0.ended,
              assisted: $0.isAssisted, score: $0.result.score.text, full: $0.result.full.text,
              passMark: $0.result.passMark.text, passed: $0.result.isPassed)
          }))
    } text: {
      StatsPage.lines(figures, style: session.style)
    }
  }
}
