/// The form in which a type is answered: what a screen prints and what a key may be.
package enum AnswerForm: Hashable, Sendable {
  /// Letters of options; one or several.
  case options(severalAllowed: Bool)
  case truth
  case blanks
  case text
}
