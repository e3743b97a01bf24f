/// How a response stands against a key. A function of the two, never stored instead of them.
package struct Grade: Hashable, Sendable {
  /// The outcome in one word. The numbers are stored with steps and must stay as they are.
  package enum Verdict: Int, Hashable, Sendable {
    /// Nothing was answered: neither right nor wrong, and never deducted for.
    case blank = 0
    case wrong = 1
    /// Right as far as it goes: some of the right options and no wrong one, or some of the parts.
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
