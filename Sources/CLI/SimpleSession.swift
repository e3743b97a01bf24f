import ArgumentParser
import Learning
import People
import Terminal
import Text
import Workflows

/// Simple mode from the command line: `mingfa --simple`, `mingfa practice --simple`, and a learner with
/// whom it is kept.
enum SimpleSession {
  /// Asks who sits there, with digits only.
  static func pick(_ talk: Conversation, _ editing: EditLearners) throws -> Learner {
    switch try SimplePicker(talk, editing: editing).pick() {
    case .learner(let chosen): return chosen
    case .left(let leaving): throw ExitCode(HomeCommand.status(of: leaving))
    }
  }

  /// `mingfa --simple`: one learner after the other, as long as somebody sits there.
  static func stay(_ session: CommandSession, data: MingfaData) throws {
    let talk = session.sharedTalk(data)
    let editing = EditLearners(data, actor: session.actor)
    var leaving = Leaving.back
    repeat {
      let person = try pick(talk, editing)
      talk.presence?.person = person
      leaving = try practise(session, talk, data: data, by: person, keeps: true)
    } while talk.presence?.takeDeparture() == true
    let status = HomeCommand.status(of: leaving)
    if status != 0 { throw ExitCode(status) }
  }

  /// `--no-simple`: takes simple mode off the learner with whom it was kept, and says so.
  static func takeOff(
    _ session: CommandSession, data: MingfaData, from learner: Learner
  ) throws -> Learner {
    let changed = try EditLearners(data, actor: session.actor).keepSimple(learner, false)
    guard changed.isSimple != learner.isSimple else { return learner }
    session.note(
      Wording(
        zh: "\(LearnerName.text(learner, .chinese))以后不用简易模式了；要再用，请运行 mingfa --simple",
        en: "Simple mode is off for \(LearnerName.text(learner, .english)) from now on; to have it "
          + "again, run mingfa --simple"))
    return changed
  }

  /// Practises until the learner has had enough, or another person sits there.
  ///
  /// - Parameters:
  ///   - assistedBy: the name of who types for the learner.
  ///   - keeps: whether the learner is to have it again next time.
  static func practise(
    _ session: CommandSession, _ talk: Conversation, data: MingfaData, by learner: Learner,
    assistedBy: String? = nil, request: PracticeRequest = PracticeRequest(mode: .simple),
    keeps: Bool = false, resumes: Bool = true
  ) throws -> Leaving {
    let editing = EditLearners(data, actor: session.actor)
    let assistant = try assistedBy.map { try editing.assistant(named: $0) }
    let person = keeps ? try editing.keepSimple(learner) : learner
    if session.isInteractive { try talk.say(SimplePicker.greeting(person)) }
    try ObjectionNews.show(session, data: data, to: person)
    return try SimpleEntry(
      talk, data: data, author: session.author(person, assistedBy: assistant),
      assistedBy: assistedBy
    ).practise(request, resumes: resumes)
  }
}

/// A command to which simple mode means something.
protocol SimpleModeCommand: ParsableCommand {
  var simplicity: SimpleOption { get }
}

extension SimpleModeCommand {
  /// The parser takes a flag of `mingfa` itself from the words of any command below it and says nothing.
  ///
  /// - Throws: `ValidationError` where the command that was asked for has no such flag.
  static func refuse(in words: some Sequence<String>, for command: any ParsableCommand) throws {
    let words = words.prefix { $0 != "--" }
    guard !(command is any SimpleModeCommand),
      // Help is a command of the parser's own.
      !words.contains(where: { ["-h", "--help"].contains($0) }),
      let flag = words.first(where: { ["--simple", "--no-simple"].contains($0) })
    else { return }
    throw ValidationError(
      Wording(
        zh: "这个命令没有选项 \(flag)，请用 --help 查看",
        en: "This command has no option \(flag); see --help"
      ).spoken)
  }
}

/// Whether simple mode is wanted. The parser hands a flag of `mingfa` itself to a command below it only
/// where both have it in the same place: each that takes it names this group `simplicity`.
struct SimpleOption: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: .worded(
      zh: "简易模式：大行距，只用数字键和回车，记在学员名下；--no-simple 取消，以后也不用",
      en: "Simple mode: wide spacing, digits and Enter only, kept with the learner; --no-simple "
        + "takes it off for good"))
  var simple: Bool?
}
