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
    var published: Int64?
    var cancelled: Int64?
    var reason: String?
    var waves: [Wave]
    var forms: [Form]
    var candidates: [Candidate]
  }

  func run(_ desk: SignedIn) throws {
    let exam = try FindExam(desk.data).exam(which.exam)
    let facts = try ShowExam(desk.data, actor: desk.actor).facts(of: exam)
    try desk.session.print(format.format) {
      try JSONText.encode(Self.document(facts))
    } text: {
      let style = desk.session.style
      let days = try desk.data.dayRule()
      return PrintedSheetText.lines(
        of: Self.sheet(Self.document(facts), mark: facts.exam.rehearsalMark) {
          days.clockText(of: $0)
        }, in: Spoken.language,
        width: style.width, plain: style.plain)
    }
  }

  private static func document(_ facts: ShowExam.Facts) -> Document {
    let codes = Dictionary(
      facts.forms.map { ($0.position, $0.code) }, uniquingKeysWith: { $1 })
    return Document(
      code: facts.exam.code, title: SafeText.clean(facts.exam.title),
      rehearsal: facts.exam.isRehearsal, makeUp: facts.exam.makeUpOf != nil,
      state: facts.stage.rawValue, created: facts.exam.created,
      published: facts.state.published?.utc, cancelled: facts.state.cancelled?.moment.utc,
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

  private static func sheet(
    _ found: Document, mark: Wording?, time: (Int64) -> String
  ) -> PrintedSheet {
    func plain(_ text: String) -> Wording { Wording(zh: text, en: text) }
    func told(_ utc: Int64?) -> Wording { plain(utc.map(time) ?? "-") }
    let title = "\(found.title) (\(found.code))"
    return PrintedSheet(
      title: mark.map { Wording(zh: "\($0.zh) \(title)", en: "\($0.en) \(title)") } ?? plain(title),
      blocks: [
        .facts(
          [
            .init(Wording(zh: "建立", en: "Made"), told(found.created)),
            .init(Wording(zh: "成绩公布", en: "Published"), told(found.published)),
          ]
            + (found.cancelled.map {
              [
                .init(
                  Wording(zh: "已取消", en: "Cancelled"), plain("\(time($0)) \(found.reason ?? "")"))
              ]
            } ?? [])),
        .heading(Wording(zh: "场次", en: "Waves")),
        .table(
          headings: [
            Wording(zh: "场", en: "Wave"), Wording(zh: "人数", en: "Candidates"),
            Wording(zh: "开考", en: "Opened"), Wording(zh: "结束", en: "Ended"),
          ],
          rows: found.waves.map {
            [plain("\($0.wave)"), plain("\($0.candidates)"), told($0.opened), told($0.ended)]
          }),
        .heading(Wording(zh: "试卷", en: "Forms")),
        .table(
          headings: [Wording(zh: "卷", en: "Form"), Wording(zh: "校验码", en: "Digest")],
          rows: found.forms.map { [plain($0.form), plain(String($0.digest.prefix(16)))] }),
        .heading(Wording(zh: "考生", en: "Candidates")),
        .table(
          headings: [
            Wording(zh: "准考证号", en: "Number"), Wording(zh: "姓名", en: "Name"),
            Wording(zh: "场", en: "Wave"), Wording(zh: "座位", en: "Seat"),
            Wording(zh: "卷", en: "Form"), Wording(zh: "延时", en: "Extra"),
            Wording(zh: "协助", en: "Help"),
          ],
          rows: found.candidates.map {
            [
              plain($0.number), plain($0.name), plain("\($0.wave)"), plain("\($0.seat)"),
              plain($0.form), plain($0.extraMinutes > 0 ? "\($0.extraMinutes)" : ""),
              plain($0.assistance ?? ""),
            ]
          }),
      ])
  }
}
