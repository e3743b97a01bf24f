/// The identity of an option within its question. It survives reordering and rewording; letters are
/// only what a screen shows.
package struct OptionID: Hashable, Comparable, Sendable {
  package let number: Int

  package init(_ number: Int) { self.number = number }

  package static func < (left: OptionID, right: OptionID) -> Bool { left.number < right.number }
}
