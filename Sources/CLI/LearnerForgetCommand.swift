import ArgumentParser
import People
import Terminal
import Text
import Workflows

/// `mingfa learner forget`: takes a person's name away; the responses stay under the number.
struct LearnerForgetCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "forget",
      Wording(
        zh: "遗忘学员：去掉姓名和笔记，作答只留在号码下",
        en: "Forget a learner: name and notes go, responses stay under the number"),
      examples: [
        Wording(zh: "mingfa learner forget 张三", en: "mingfa learner forget Ann").spoken,
        "mingfa learner forget 7 --yes",
      ], aliases: ["遗忘"])
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: .worded(zh: "姓名或号码", en: "Name or number", value: Wording(zh: "学员", en: "who")))
  var who: String

  @Flag(help: .worded(zh: "不再确认", en: "Do not ask"))
  var yes = false

  func run() throws {
    let session = try CommandSession(options)
    if !session.isInteractive, !yes { throw WorkflowFailure.forgettingUnconfirmed }
    let forgetting = ForgetLearner(try session.openData(), actor: session.actor)
    let plan = try forgetting.plan(who)
    if !yes {
      try session.screen.lines(ForgetPage.plan(plan, style: session.style))
      try confirm(plan, session)
    }
    let leftover = try forgetting.forget(plan)
    try session.screen.lines(ForgetPage.done(plan, wasTold: !yes, style: session.style))
    if let leftover { session.note(ForgetPage.notRewritten(leftover, plan.learner)) }
    if let fact = LineHistory.forget(in: session.environment.folder.path) {
      session.note(fact.wording)
    }
  }

  /// Wants the name typed, so that no slip takes a person away.
  private func confirm(_ plan: ForgetLearner.Plan, _ session: CommandSession) throws {
    switch session.talk.reader.readLine(LinePrompt(ForgetPage.prompt(plan)(session.talk.language)))
    {
    case .line(let line) where plan.isConfirmed(by: line): return
    case .interrupt: throw ExitCode(ExitStatus.interrupted)
    case .terminate(let signal): throw ExitCode(128 + signal)
    case .line, .endOfInput, .tick, .refused:
      session.note(ForgetPage.unchanged)
      throw ExitCode(ExitStatus.checkFailed)
    }
  }
}
