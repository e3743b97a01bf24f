import Text

/// The state of a version of a question. `StateChange` alone leads from one to another.
package enum QuestionState: Int, CaseIterable, Sendable {
  /// Still being written.
  case draft = 0
  /// May be practised, and alone may enter a formal paper.
  case ready = 1
  /// No longer asked; kept, since records point to it.
  case retired = 2
  /// Waits for somebody to approve it.
  case inReview = 3
  /// In doubt, after an amendment or an objection: still practised and marked so, in no formal paper.
  case flagged = 4

  /// Whether practice may ask it.
  package var isPractised: Bool { self == .ready || self == .flagged }
}

extension QuestionState: Worded {
  package var wording: Wording {
    switch self {
    case .draft: Wording(zh: "草稿", en: "Draft")
    case .ready: Wording(zh: "可用", en: "Ready")
    case .retired: Wording(zh: "停用", en: "Retired")
    case .inReview: Wording(zh: "待审", en: "In review")
    case .flagged: Wording(zh: "存疑", en: "Flagged")
    }
  }
}
