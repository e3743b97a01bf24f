/// The opaque number of a person who types for learners. Their name stands in a table of its own.
package struct AssistantID: Hashable, Sendable {
  package let number: Int64

  package init(_ number: Int64) { self.number = number }
}
