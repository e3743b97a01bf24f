import Text

extension NearPair.Kind: Worded {
  package var wording: Wording {
    switch self {
    case .duplicate: Wording(zh: "几乎相同", en: "nearly the same")
    case .differs(.number): Wording(zh: "数字不同", en: "a number differs")
    case .differs(.term): Wording(zh: "用词不同", en: "a word differs")
    case .differs(.negation): Wording(zh: "一肯定一否定", en: "one is negated")
    }
  }
}
