import Text

/// A field of a question.
package enum BankField: Int, CaseIterable, Sendable {
  case answer, explanation, basis, difficulty, level, tags, use, state, order, scoring, code,
    waivers

  /// Whether its text may go on over several lines.
  var takesLines: Bool {
    switch self {
    case .answer, .explanation, .basis, .tags, .waivers: true
    default: false
    }
  }
}

extension BankField: Worded {
  /// The label under which it is written.
  package var wording: Wording {
    switch self {
    case .answer: Wording(zh: "答案", en: "Answer")
    case .explanation: Wording(zh: "解析", en: "Explanation")
    case .basis: Wording(zh: "依据", en: "Basis")
    case .difficulty: Wording(zh: "难度", en: "Difficulty")
    case .level: Wording(zh: "层次", en: "Level")
    case .tags: Wording(zh: "标签", en: "Tags")
    case .use: Wording(zh: "用途", en: "Use")
    case .state: Wording(zh: "状态", en: "State")
    case .order: Wording(zh: "选项顺序", en: "Order")
    case .scoring: Wording(zh: "计分", en: "Scoring")
    case .code: Wording(zh: "编号", en: "Code")
    case .waivers: Wording(zh: "免查", en: "Waive")
    }
  }
}

/// A field of the front matter.
package enum HeaderField: Int, CaseIterable, Sendable {
  case bank, title, language, version, statute, checked
}

extension HeaderField: Worded {
  /// The label under which it is written.
  package var wording: Wording {
    switch self {
    case .bank: Wording(zh: "题库", en: "Bank")
    case .title: Wording(zh: "名称", en: "Title")
    case .language: Wording(zh: "语言", en: "Language")
    case .version: Wording(zh: "版本", en: "Version")
    case .statute: Wording(zh: "法律", en: "Statute")
    case .checked: Wording(zh: "核对", en: "Checked")
    }
  }
}
