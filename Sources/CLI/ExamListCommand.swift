import ArgumentParser
import Exams
import Reports
import Terminal
import Text
import Workflows

/// `mingfa exam list`.
struct ExamListCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "list", Wording(zh: "列出考试", en: "List the exams"),
      examples: ["mingfa exam list", "mingfa exam list --format json"], aliases: ["列表"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var format: FormatOption

  private struct Document: Encodable {
    struct Item: Encodable {
      var code: String
      var title: String
      var rehearsal: Bool
      var makeUp: Bool
      var candidates: Int
      var waves: Int
      var state: String
      var wave: Int?
      /// UTC, milliseconds since 1970.
      var created: Int64
    }
    var schema = "mingfa.exam-list/1"
    var exams: [Item]
  }

  func run(_ desk: SignedIn) throws {
    let exams = try ListExams(desk.data, actor: desk.actor).all()
    try desk.session.print(format.format) {
      try JSONText.encode(
        Document(
          exams: exams.map {
            .init(
              code: $0.exam.code, title: $0.exam.title, rehearsal: $0.exam.isRehearsal,
              makeUp: $0.exam.makeUpOf != nil, candidates: $0.candidates, waves: $0.waves,
              state: $0.stage.rawValue, wave: $0.state.openWave, created: $0.exam.created)
          }))
    } text: {
      exams.isEmpty
        ? desk.session.style.sentence(ExamFailure.noExams.wording)
        : desk.session.style.table(
          AlignedColumns(
            headings: [
              .init(Wording(zh: "代号", en: "Code").spoken),
              .init(Wording(zh: "考试", en: "Exam").spoken),
              .init(Wording(zh: "人数", en: "Candidates").spoken, .right),
              .init(Wording(zh: "场次", en: "Waves").spoken, .right),
              .init(Wording(zh: "状态", en: "State").spoken),
            ],
            rows: exams.map { item in
              [
                item.exam.code, SafeText.clean(item.exam.shownTitle.spoken),
                String(item.candidates), String(item.waves),
                Self.state(item).spoken,
              ]
            }))
    }
  }

  private static func state(_ item: ListExams.Item) -> Wording {
    switch item.stage {
    case .sealed: Wording(zh: "已封卷", en: "sealed")
    case .sitting:
      Wording(zh: "第 \(item.state.openWave ?? 1) 场在考", en: "wave \(item.state.openWave ?? 1) sits")
    case .between: Wording(zh: "场间", en: "between waves")
    case .over: Wording(zh: "已考完", en: "over")
    case .published: Wording(zh: "已公布", en: "published")
    case .cancelled: Wording(zh: "已取消", en: "cancelled")
    }
  }
}
