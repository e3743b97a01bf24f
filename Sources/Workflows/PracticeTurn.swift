/// Where a run of practice stands after something was done.
package enum PracticeTurn: Sendable {
  case question(PracticeCard)
  /// All questions have an answer; nothing is over yet.
  case allAnswered
  case ended(PracticeEnd)
}
