import Questions

/// Which of its questions a bank puts before a learner in a mode.
package enum QuestionScope: Hashable, Sendable {
  case all
  /// What a digit answers: choices and true/false that stand alone. A case has a passage to be read
  /// through and to be remembered.
  case byDigits

  /// The types within the scope; nil where every type is.
  package var kinds: [QuestionKind]? {
    switch self {
    case .all: nil
    case .byDigits: QuestionKind.all.filter { $0.type.form.isAnsweredByDigits }
    }
  }
}
