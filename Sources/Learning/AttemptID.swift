/// The number of an attempt in the store.
package struct AttemptID: Hashable, Comparable, Sendable {
  package let number: Int64

  package init(_ number: Int64) { self.number = number }

  package static func < (left: AttemptID, right: AttemptID) -> Bool { left.number < right.number }
}
