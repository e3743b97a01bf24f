import ArgumentParser
import Exams
import Foundation
import Terminal
import Text
import Workflows

/// `mingfa exam rehearse`.
struct ExamRehearseCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "rehearse",
      Wording(zh: "演练考试当天，不计入任何数字", en: "Try the day on the real computers; it counts nowhere"),
      examples: [
        "mingfa exam rehearse", "mingfa exam rehearse law-understander --seats 12",
        "mingfa exam rehearse --of cadre-yearly-20261204",
      ], aliases: ["演练"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption

  @Argument(
    help: .worded(
      zh: "细目表的代号，或它的文件；不写就是 \(RehearseExam.usualBlueprint)",
      en: "A blueprint's code, or its file; without it \(RehearseExam.usualBlueprint)",
      value: Wording(zh: "细目表", en: "blueprint")))
  var blueprint: String?

  @Option(
    help: .worded(
      zh: "照这场考试的细目表、场次、座位演练，不用它的题",
      en: "Rehearse with the blueprint, waves and seats of this exam, and none of its questions",
      value: Wording(zh: "考试", en: "exam")))
  var of: String?

  @Option(
    help: .worded(
      zh: "几个座位；不写就是 \(RehearseExam.usualSeats)",
      en: "How many seats; without it \(RehearseExam.usualSeats)",
      value: Wording(zh: "数", en: "count")))
  var seats: Int?

  @Option(
    help: .worded(
      zh: "同一个种子组出同样的卷", en: "The same seed draws the same papers",
      value: Wording(zh: "种子", en: "seed")))
  var seed: UInt64?

  func validate() throws {
    guard of == nil || (blueprint == nil && seats == nil) else {
      throw ValidationError(
        Wording(
          zh: "--of 已定下细目表和座位；请去掉细目表和 --seats",
          en: "--of settles blueprint and seats; leave the blueprint and --seats out"
        ).spoken)
    }
  }

  func run(_ desk: SignedIn) throws {
    let session = desk.session
    let subject: RehearseExam.Subject
    if let of {
      subject = .exam(try FindExam(desk.data).exam(of))
    } else {
      let found = try ReadBlueprints(session.environment).find(
        blueprint ?? RehearseExam.usualBlueprint)
      guard let blueprint = found.blueprint else { return }
      subject = .blueprint(blueprint, seats: seats ?? RehearseExam.usualSeats)
    }
    let start = ContinuousClock.now
    let created = try RehearseExam(desk.data, actor: desk.actor).begin(
      subject, seed: seed ?? session.environment.randomSeed()
    ) { ContinuousClock.now - start > .seconds(10) }
    try tell(created, session)
  }

  private func tell(_ created: CreateExam.Created, _ session: CommandSession) throws {
    let exam = created.exam
    let title = exam.shownTitle
    let path = try TicketFile.write(created, session)
    try session.talk.say(
      Wording(
        zh: "\(title.zh)：\(created.tickets.count) 个演练号，\(created.waves) 场，第 1 场已开考，不计入任何数字",
        en:
          "\(title.en): \(created.tickets.count) invented candidates, \(created.waves) waves; wave 1 is "
          + "open, and it counts nowhere"))
    try session.screen.lines(
      session.style.table(
        AlignedColumns(
          headings: [
            .init(Wording(zh: "准考证号", en: "Number").spoken),
            .init(Wording(zh: "验证码", en: "Code").spoken),
            .init(Wording(zh: "姓名", en: "Name").spoken),
            .init(Wording(zh: "场", en: "Wave").spoken, .right),
            .init(Wording(zh: "座位", en: "Seat").spoken, .right),
          ],
          rows: created.tickets.map {
            [$0.number, $0.code, $0.name, String($0.seat.wave), String($0.seat.number)]
          })))
    try session.talk.say(
      Wording(zh: "准考证也写进了 \(path)，可以打印", en: "The tickets are in \(path), too, to be printed"))
    try session.talk.say(Wording(zh: "接下来：", en: "What comes next:"))
    let steps = Self.steps(created)
    try session.screen.lines(
      session.style.table(
        AlignedColumns(
          headings: [
            .init(Wording(zh: "做什么", en: "What").spoken),
            .init(Wording(zh: "命令", en: "Command").spoken),
          ], rows: steps.map { [$0.what.spoken, $0.command] })))
  }

  /// What is done next, and the command that does it.
  private static func steps(_ created: CreateExam.Created) -> [(what: Wording, command: String)] {
    let which = "--exam \(created.exam.code)"
    let number = created.tickets.first?.number ?? "1001"
    let next = (Wording(zh: "下一场（不要开考码）", en: "next wave"), "mingfa exam open \(which)")
    return [
      (Wording(zh: "每台电脑上登录答题", en: "at each computer"), "mingfa exam sit"),
      (Wording(zh: "监考", en: "watch"), "mingfa exam watch \(which)"),
      (Wording(zh: "收卷", en: "take papers in"), "mingfa exam end \(which)"),
    ] + (created.waves > 1 ? [next] : []) + [
      (Wording(zh: "公布成绩", en: "publish"), "mingfa exam publish \(which)"),
      (Wording(zh: "成绩", en: "score list"), "mingfa exam results \(which)"),
      (Wording(zh: "成绩单", en: "a slip"), "mingfa exam slip \(number) \(which)"),
      (Wording(zh: "考场情况记录", en: "record"), "mingfa exam record \(which)"),
    ]
  }
}
