import Learning
import Questions
import Storage

/// A right answer that the learner may rate.
struct RateableAnswer {
  var ref: QuestionRef
  /// The step of the answer.
  var sequence: Int
  var answer: AnswerRecord
  /// The memory before the answer, and after it as it was committed.
  var before: QuestionMemory
  var after: QuestionMemory

  /// The memory that the answer leads to with a rating.
  func memory(_ rating: Rating, needed: Int) -> QuestionMemory {
    var answer = answer
    answer.rating = rating
    var memory = before.after(answer, needed: needed)
    memory.isDue = after.isDue
    return memory
  }

  /// In how many days each rating brings the question back.
  func intervals(needed: Int) -> [Rating: Int] {
    Rating.allCases.reduce(into: [:]) { intervals, rating in
      guard let review = memory(rating, needed: needed).review else { return }
      intervals[rating] = review.dueDay - review.lastDay
    }
  }
}

/// A rating on its way to the disk.
struct PendingRating {
  var moment: Moment
  var fact: StepFact
  var change: PracticeStore.MemoryChange
}

/// Saying how well an answer was recalled.
extension Practise {
  /// Keeps how well the last answer was recalled and goes on to the next question, in one commit.
  /// `good` is what a right answer counts as anyhow and makes no step.
  package func rate(_ rating: Rating) throws -> PracticeTurn {
    guard let told = rateable, rating != .good else { return try turn(stay: false) }
    let needed = author.learner.notebookStreak
    var isOvertaken = false
    let change = PracticeStore.MemoryChange(told.ref, isAnswer: false) { stored in
      // Another terminal may have gone on with the question since.
      guard stored == told.after else {
        isOvertaken = true
        return stored
      }
      return told.memory(rating, needed: needed)
    }
    pendingRating = PendingRating(
      moment: data.environment.clock.now(),
      fact: .rating(told.ref, sequence: told.sequence, rating), change: change)
    defer { pendingRating = nil }
    let turn = try turn(stay: false)
    // Where no question came, nothing was committed yet.
    if pendingRating != nil { try commit([]) }
    if isOvertaken {
      let memory = try foldedMemory(of: told.ref.question)
      var consequences = PracticeStore.Consequences()
      consequences.memories = [
        PracticeStore.MemoryChange(told.ref, isAnswer: false) { _ in memory }
      ]
      try commit([], consequences: consequences)
    }
    return turn
  }

  /// The memory of a question, told from the steps, and one more that is not committed yet.
  func foldedMemory(of question: Int64, adding fact: StepFact? = nil) throws -> QuestionMemory {
    var history = try data.memories.history(
      of: author.learner.id, question: question, days: days)
    if let fact {
      history.take(
        Step(
          sequence: session.state.sequence + 1, moment: data.environment.clock.now(), fact: fact),
        of: attempt)
    }
    return try history.memory(
      of: question, needed: author.learner.notebookStreak,
      isOutdated: { try data.memories.isOutdated($0) })
  }
}
