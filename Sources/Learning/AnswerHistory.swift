import Questions

/// The answers of one learner that stand, told from the steps of all attempts in the order in which
/// they were made. Folding them gives every memory anew, so what is stored can be proved.
package struct AnswerHistory {
  /// An answer with its place among the steps.
  package struct Entry: Hashable, Sendable {
    package var attempt: AttemptID
    /// The step of the answer; that of the end for what came with the end of a mock exam.
    package var sequence: Int
    package var ref: QuestionRef
    package var record: AnswerRecord
  }

  private let days: DayRule
  private var entries: [Int64: [Entry]] = [:]
  /// The answers of mock exams that have not ended.
  private var open: [AttemptID: [Int64: Grade.Verdict]] = [:]

  package init(days: DayRule) { self.days = days }

  /// Takes the next step of a practice attempt.
  package mutating func take(_ step: Step, of attempt: AttemptID) {
    switch step.fact {
    case .answer(let ref, _, let grade):
      guard grade.verdict != .blank else { return }
      entries[ref.question, default: []].append(
        Entry(
          attempt: attempt, sequence: step.sequence, ref: ref,
          record: AnswerRecord(verdict: grade.verdict, day: days.day(of: step.moment.utc))))
    case .undo(let ref, let sequence):
      entries[ref.question]?.removeAll { $0.attempt == attempt && $0.sequence == sequence }
    case .rating(let ref, let sequence, let rating):
      guard
        let index = entries[ref.question]?.lastIndex(where: {
          $0.attempt == attempt && $0.sequence == sequence
        })
      else { return }
      entries[ref.question]?[index].record.rating = rating
    default: break
    }
  }

  /// Takes the next step of a mock exam, whose answers count when it ends.
  ///
  /// - Parameter paper: its questions.
  package mutating func take(_ step: Step, of attempt: AttemptID, paper: [QuestionRef]) {
    switch step.fact {
    case .answer(let ref, _, let grade):
      open[attempt, default: [:]][ref.question] = grade.verdict
    case .finish(let reason):
      let answers = open.removeValue(forKey: attempt) ?? [:]
      guard reason != .abandoned else { return }
      let day = days.day(of: step.moment.utc)
      for ref in paper {
        entries[ref.question, default: []].append(
          Entry(
            attempt: attempt, sequence: step.sequence, ref: ref,
            record: AnswerRecord(
              verdict: answers[ref.question] ?? .blank, day: day, inExam: true)))
      }
    default: break
    }
  }

  /// The questions with an answer, by number.
  package var questions: [Int64] { entries.filter { !$0.value.isEmpty }.keys.sorted() }

  /// The standing answers to a question, oldest first.
  package func entries(of question: Int64) -> [Entry] { entries[question] ?? [] }

  /// The memory of a question.
  ///
  /// - Parameters:
  ///   - needed: right answers in a row that take a question out of the notebook.
  ///   - isOutdated: whether the key was changed since this version.
  package func memory(
    of question: Int64, needed: Int, isOutdated: (QuestionRef) throws -> Bool
  ) rethrows -> QuestionMemory {
    let standing = entries(of: question)
    var memory = standing.reduce(QuestionMemory()) { $0.after($1.record, needed: needed) }
    memory.isDue =
      try standing.last { $0.record.verdict != .blank }.map { try isOutdated($0.ref) } ?? false
    return memory
  }
}
