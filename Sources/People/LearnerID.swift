/// A person's opaque number. Steps and figures know people by this number only; names stand apart.
package struct LearnerID: Hashable, Comparable, Sendable {
  package let number: Int64

  package init(_ number: Int64) { self.number = number }

  package static func < (left: LearnerID, right: LearnerID) -> Bool { left.number < right.number }
}
