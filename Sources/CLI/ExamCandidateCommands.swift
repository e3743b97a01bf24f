import ArgumentParser
import Terminal
import Text
import Workflows

/// `mingfa exam ticket`.
struct ExamTicketCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "ticket",
      Wording(zh: "补发准考证，旧验证码作废", en: "Reissue a ticket's code; the old one is void"),
      examples: ["mingfa exam ticket 1001"], aliases: ["补证"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var which: ExamOption

  @Argument(
    help: .worded(zh: "准考证号", en: "Admission number", value: Wording(zh: "号", en: "number")))
  var number: String

  func run(_ desk: SignedIn) throws {
    let exam = try FindExam(desk.data).exam(toActOn: which.exam)
    let ticket = try HoldExam(desk.data, actor: desk.actor).reissue(number, of: exam)
    try desk.session.talk.say(
      Wording(
        zh:
          "\(exam.code)：\(ticket.number) \(ticket.name)（第 \(ticket.seat.wave) 场 \(ticket.seat.number) 座）的新验证码："
          + "\(ticket.code)；只显示这一次，请交给本人",
        en:
          "\(exam.code): the new code of \(ticket.number) \(ticket.name) (wave \(ticket.seat.wave), seat "
          + "\(ticket.seat.number)) is \(ticket.code); shown this once, for the candidate alone"))
  }
}

/// `mingfa exam extra`.
struct ExamExtraCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "extra", Wording(zh: "开考前准予延时", en: "Grant extra time before the start"),
      examples: [
        Wording(
          zh: "mingfa exam extra 1001 20 --reason 视力障碍",
          en: "mingfa exam extra 1001 20 --reason \"poor sight\""
        ).spoken
      ], aliases: ["延时"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var which: ExamOption

  @Argument(
    help: .worded(zh: "准考证号", en: "Admission number", value: Wording(zh: "号", en: "number")))
  var number: String

  @Argument(help: .worded(zh: "分钟", en: "Minutes", value: Wording(zh: "分钟", en: "minutes")))
  var minutes: Int

  @Option(
    help: .worded(
      zh: "原因，记入考场记录", en: "Why; it goes on the record", value: Wording(zh: "原因", en: "reason")))
  var reason: String

  func run(_ desk: SignedIn) throws {
    let exam = try FindExam(desk.data).exam(toActOn: which.exam)
    try HoldExam(desk.data, actor: desk.actor)
      .extend(minutes: minutes, for: number, of: exam, reason: reason)
    try desk.session.talk.say(
      Wording(
        zh: "\(exam.code)：已准予 \(number) 延时 \(minutes) 分钟",
        en: "\(exam.code): \(number) has \(minutes) minutes extra"))
  }
}
