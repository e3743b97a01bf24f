import ArgumentParser
import Text
import Workflows

/// `mingfa exam open`.
struct ExamOpenCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "open", Wording(zh: "开考（要开考码）", en: "Open a wave; takes the opening code"),
      examples: ["mingfa exam open", "mingfa exam open --wave 2"], aliases: ["开考"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var which: ExamOption

  @Option(
    help: .worded(
      zh: "第几场；不写就是下一场", en: "Which wave; without it the next", value: Wording(zh: "场", en: "wave"))
  )
  var wave: Int?

  func run(_ desk: SignedIn) throws {
    let exam = try FindExam(desk.data).exam(toActOn: which.exam)
    let holding = HoldExam(desk.data, actor: desk.actor)
    var key: String?
    if try desk.data.exams.key(of: exam.id) == nil { key = try OpeningCode.ask(desk.session) }
    let opened = try holding.open(exam, wave: wave, key: key)
    try desk.session.talk.say(
      Wording(
        zh: "\(exam.title) 第 \(opened) 场开考；考生运行 mingfa exam sit",
        en: "\(exam.title): wave \(opened) is open; candidates run mingfa exam sit"))
  }
}
