import ArgumentParser
import Terminal
import Text
import Workflows

/// Which exam a command means.
struct ExamOption: ParsableArguments {
  @Option(
    help: .worded(
      zh: "考试的代号；不写就是最新的一场", en: "The exam's code; without it the newest",
      value: Wording(zh: "考试", en: "exam")))
  var exam: String?
}

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
    let exam = try FindExam(desk.data).exam(which.exam)
    let holding = HoldExam(desk.data, actor: desk.actor)
    var key: String?
    if try desk.data.exams.key(of: exam.id) == nil {
      let prompt = Wording(zh: "开考码> ", en: "Opening code> ")
      guard case .line(let line) = try desk.session.talk.nextLine(LinePrompt(prompt.spoken)) else {
        throw ExamFailure.keyNeeded
      }
      key = line
    }
    let opened = try holding.open(exam, wave: wave, key: key)
    try desk.session.talk.say(
      Wording(
        zh: "\(exam.title) 第 \(opened) 场开考；考生运行 mingfa exam sit",
        en: "\(exam.title): wave \(opened) is open; candidates run mingfa exam sit"))
  }
}

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
    let exam = try FindExam(desk.data).exam(which.exam)
    let (wave, taken) = try HoldExam(desk.data, actor: desk.actor).end(exam)
    try desk.session.talk.say(
      Wording(
        zh: "第 \(wave) 场已结束，收上 \(taken) 份没交的卷",
        en: "Wave \(wave) has ended; \(taken) papers were taken in"))
  }
}

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

  @Option(
    help: .worded(
      zh: "原因，记入考场记录", en: "Why; it goes on the record", value: Wording(zh: "原因", en: "reason")))
  var reason: String

  func run(_ desk: SignedIn) throws {
    let exam = try FindExam(desk.data).exam(which.exam)
    try HoldExam(desk.data, actor: desk.actor).release(number, of: exam, reason: reason)
    try desk.session.talk.say(
      Wording(
        zh: "已放行 \(number)；在任何一台机器上登录就能接着考",
        en: "\(number) may go on at any computer by signing in there"))
  }
}

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
      zh: "只给这个准考证号；不写就是正在考的所有人", en: "This admission number only; without it everyone who sits",
      value: Wording(zh: "号", en: "number")))
  var number: String?

  @Option(
    help: .worded(
      zh: "原因，记入考场记录", en: "Why; it goes on the record", value: Wording(zh: "原因", en: "reason")))
  var reason: String

  func run(_ desk: SignedIn) throws {
    let exam = try FindExam(desk.data).exam(which.exam)
    let holding = HoldExam(desk.data, actor: desk.actor)
    if let number {
      try holding.give(minutes: minutes, to: number, of: exam, reason: reason)
      try desk.session.talk.say(
        Wording(zh: "已给 \(number) 补 \(minutes) 分钟", en: "\(number) has \(minutes) minutes more"))
    } else {
      let count = try holding.give(minutes: minutes, toAllOf: exam, reason: reason)
      try desk.session.talk.say(
        Wording(
          zh: "已给正在考的 \(count) 人补 \(minutes) 分钟",
          en: "\(count) candidates have \(minutes) minutes more"))
    }
  }
}

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
    let exam = try FindExam(desk.data).exam(which.exam)
    try HoldExam(desk.data, actor: desk.actor).note(text, witness: witness, of: exam)
    try desk.session.talk.say(Wording(zh: "已记录", en: "On the record"))
  }
}

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
    let exam = try FindExam(desk.data).exam(which.exam)
    try HoldExam(desk.data, actor: desk.actor).publish(exam)
    try desk.session.talk.say(
      Wording(
        zh: "\(exam.title) 的成绩已公布；mingfa exam results 查看",
        en: "The results of \(exam.title) are published; see mingfa exam results"))
  }
}
