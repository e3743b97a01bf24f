/// The form in which a type is answered: what a screen prints and what a key may be.
package enum AnswerForm: Hashable, Sendable {
  /// Letters of options; one or several.
  case options(severalAllowed: Bool)
  case truth
  case blanks
  case text

  /// Whether digits alone can answer: the options of a screen are counted, 1 is 对 and 2 错.
  package var isAnsweredByDigits: Bool {
    switch self {
    case .options, .truth: true
    case .blanks, .text: false
    }
  }
}
