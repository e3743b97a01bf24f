import ArgumentParser
import Text
import Workflows

/// `mingfa exam publish`.
struct ExamPublishCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "publish", Wording(zh: "公布成绩", en: "Make the results known"),
      examples: ["mingfa exam publish"], aliases: ["公布"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var which: ExamOption

  func run(_ desk: SignedIn) throws {
    let exam = try FindExam(desk.data).exam(toActOn: which.exam, isToCome: true)
    try HoldExam(desk.data, actor: desk.actor).publish(exam)
    try desk.session.talk.say(
      Wording(
        zh: "\(exam.shownTitle.zh) 的成绩已公布；mingfa exam results 查看",
        en: "The results of \(exam.shownTitle.en) are published; see mingfa exam results"))
  }
}
