import ArgumentParser
import Learning
import Reports
import Terminal
import Text
import Workflows

/// `mingfa progress`: how far a learner came, by chapter and by day.
struct ProgressCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "progress", Wording(zh: "各章进度和每天答题数", en: "Progress by chapter, and answers a day"),
      examples: [
        "mingfa progress", "mingfa progress --bank civil-code",
        Wording(zh: "mingfa progress --learner 张三", en: "mingfa progress --learner Ann").spoken,
      ],
      aliases: ["进度"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption
  @OptionGroup var whose: LearnerOption
  @Option(
    help: .worded(
      zh: "题库编号，可写多次；默认全部", en: "A bank's id, repeatable; default all",
      value: Wording(zh: "题库", en: "bank")))
  var bank: [String] = []

  private struct Document: Encodable {
    struct Chapter: Encodable {
      var chapter: String
      var questions: Int
      var seen: Int
      var known: Int
      var weak: Int
    }
    struct Bank: Encodable {
      var bank: String
      var questions: Int
      var seen: Int
      var known: Int
      var weak: Int
      var chapters: [Chapter]
    }
    struct Day: Encodable {
      var date: String
      var answered: Int
    }
    var schema = "mingfa.progress/1"
    var learner: Int64
    var questions: Int
    var seen: Int
    var known: Int
    var weak: Int
    var banks: [Bank]
    /// The first and the last of the days that are told of.
    var from: String
    var today: String
    var days: [Day]

    init(_ figures: ShowProgress.Figures) {
      learner = figures.learner.id.number
      let all = figures.count
      (questions, seen, known, weak) = (all.questions, all.seen, all.known, all.weak)
      banks = figures.banks.map { bank in
        let all = bank.count
        return Bank(
          bank: bank.code, questions: all.questions, seen: all.seen, known: all.known,
          weak: all.weak,
          chapters: bank.chapters.map {
            Chapter(
              chapter: $0.title, questions: $0.count.questions, seen: $0.count.seen,
              known: $0.count.known, weak: $0.count.weak)
          })
      }
      from = CivilDay(figures.calendar.first).iso
      today = CivilDay(figures.calendar.today).iso
      days = figures.answers.sorted { $0.key < $1.key }.map {
        Day(date: CivilDay($0.key).iso, answered: $0.value)
      }
    }
  }

  func run() throws {
    let session = try CommandSession(options)
    let data = try session.openData()
    let person = try whose.person(session, data)
    let figures = try ShowProgress(data, actor: session.actor).figures(of: person, banks: bank)
    try session.print(format.format) {
      try JSONText.encode(Document(figures))
    } text: {
      ProgressPage.lines(figures, style: session.style)
    }
  }
}
