import ArgumentParser
import Text
import Workflows

/// `mingfa exam cancel`.
struct ExamCancelCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "cancel", Wording(zh: "取消一场不考的考试", en: "Call off an exam that will not be held"),
      examples: [
        Wording(
          zh: "mingfa exam cancel cadre-yearly-20261204 --reason 台风停课",
          en: "mingfa exam cancel cadre-yearly-20261204 --reason \"typhoon\""
        ).spoken
      ], aliases: ["取消"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption

  @Argument(help: .worded(zh: "考试的代号", en: "The exam's code", value: Wording(zh: "考试", en: "exam")))
  var exam: String

  @Option(
    help: .worded(
      zh: "为什么，会记入考场记录", en: "Why; it goes on the record", value: Wording(zh: "原因", en: "reason")))
  var reason: String

  func run(_ desk: SignedIn) throws {
    let exam = try FindExam(desk.data).exam(exam)
    try HoldExam(desk.data, actor: desk.actor).cancel(exam, reason: reason)
    let title = exam.shownTitle
    try desk.session.talk.say(
      Wording(
        zh: "\(title.zh)（\(exam.code)）已取消，记录在案；卷上的题回到练习里，这场考试不计入任何数字",
        en:
          "\(title.en) (\(exam.code)) is cancelled, on the record; its questions are back in practice, and "
          + "it counts in no figure"))
  }
}
