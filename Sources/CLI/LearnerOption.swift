import ArgumentParser
import People
import Text
import Workflows

/// Whose figures or plans a command is about.
struct LearnerOption: ParsableArguments {
  @Option(
    help: .worded(
      zh: "学员姓名或号码（默认最近的学员）", en: "A learner's name or number (default: the last one)",
      value: Wording(zh: "学员", en: "who")))
  var learner: String?

  /// The learner who is named, else the last one. Whoever was forgotten has figures still.
  func person(_ session: CommandSession, _ data: MingfaData) throws -> Learner {
    try EditLearners(data, actor: session.actor).unasked(named: learner)
  }

  /// The same, where a forgotten learner is refused: nothing more is done in that name.
  func presentPerson(_ session: CommandSession, _ data: MingfaData) throws -> Learner {
    let editing = EditLearners(data, actor: session.actor)
    return try learner.map { try editing.findPresent($0) } ?? editing.unasked(named: nil)
  }
}
