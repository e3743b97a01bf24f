import Learning
import Storage

/// A question that was read before it comes.
struct QuestionAhead {
  var stored: StoredQuestion
  var past: QuestionPast
  var sources: [CitedSource]
}

/// What a learner had to do with a question before.
struct QuestionPast {
  /// How often it was missed.
  var missed: Int
  /// Whether the key was changed since the last answer; not told in a mock exam.
  var isAmended: Bool
  var isStarred: Bool
  /// What was noted on it; nil in a mock exam.
  var note: String?
}

extension Practise {
  /// Reads the next question while the learner is still at the feedback, so that going on waits for the
  /// disk alone. What was read holds until the next commit, and only for the question that comes then.
  package func readAhead() {
    ahead = nil
    guard session.state.finished == nil else { return }
    // What fails here fails again, and is told, when the question is wanted.
    var session = session
    guard let (ref, _) = try? Self.nextRef(&session, data: data, stay: false),
      let stored = try? data.questions.question(ref.question, version: ref.version),
      let past = try? past(of: ref), let sources = try? sources(of: stored)
    else { return }
    ahead = QuestionAhead(stored: stored, past: past, sources: sources)
  }

  /// What a question cites. The words of the law lead to the key, so a mock exam has them at its end.
  func sources(of stored: StoredQuestion) throws -> [CitedSource] {
    mode.rules.tellsAtOnce ? try data.sources(of: stored) : []
  }

  /// What the learner had to do with a question before.
  func past(of ref: QuestionRef) throws -> QuestionPast {
    let memory = try data.memories.memory(of: author.learner.id, question: ref.question)
    return QuestionPast(
      missed: memory.answered - memory.right,
      isAmended: mode.rules.tellsAtOnce && memory.isDue,
      isStarred: try data.practice.isStarred(ref.question, by: author.learner.id),
      note: mode.rules.tellsAtOnce
        ? try data.notes.note(of: author.learner.id, question: ref.question) : nil)
  }
}
