import ArgumentParser
import Text
import Workflows

/// `mingfa exam give-time`.
struct ExamGiveTimeCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "give-time",
      Wording(zh: "补时：给一个人或整个考场", en: "Give time back to one candidate or the whole room"),
      examples: [
        Wording(
          zh: "mingfa exam give-time 10 --reason 停电",
          en: "mingfa exam give-time 10 --reason \"power cut\""
        ).spoken,
        Wording(
          zh: "mingfa exam give-time 5 --number 1001 --reason 换机",
          en: "mingfa exam give-time 5 --number 1001 --reason \"another computer\""
        ).spoken,
      ], aliases: ["补时"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var which: ExamOption

  @Argument(help: .worded(zh: "分钟", en: "Minutes", value: Wording(zh: "分钟", en: "minutes")))
  var minutes: Int

  @Option(
    help: .worded(
      zh: "只给这个准考证号；不写就是这一场没交卷的所有人",
      en: "This admission number only; without it all of the wave who have not handed in",
      value: Wording(zh: "号", en: "number")))
  var number: String?

  @OptionGroup var why: ReasonOption

  func run(_ desk: SignedIn) throws {
    let exam = try FindExam(desk.data).exam(toActOn: which.exam)
    let holding = HoldExam(desk.data, actor: desk.actor)
    if let number {
      try holding.give(minutes: minutes, to: number, of: exam, reason: why.reason)
      try desk.session.talk.say(
        HeldAct.gaveTime(minutes: minutes, number: number).wording(in: exam))
    } else {
      let count = try holding.give(minutes: minutes, toAllOf: exam, reason: why.reason)
      try desk.session.talk.say(
        HeldAct.gaveAll(minutes: minutes, candidates: count).wording(in: exam))
    }
  }
}
