import Questions

/// An attempt under way: a pure machine that says what comes next and which steps an event makes.
/// It saves nothing; Workflows commits the steps, then applies them here, then shows.
package struct PracticeSession: Sendable {
  package let opening: AttemptOpening
  package private(set) var state: AttemptState
  /// Questions of the current case that have not come yet, in order.
  private var waiting: [QuestionRef] = []
  private var waitingIndex = 0
  /// No item of the plan is left to fetch.
  private var isExhausted = false
  /// Questions that must not come before the learner any more, by number.
  private var withheld: Set<Int64> = []

  /// What is to be done next.
  package enum Next: Hashable, Sendable {
    /// Show the question at this position of the entries.
    case show(Int)
    /// Fetch the item at this index of the plan and hand it to `offer`.
    case fetch(Int)
    /// Start this listed question, which then is shown.
    case start(QuestionRef, index: Int)
    /// Everything was answered.
    case done
  }

  package init(opening: AttemptOpening, state: AttemptState = AttemptState()) {
    self.opening = opening
    self.state = state
  }

  /// Takes in a step that was committed; never one that was not.
  package mutating func apply(_ step: Step) { state.apply(step) }

  /// What comes next after the current question is dealt with.
  ///
  /// - Parameter stay: whether a current question without an answer is shown again: so at the
  ///   beginning and after a wrong input; not after a skip. In a mock exam also an answered one that
  ///   the learner came back to, to answer it anew.
  package func next(stay: Bool) -> Next {
    if stay, let current = state.current,
      !withheld.contains(state.entries[current].ref.question),
      state.entries[current].answer == nil
        || state.isRevisited && !opening.mode.rules.tellsAtOnce
    {
      return .show(current)
    }
    // Who looked back or took an answer back returns to the question that was left open for it.
    if case .listed = opening.plan {
    } else if let last = state.entries.indices.last, last != state.current,
      state.entries[last].answer == nil, !state.entries[last].isSkipped,
      !withheld.contains(state.entries[last].ref.question)
    {
      return .show(last)
    }
    if let ref = waiting.first { return .start(ref, index: waitingIndex) }
    switch opening.plan {
    case .listed(let refs):
      let from = state.current.map { state.entries[$0].index + 1 } ?? 0
      let order = Array(from..<max(from, refs.count)) + Array(0..<min(from, refs.count))
      for index in order where !withheld.contains(refs[index].question) {
        guard let position = state.position(of: refs[index].question) else {
          return .start(refs[index], index: index)
        }
        if state.entries[position].answer == nil, position != state.current {
          return .show(position)
        }
      }
    case .inOrder, .shuffled:
      let last = state.entries.last.map(\.index) ?? -1
      if !isExhausted, last + 1 < opening.plan.count { return .fetch(last + 1) }
      guard opening.mode.rules.asks else { return .done }
      let from = (state.current ?? -1) + 1
      let order = Array(from..<state.entries.count) + Array(0..<max(0, from - 1))
      for position in order
      where state.entries[position].answer == nil
        && !withheld.contains(state.entries[position].ref.question)
      {
        return .show(position)
      }
    }
    // The one question left may be the one that was just skipped.
    if let current = state.current, state.entries[current].answer == nil,
      !withheld.contains(state.entries[current].ref.question)
    {
      return .show(current)
    }
    return .done
  }

  /// The number, from 1, of the question that comes before the learner on going on; after the last where
  /// everything was answered.
  package var nextNumber: Int {
    let isListed = if case .listed = opening.plan { true } else { false }
    return switch next(stay: true) {
    case .show(let position): isListed ? state.entries[position].index + 1 : position + 1
    case .start(_, let index): isListed ? index + 1 : state.entries.count + 1
    case .fetch: state.entries.count + 1
    case .done: isListed ? opening.plan.count : state.entries.count
    }
  }

  /// Takes the questions of a fetched item. Those that came before in this attempt are left out: a
  /// bank may have been loaded anew meanwhile.
  ///
  /// - Returns: the first to start; nil where none is left of the item.
  package mutating func offer(_ refs: [QuestionRef], at index: Int) -> QuestionRef? {
    waitingIndex = index
    waiting = refs.filter {
      state.position(of: $0.question) == nil && !withheld.contains($0.question)
    }
    return waiting.first
  }

  /// Called when none of the plan's further items has a question left.
  package mutating func exhaust() { isExhausted = true }

  /// Passes a question over from now on, whether it came before or not: it waits for an exam.
  package mutating func withhold(_ question: Int64) {
    withheld.insert(question)
    waiting.removeAll { $0.question == question }
  }

  /// Called when a question was started, so that it no longer waits.
  package mutating func started(_ ref: QuestionRef) {
    waiting.removeAll { $0.question == ref.question }
  }

  /// The position before the current one, where a learner may look back to.
  package func previous() -> Int? {
    guard let current = state.current else { return nil }
    if case .listed = opening.plan {
      let index = state.entries[current].index
      return state.entries.indices
        .filter { state.entries[$0].index < index && isShown(at: $0) }
        .max { state.entries[$0].index < state.entries[$1].index }
    }
    return state.entries.indices.prefix(current).last { isShown(at: $0) }
  }

  private func isShown(at position: Int) -> Bool {
    !withheld.contains(state.entries[position].ref.question)
  }

  /// The last answer that stands, which undo would take back. A mock exam has no undo: answers
  /// there are changed, not undone.
  package func undoable() -> (ref: QuestionRef, sequence: Int)? {
    guard opening.mode.rules.tellsAtOnce, let last = state.answered.last else { return nil }
    return (state.entries[last.position].ref, last.sequence)
  }

  /// How many questions have a standing answer.
  package var answeredCount: Int { state.answered.count }
}
