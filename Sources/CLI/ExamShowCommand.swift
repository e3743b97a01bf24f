import ArgumentParser
import Exams
import Learning
import Reports
import Terminal
import Text
import Workflows

/// `mingfa exam show`.
struct ExamShowCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "show", Wording(zh: "查看一场考试：场次、卷号、座位", en: "One exam: waves, forms, seats"),
      examples: ["mingfa exam show", "mingfa exam show --format json"], aliases: ["查看"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var which: ExamOption
  @OptionGroup var format: FormatOption

  private struct Document: Encodable {
    struct Wave: Encodable {
      var wave: Int
      var candidates: Int
      var opened: Int64?
      var ended: Int64?
    }
    struct Form: Encodable {
      var form: String
      var digest: String
    }
    struct Candidate: Encodable {
      var number: String
      var name: String
      var wave: Int
      var seat: Int
      var form: String
      var extraMinutes: Int
      var assistance: String?
    }
    var schema = "mingfa.exam-show/1"
    var code: String
    var title: String
    var rehearsal: Bool
    var makeUp: Bool
    var state: String
    var created: Int64
    var opens: Int64?
    var closes: Int64?
    /// As text, since it needs all 64 bits.
    var seed: String?
    var published: Int64?
    var cancelled: Int64?
    var reason: String?
    var waves: [Wave]
    var forms: [Form]
    var candidates: [Candidate]
  }

  func run(_ desk: SignedIn) throws {
    let exam = try FindExam(desk.data).exam(which.exam)
    let showing = ShowExam(desk.data, actor: desk.actor)
    let facts = try showing.facts(of: exam)
    try desk.session.print(format.format) {
      try JSONText.encode(Self.document(facts))
    } text: {
      let style = desk.session.style
      return PrintedSheetText.lines(
        of: try showing.sheet(of: facts), in: Spoken.language, width: style.width,
        plain: style.plain)
    }
  }

  private static func document(_ facts: ShowExam.Facts) -> Document {
    let codes = Dictionary(
      facts.forms.map { ($0.position, $0.code) }, uniquingKeysWith: { $1 })
    return Document(
      code: facts.exam.code, title: SafeText.clean(facts.exam.title),
      rehearsal: facts.exam.isRehearsal, makeUp: facts.exam.makeUpOf != nil,
      state: facts.stage.rawValue, created: facts.exam.created,
      opens: facts.exam.window.from, closes: facts.exam.window.until,
      seed: facts.seed.map { String($0) }, published: facts.state.published?.utc,
      cancelled: facts.state.cancelled?.moment.utc,
      reason: facts.state.cancelled.map { SafeText.clean($0.reason) },
      waves: (1..<facts.waves + 1).map { wave in
        .init(
          wave: wave, candidates: facts.candidates.count { $0.candidate.seat.wave == wave },
          opened: facts.state.waves[wave]?.opened.utc, ended: facts.state.waves[wave]?.ended?.utc)
      }, forms: facts.forms.map { .init(form: $0.code, digest: $0.digest.hex) },
      candidates: facts.candidates.map { candidate, extra in
        .init(
          number: candidate.number, name: SafeText.clean(candidate.name),
          wave: candidate.seat.wave, seat: candidate.seat.number,
          form: codes[candidate.seat.form] ?? "", extraMinutes: extra,
          assistance: candidate.assistance.map { SafeText.clean($0) })
      })
  }
}
