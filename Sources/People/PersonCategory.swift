import Text

/// What kind of person a learner is, as reports tell them apart.
package enum PersonCategory: String, CaseIterable, Sendable {
  case staff
  case liaison
  case leader
  case gridWorker = "grid-worker"
  case mediator
  case other
}

extension PersonCategory: Worded {
  package var wording: Wording {
    switch self {
    case .staff: Wording(zh: "在编人员", en: "Staff")
    case .liaison: Wording(zh: "法律明白人", en: "Law-understanding person")
    case .leader: Wording(zh: "法治带头人", en: "Rule-of-law leader")
    case .gridWorker: Wording(zh: "网格员", en: "Grid worker")
    case .mediator: Wording(zh: "人民调解员", en: "People's mediator")
    case .other: Wording(zh: "其他", en: "Other")
    }
  }
}

extension PersonCategory {
  /// The category that a typed word means: its code, its name in either language, or a part of two
  /// characters or more that stands in one name alone (在编, 明白人, grid).
  package static func meant(by word: String) -> PersonCategory? {
    let word = word.lowercased()
    func names(_ category: PersonCategory) -> [String] {
      [category.rawValue, category.wording.zh, category.wording.en.lowercased()]
    }
    let meant =
      allCases.filter { names($0).contains(word) }.first.map { [$0] }
      ?? allCases.filter { category in
        word.count > 1 && names(category).contains { $0.contains(word) }
      }
    return meant.count == 1 ? meant[0] : nil
  }
}
