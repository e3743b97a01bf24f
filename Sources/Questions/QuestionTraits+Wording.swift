import Text

extension Difficulty: Worded {
  package var wording: Wording {
    switch self {
    case .veryEasy: Wording(zh: "易", en: "very easy")
    case .easy: Wording(zh: "较易", en: "easy")
    case .medium: Wording(zh: "中", en: "medium")
    case .hard: Wording(zh: "较难", en: "hard")
    case .veryHard: Wording(zh: "难", en: "very hard")
    }
  }
}

extension CognitiveLevel: Worded {
  package var wording: Wording {
    switch self {
    case .remember: Wording(zh: "识记", en: "Remember")
    case .understand: Wording(zh: "理解", en: "Understand")
    case .apply: Wording(zh: "应用", en: "Apply")
    }
  }
}

extension OptionOrder: Worded {
  package var wording: Wording {
    switch self {
    case .free: Wording(zh: "可打乱", en: "Free")
    case .anchored: Wording(zh: "末项固定", en: "Anchored")
    case .fixed: Wording(zh: "固定", en: "Fixed")
    }
  }
}

extension QuestionUse: Worded {
  package var wording: Wording {
    switch self {
    case .both: Wording(zh: "通用", en: "Both")
    case .practice: Wording(zh: "练习", en: "Practice")
    case .exam: Wording(zh: "考试", en: "Exam")
    }
  }
}
