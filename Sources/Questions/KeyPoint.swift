/// One point 要点 that a short answer must make.
package struct KeyPoint: Hashable, Sendable {
  /// The point as it is shown to the learner.
  package var wording: String
  /// The forms that count as having made it: each is a list of words that must all be there.
  /// Empty: the wording itself must be found.
  package var forms: [[String]]

  package init(wording: String, forms: [[String]] = []) {
    self.wording = wording
    self.forms = forms
  }
}
