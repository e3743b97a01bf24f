/// How a response stands against a key. A function of the two, never stored instead of them.
package struct Grade: Hashable, Sendable {
  /// The verdict in a word, with the number that is stored.
  package enum Verdict: Int, Hashable, Sendable {
    case blank = 0
    case wrong = 1
    /// Right as far as it goes.
    case partial = 2
    case right = 3
  }

  package let verdict: Verdict
  /// How many options, blanks or points are right.
  package let hits: Int
  /// How many there are to get right.
  package let total: Int
  /// The parts hit, by position in the key: blanks and points.
  package let hitParts: Set<Int>

  package init(verdict: Verdict, hits: Int, total: Int, hitParts: Set<Int> = []) {
    self.verdict = verdict
    self.hits = hits
    self.total = total
    self.hitParts = hitParts
  }
}
