/// What FSRS knows of one learner and one question after a review.
package struct MemoryState: Hashable, Sendable {
  /// Days until the chance of recall falls to nine in ten; at least 0.001.
  package var stability: Double
  /// How hard the question is for this learner, from 1 to 10.
  package var difficulty: Double

  package init(stability: Double, difficulty: Double) {
    self.stability = stability
    self.difficulty = difficulty
  }
}
