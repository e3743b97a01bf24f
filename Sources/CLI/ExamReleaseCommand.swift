import ArgumentParser
import Text
import Workflows

/// `mingfa exam release`.
struct ExamReleaseCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "release",
      Wording(zh: "放行：考生换一台机器接着考", en: "Let a candidate go on at another computer"),
      examples: [
        Wording(
          zh: "mingfa exam release 1001 --reason 电脑死机",
          en: "mingfa exam release 1001 --reason \"the computer died\""
        ).spoken
      ], aliases: ["放行"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var which: ExamOption

  @Argument(
    help: .worded(zh: "准考证号", en: "Admission number", value: Wording(zh: "号", en: "number")))
  var number: String

  @OptionGroup var why: ReasonOption

  func run(_ desk: SignedIn) throws {
    let exam = try FindExam(desk.data).exam(toActOn: which.exam)
    try HoldExam(desk.data, actor: desk.actor).release(number, of: exam, reason: why.reason)
    try desk.session.talk.say(HeldAct.released(number: number).wording(in: exam))
  }
}
