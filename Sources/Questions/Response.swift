/// What a learner answered. Blank is an answer of its own: it is not wrong.
package enum Response: Hashable, Sendable {
  case blank
  case options(Set<OptionID>)
  case truth(Bool)
  /// One text a blank, as typed; an empty text leaves that blank open.
  case blanks([String])
  /// A short answer as typed.
  case text(String)
}
