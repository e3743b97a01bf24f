/// The divisions of a statute above its articles, the outermost first: 编, 分编, 章, 节.
package enum StatuteDivision: Int, Hashable, Comparable, Sendable, CaseIterable {
  case part
  case subpart
  case chapter
  case section

  /// The sign that follows the number: 第一分编.
  package var sign: String {
    switch self {
    case .part: "编"
    case .subpart: "分编"
    case .chapter: "章"
    case .section: "节"
    }
  }

  /// The word that stands before the number in English.
  var english: String {
    switch self {
    case .part: "Part"
    case .subpart: "Subpart"
    case .chapter: "Chapter"
    case .section: "Section"
    }
  }

  /// A stable name, for files: `part`, `subpart`, `chapter`, `section`.
  package var code: String { "\(self)" }

  package static func < (left: StatuteDivision, right: StatuteDivision) -> Bool {
    left.rawValue < right.rawValue
  }
}
