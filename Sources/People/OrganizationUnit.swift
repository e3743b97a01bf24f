import Text

/// A unit 单位: a county, a town or a village, a row of a tree.
package struct OrganizationUnit: Hashable, Sendable {
  /// How high a unit stands in the tree, the highest first. The raw values are stored.
  package enum Level: String, CaseIterable, Sendable {
    case county, town, village
  }

  package let id: Int64
  /// Unique and stable; made from the path of names where none is given.
  package var code: String
  package var name: String
  /// The `id` of the unit above; nil for a county.
  package var parent: Int64?
  package var level: Level

  package init(id: Int64, code: String, name: String, parent: Int64?, level: Level) {
    self.id = id
    self.code = code
    self.name = name
    self.parent = parent
    self.level = level
  }

  /// The names of a path such as 某县/某镇/某村, outermost first; nil where a name is empty or the
  /// path is deeper than the tree.
  package static func path(_ text: String) -> [String]? {
    let names = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "／" }
      .map { String(PlainLine.trimmed($0)) }
    guard (1...Level.allCases.count).contains(names.count), names.allSatisfy({ !$0.isEmpty })
    else { return nil }
    return names
  }
}
