import Text

/// The name of a statute. Two spellings of one statute are equal:
/// 《中华人民共和国民法典》 = 《民法典》 = 民法典.
package struct StatuteTitle: Hashable, Sendable {
  /// The short name, without brackets and without 中华人民共和国.
  package let short: String

  package init(_ text: some StringProtocol) {
    var name = PlainLine.trimmed(Substring(text))
    if name.first == "《", name.last == "》" { name = PlainLine.trimmed(name.dropFirst().dropLast()) }
    if name.hasPrefix("中华人民共和国"), name.count > 7 { name = name.dropFirst(7) }
    short = String(name)
  }

  /// The name as it stands in Chinese running text: 《民法典》. An English title has no brackets.
  package var quoted: String {
    short.utf8.allSatisfy { $0 < 0x80 } ? short : "《\(short)》"
  }

  /// Those of some titles that this one may mean: itself, else all that contain it.
  package func candidates(among titles: [StatuteTitle]) -> [StatuteTitle] {
    if titles.contains(self) { return [self] }
    var seen: Set<StatuteTitle> = []
    return titles.filter { $0.short.contains(short) && seen.insert($0).inserted }
  }
}
