import Text

extension Rating: Worded {
  package var wording: Wording {
    switch self {
    case .again: Wording(zh: "重来", en: "again")
    case .hard: Wording(zh: "困难", en: "hard")
    case .good: Wording(zh: "良好", en: "good")
    case .easy: Wording(zh: "简单", en: "easy")
    }
  }
}
