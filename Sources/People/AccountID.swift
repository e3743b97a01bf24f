/// An account's opaque number. What is on record knows accounts by this number only.
package struct AccountID: Hashable, Comparable, Sendable {
  package let number: Int64

  package init(_ number: Int64) { self.number = number }

  package static func < (left: AccountID, right: AccountID) -> Bool { left.number < right.number }
}
