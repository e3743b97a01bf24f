import ArgumentParser
import Text
import Workflows

/// `mingfa exam end`.
struct ExamEndCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "end", Wording(zh: "结束一场，收卷", en: "End the wave that sits, and take papers in"),
      examples: ["mingfa exam end"], aliases: ["结束"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var which: ExamOption

  func run(_ desk: SignedIn) throws {
    let exam = try FindExam(desk.data).exam(toActOn: which.exam)
    let (wave, taken) = try HoldExam(desk.data, actor: desk.actor).end(exam)
    try desk.session.talk.say(
      Wording(
        zh: "\(exam.code)：第 \(wave) 场已结束，收上 \(taken) 份没交的卷",
        en: "\(exam.code): wave \(wave) has ended; \(taken) papers were taken in"))
  }
}
