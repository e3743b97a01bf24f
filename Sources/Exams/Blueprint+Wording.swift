import Questions
import Text

extension Blueprint.Share.Trait {
  /// The value of the trait as people write it, in no language of its own.
  package var text: String {
    switch self {
    case .statute(let text), .chapter(let text), .topic(let text), .bank(let text): text
    case .level(let level): String(describing: level)
    case .difficulty(let range):
      range.count == 1 ? String(range.lowerBound) : "\(range.lowerBound)-\(range.upperBound)"
    }
  }

  /// The field that a blueprint names it by.
  package var field: BlueprintField {
    switch self {
    case .statute: .statute
    case .chapter: .chapter
    case .level: .level
    case .difficulty: .authorDifficulty
    case .topic: .topic
    case .bank: .bank
    }
  }
}

extension Blueprint.Share.Trait: Worded {
  package var wording: Wording {
    let name = field.wording
    if case .level(let level) = self {
      return Wording(
        zh: "\(name.zh)“\(level.wording.zh)”", en: "\(name.en) '\(level.wording.en)'")
    }
    return Wording(zh: "\(name.zh)“\(text)”", en: "\(name.en) '\(text)'")
  }
}
