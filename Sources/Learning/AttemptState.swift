import People
import Questions

/// Where an attempt stands: its steps, read from the first to the last.
package struct AttemptState: Hashable, Sendable {
  /// A question that came before the learner.
  package struct Entry: Hashable, Sendable {
    package var ref: QuestionRef
    /// Its item in the plan.
    package var index: Int
    package var optionOrder: [OptionID]
    package var started: Moment
    /// The answer that stands; nil while there is none.
    package var answer: StandingAnswer?
    package var isMarked: Bool
    package var isSkipped: Bool
  }

  /// An answer that was given and not undone.
  package struct StandingAnswer: Hashable, Sendable {
    package var sequence: Int
    package var response: Response
    package var grade: Grade
    package var moment: Moment
    /// Whose hand typed, where it was not the learner's.
    package var assistedBy: AssistantID?
    /// What the learner said of it afterwards.
    package var rating: Rating?
  }

  /// The last sequence number used; the next step has the one after it.
  package private(set) var sequence = 0
  /// In the order in which they first came.
  package private(set) var entries: [Entry] = []
  /// The position in `entries` of the question before the learner.
  package private(set) var current: Int?
  /// Whether the learner came back to that question and gave no answer since.
  package private(set) var isRevisited = false
  package private(set) var finished: FinishReason?
  /// Sequence numbers of answers that stand, oldest first.
  package private(set) var answered: [(position: Int, sequence: Int)] = []
  private var positions: [Int64: Int] = [:]

  package init() {}

  package init(_ steps: some Sequence<Step>) {
    for step in steps { apply(step) }
  }

  /// The place in `entries` of a question, by its number in the store; nil where it never came.
  package func position(of question: Int64) -> Int? { positions[question] }

  /// Takes in the next step. Steps come in the order of their sequence numbers; one about a
  /// question that never came changes nothing but the number.
  package mutating func apply(_ step: Step) {
    sequence = step.sequence
    switch step.fact {
    case .start(let ref, let index, let order):
      positions[ref.question] = entries.count
      current = entries.count
      isRevisited = false
      entries.append(
        Entry(
          ref: ref, index: index, optionOrder: order, started: step.moment, answer: nil,
          isMarked: false, isSkipped: false))
    case .answer(let ref, let response, let grade):
      guard let position = positions[ref.question] else { return }
      if entries[position].answer != nil { answered.removeAll { $0.position == position } }
      entries[position].answer = StandingAnswer(
        sequence: step.sequence, response: response, grade: grade, moment: step.moment,
        assistedBy: step.assistedBy)
      entries[position].isSkipped = false
      if response == .blank {
        entries[position].answer = nil
      } else {
        answered.append((position, step.sequence))
      }
      current = position
      isRevisited = false
    case .skip(let ref):
      guard let position = positions[ref.question] else { return }
      if entries[position].answer == nil { entries[position].isSkipped = true }
    case .move(let ref):
      guard let position = positions[ref.question] else { return }
      current = position
      isRevisited = true
    case .mark(let ref, let isMarked):
      guard let position = positions[ref.question] else { return }
      entries[position].isMarked = isMarked
    case .rating(let ref, let sequence, let rating):
      guard let position = positions[ref.question],
        entries[position].answer?.sequence == sequence
      else { return }
      entries[position].answer?.rating = rating
    case .undo(let ref, let sequence):
      guard let position = positions[ref.question],
        entries[position].answer?.sequence == sequence
      else { return }
      entries[position].answer = nil
      answered.removeAll { $0.sequence == sequence }
      current = position
    case .pause, .resume: break
    case .finish(let reason): finished = reason
    }
  }

  package static func == (left: AttemptState, right: AttemptState) -> Bool {
    left.sequence == right.sequence && left.entries == right.entries
      && left.current == right.current && left.isRevisited == right.isRevisited
      && left.finished == right.finished
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(sequence)
    hasher.combine(entries)
  }
}
