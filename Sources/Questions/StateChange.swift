/// What leads a version of a question from one state to another. Who did it, when and why is kept with
/// each change.
package enum StateChange: Hashable, Sendable {
  /// A bank file brings it: with the state that the file names, and whether the checks found an error.
  case loaded(QuestionState, hasError: Bool)
  /// Its author holds it to be done.
  case submitted
  /// Somebody holds it to be right.
  case approved
  /// An amendment or an objection puts it in doubt.
  case flagged
  /// The doubt is gone: the key stands.
  case settled
  /// It is not to be asked any more.
  case retired
  /// It is to be written anew.
  case revived

  /// The state that follows; nil where the change is not possible there.
  ///
  /// A file that says "ready" again does not end a doubt or a review, which only a person can; one that
  /// says anything else is followed.
  ///
  /// - Parameter state: nil for a version that is new.
  package func state(after state: QuestionState?) -> QuestionState? {
    switch (self, state) {
    case (.loaded(.ready, let hasError), nil), (.loaded(.ready, let hasError), .draft),
      (.loaded(.ready, let hasError), .retired):
      hasError ? .inReview : .ready
    case (.loaded(.ready, hasError: true), .ready): .inReview
    case (.loaded(.ready, _), let state?): state
    case (.loaded(let named, _), _): named
    case (.submitted, .draft): .inReview
    case (.approved, .draft), (.approved, .inReview): .ready
    case (.flagged, .ready), (.flagged, .flagged): .flagged
    case (.settled, .flagged): .ready
    case (.retired, let state?) where state != .retired: .retired
    case (.revived, .retired): .draft
    default: nil
    }
  }

  /// The stored name.
  package var id: String {
    switch self {
    case .loaded: "loaded"
    case .submitted: "submitted"
    case .approved: "approved"
    case .flagged: "flagged"
    case .settled: "settled"
    case .retired: "retired"
    case .revived: "revived"
    }
  }
}
