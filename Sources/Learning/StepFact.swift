import Questions

/// What happened at one step of an attempt. Attempts are nothing but their steps: resuming, undoing
/// and checking a score are reading.
package enum StepFact: Hashable, Sendable {
  /// A question came before the learner, with its options in this order. `index` is its item in the
  /// plan.
  case start(QuestionRef, index: Int, optionOrder: [OptionID])
  /// The learner answered. The verdict is the one that was told, under the key of that version.
  case answer(QuestionRef, Response, Grade)
  /// The learner put the question off.
  case skip(QuestionRef)
  /// The learner went back or on to a question.
  case move(QuestionRef)
  /// The learner marked a question to look at again, or took the mark off.
  case mark(QuestionRef, Bool)
  /// The learner said how well the answer given at this sequence number was recalled.
  case rating(QuestionRef, sequence: Int, Rating)
  /// The answer given at this sequence number no longer stands.
  case undo(QuestionRef, sequence: Int)
  /// The learner left; the attempt stays open.
  case pause
  /// The learner came back.
  case resume
  /// The attempt is over.
  case finish(FinishReason)

  /// The question and version that the step speaks of; nil where it is about the attempt.
  package var question: QuestionRef? {
    switch self {
    case .start(let ref, _, _), .answer(let ref, _, _), .skip(let ref), .move(let ref),
      .mark(let ref, _), .rating(let ref, _, _), .undo(let ref, _):
      ref
    case .pause, .resume, .finish: nil
    }
  }
}
