import ArgumentParser
import Exams
import Foundation
import Learning
import People
import Reports
import Terminal
import Text
import Workflows

/// `mingfa exam create`.
struct ExamCreateCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "create",
      Wording(
        zh: "建一场考试：组卷、封卷、编排座位", en: "Make an exam: draw, freeze and seal papers, seat people"),
      examples: [
        Wording(
          zh: "mingfa exam create cadre-yearly --roster 名单.csv",
          en: "mingfa exam create cadre-yearly --roster roster.csv"
        ).spoken,
        Wording(
          zh: "mingfa exam create cadre-yearly --roster 名单.csv --seats 40",
          en: "mingfa exam create cadre-yearly --roster roster.csv --seats 40"
        ).spoken,
      ], aliases: ["新建"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption

  @Argument(
    help: .worded(
      zh: "细目表的代号，或它的文件", en: "A blueprint's code, or its file",
      value: Wording(zh: "细目表", en: "blueprint")))
  var blueprint: String

  @Option(
    help: .worded(zh: "考生名单（CSV）", en: "The roster (CSV)", value: Wording(zh: "文件", en: "file")),
    completion: .file(extensions: ["csv", "txt"]))
  var roster: String

  @Option(help: .worded(zh: "考试的代号", en: "The exam's code", value: Wording(zh: "代号", en: "code")))
  var code: String?

  @Option(
    help: .worded(zh: "卷上的标题", en: "The title on the paper", value: Wording(zh: "标题", en: "title")))
  var title: String?

  @Option(help: .worded(zh: "一场多少座位", en: "Seats of a wave", value: Wording(zh: "数", en: "count")))
  var seats = 30

  @Option(help: .worded(zh: "一排多少座位", en: "Seats of a row", value: Wording(zh: "数", en: "count")))
  var row = 6

  @Option(help: .worded(zh: "一场用几套卷", en: "Forms of a wave", value: Wording(zh: "数", en: "count")))
  var forms = 2

  @Flag(help: .worded(zh: "后面的场次可以用同样的卷", en: "Later waves may have the same forms"))
  var repeatForms = false

  @Flag(help: .worded(zh: "演练，不计入任何数字", en: "A rehearsal; it counts nowhere"))
  var rehearsal = false

  @Flag(
    help: .worded(zh: "学员练习时仍可见到卷上的题", en: "Learners may meet its questions in practice meanwhile"))
  var showQuestions = false

  @Option(
    help: .worded(
      zh: "是这场考试的补考", en: "The make-up of this exam", value: Wording(zh: "考试", en: "exam")))
  var makeUpOf: String?

  @Flag(
    help: .worded(zh: "不能参加的人不编入，其余照建", en: "Leave out who may not sit, make it for the others"))
  var skipRefused = false

  @Flag(
    help: .worded(
      zh: "身份证号相同而姓名不同的，以这份名单为准", en: "Take this roster's names for those kept under other ones"))
  var rename = false

  @Option(
    help: .worded(
      zh: "可以参加的编制类型，可写多次", en: "An establishment type that may sit, repeatable",
      value: Wording(zh: "编制", en: "type")))
  var admit: [EstablishmentType] = []

  @Option(
    help: .worded(
      zh: "同一考试从这个月起算已考几次、是否合格，如 2027-01；不写就全算",
      en: "Earlier sittings of this exam count from this month, as in 2027-01; default all",
      value: Wording(zh: "月份", en: "month")))
  var since: YearMonth?

  @Option(
    help: .worded(
      zh: "同一个种子组出同样的卷", en: "The same seed draws the same papers",
      value: Wording(zh: "种子", en: "seed")))
  var seed: UInt64?

  func run(_ desk: SignedIn) throws {
    let session = desk.session
    let found = try ReadBlueprints(session.environment).find(blueprint)
    guard let blueprint = found.blueprint else { return }
    let reading = ReadRoster.read(file: roster)
    guard let entries = reading.entries else {
      for problem in reading.report.problems {
        session.note(Wording(zh: problem.text(in: .chinese), en: problem.text(in: .english)))
      }
      throw ExitCode(reading.report.isUnreadable ? ExitStatus.noInput : ExitStatus.data)
    }
    let request = CreateExam.Request(
      blueprint: blueprint, code: code, title: title, entrants: entries.map(Self.entrant),
      room: SeatPlan(
        seats: seats, perRow: min(row, seats), formsPerWave: forms, repeatsForms: repeatForms),
      seed: seed ?? session.environment.randomSeed(), isRehearsal: rehearsal,
      hidesQuestions: !showQuestions, makeUpOf: makeUpOf,
      eligibility: .init(
        establishments: admit.isEmpty ? nil : Set(admit), since: since, renames: rename),
      skipsRefused: skipRefused)
    let start = ContinuousClock.now
    let created = try CreateExam(desk.data, actor: desk.actor).create(request) {
      ContinuousClock.now - start > .seconds(10)
    }
    try tell(created, session)
  }

  private static func entrant(_ entry: RosterEntry) -> CreateExam.Entrant {
    CreateExam.Entrant(
      name: entry.name, idNumber: entry.idNumber?.full, otherNumber: entry.number,
      unit: entry.unit ?? [],
      establishment: entry.establishment.rawValue, category: entry.category,
      extraMinutes: entry.extraMinutes,
      assistance: entry.assistance)
  }

  private func tell(_ created: CreateExam.Created, _ session: CommandSession) throws {
    let exam = created.exam
    let path = try TicketFile.write(created, session)
    try session.screen.lines(ControlSheetPage.lines(created.sheet, style: session.style))
    let spread = Thousandths(created.sheet.spread)
    try session.talk.say(
      Wording(
        zh: "已建好考试 \(exam.code)：\(created.tickets.count) 人，\(created.waves) 场，"
          + "\(created.sheet.forms.count) 套卷，平均难度最多相差 \(spread)",
        en: "Made exam \(exam.code): \(created.tickets.count) candidates, \(created.waves) waves, "
          + "\(created.sheet.forms.count) forms, mean difficulties at most \(spread) apart"))
    for refused in created.refused {
      try session.talk.say(
        Wording(
          zh: "未编入 \(refused.person)：\(refused.reasons.zh)",
          en: "Left out: \(refused.person): \(refused.reasons.en)"))
    }
    try session.talk.say(
      Wording(
        zh: "准考证写进了 \(path)，打印后请删掉这个文件",
        en: "The admission tickets are in \(path); print it, then delete it"))
    try session.talk.say(
      Wording(
        zh: "开考码 \(created.openingCode)：只显示这一次，请抄好封进信封，开考时才拆。丢了这场考试就开不了",
        en: "Opening code \(created.openingCode): shown this once. Write it down and seal it in an "
          + "envelope until the exam opens. Without it the exam cannot be opened"))
  }
}

extension EstablishmentType: ExpressibleByArgument {
  /// Reads a code, or the name in either language.
  package init?(argument: String) {
    let word = argument.lowercased()
    let meant = Self.allCases.first {
      $0.rawValue == word || $0.wording.zh == word || $0.wording.en.lowercased() == word
    }
    guard let meant else { return nil }
    self = meant
  }
}

extension YearMonth: ExpressibleByArgument {
  /// Reads `2026-11`.
  package init?(argument: String) { self.init(argument) }
}
