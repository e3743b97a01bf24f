import ArgumentParser
import Text
import Workflows

/// `mingfa exam note`.
struct ExamNoteCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "note", Wording(zh: "记下考场情况", en: "Write an incident down"),
      examples: [
        Wording(
          zh: "mingfa exam note 九点十分停电三分钟 --witness 李主任",
          en: "mingfa exam note \"power was off for 3 minutes\" --witness \"Ms Li\""
        ).spoken
      ], aliases: ["记录"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var which: ExamOption

  @Argument(help: .worded(zh: "发生了什么", en: "What happened", value: Wording(zh: "情况", en: "text")))
  var text: String

  @Option(help: .worded(zh: "在场证明人", en: "Who saw it", value: Wording(zh: "姓名", en: "name")))
  var witness: String = ""

  func run(_ desk: SignedIn) throws {
    let exam = try FindExam(desk.data).exam(heldNow: which.exam)
    try HoldExam(desk.data, actor: desk.actor).note(text, witness: witness, of: exam)
    try desk.session.talk.say(Wording(zh: "已记录", en: "On the record"))
  }
}
