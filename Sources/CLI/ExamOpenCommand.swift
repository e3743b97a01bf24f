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
    let exam = try FindExam(desk.data).exam(toActOn: which.exam, isToCome: true)
    let holding = HoldExam(desk.data, actor: desk.actor)
    var key: String?
    if try desk.data.exams.key(of: exam.id) == nil { key = try OpeningCode.ask(desk.session) }
    let opened = try holding.open(exam, wave: wave, key: key)
    try desk.session.talk.say(
      Wording(
        zh: "\(exam.shownTitle.zh) 第 \(opened) 场开考；考生运行 mingfa exam sit",
        en: "\(exam.shownTitle.en): wave \(opened) is open; candidates run mingfa exam sit"))
    guard !exam.isRehearsal else { return }
    for forgotten in try FindExam(desk.data).sitting() where forgotten.isRehearsal {
      let code = forgotten.code
      try desk.session.talk.say(
        Wording(
          zh: "演练 \(code) 还开着，不影响这场考试；结束它：mingfa exam end --exam \(code)",
          en:
            "The rehearsal \(code) is still open and stands in nobody's way; end it with mingfa exam end "
            + "--exam \(code)"))
    }
  }
}
