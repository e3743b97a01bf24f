import ArgumentParser
import Text
import Workflows

/// `mingfa exam forget-names`.
struct ExamForgetNamesCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "forget-names",
      Wording(
        zh: "去掉考生的姓名和证件号，成绩只留号码",
        en: "Take names and ID numbers away, results stay by number"),
      examples: ["mingfa exam forget-names cadre-yearly-20261204"], aliases: ["去名"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption

  @Argument(
    help: .worded(zh: "考试的代号", en: "The exam's code", value: Wording(zh: "考试", en: "exam")))
  var exam: String

  @Flag(help: .worded(zh: "不再确认", en: "Do not ask"))
  var yes = false

  func run(_ desk: SignedIn) throws {
    let session = desk.session
    let found = try FindExam(desk.data).exam(exam)
    if !yes { try confirm(found, session) }
    let outcome = try ForgetNames(desk.data, actor: desk.actor).forget(found)
    try session.talk.say(
      Wording(
        zh: "\(found.code)：已去掉 \(outcome.count) 人的姓名和证件号，成绩留在号码下；"
          + "以前的备份、准考证和导出的文件不改，请自己删除",
        en:
          "\(found.code): the names and ID numbers of \(outcome.count) people are gone, the results stay "
          + "by number; delete backups, tickets and exports of before yourself"))
    if let leftover = outcome.leftover { session.note(leftover.wording) }
  }

  /// Wants the code typed once more, so that no slip takes names away.
  private func confirm(_ found: StoredExam, _ session: CommandSession) throws {
    guard session.isInteractive else { throw ExamFailure.forgettingUnconfirmed(found.code) }
    let typed = try TicketPrompt.answer(
      session.talk,
      Wording(
        zh: "不能恢复；确定请再输入考试代号> ", en: "This cannot be undone; type the exam's code again> "))
    guard PlainLine.narrowed(typed) == found.code else {
      session.note(Wording(zh: "没有改动", en: "Nothing was changed"))
      throw ExitCode(ExitStatus.checkFailed)
    }
  }
}
