/// What became of an article, or of the preamble, with all its parts.
package struct ProvisionChange: Hashable, Sendable {
  /// What became of a part. One of both sides is nil where the part is new or repealed.
  package struct Part: Hashable, Sendable {
    package let kind: ChangeKind
    package let old: ProvisionPart?
    package let new: ProvisionPart?
    /// The texts of both, without the numbers that items begin with.
    package let marks: MarkedText
  }

  package let kind: ChangeKind
  /// In the old edition: none for what is new, several for what was merged.
  package let old: [Citation.Provision]
  /// In the new edition: none for what was repealed, several for what was split.
  package let new: [Citation.Provision]
  /// Whether it left the order of the others.
  package let isMoved: Bool
  /// In the order of the new text; repealed ones behind what they stood behind.
  package let parts: [Part]

  /// Whether its number is another one.
  package var isRenumbered: Bool { !old.isEmpty && !new.isEmpty && old != new }
}

extension ProvisionChange {
  /// How the change meets what a citation of the old edition names; nil where it does not. The title is
  /// not compared.
  ///
  /// A citation of a whole article meets every change of it. One of a paragraph meets what changed in
  /// the paragraph and its items, and what was put into it. One of an item meets what changed in the
  /// item or in the words that introduce the items. Where the words of the place stayed, but its number
  /// or that of its article did not, it is met as renumbered or moved. Where the lines do not tell
  /// paragraphs, a citation of one meets every change of the article.
  package func kind(at citation: Citation) -> ChangeKind? {
    guard old.contains(citation.provision), kind != .same else { return nil }
    guard kind != .repealed, citation.paragraph != nil || citation.item != nil else { return kind }
    let paragraph = citation.paragraph ?? 1
    let cited = parts.filter { part in
      guard let old = part.old, old.provision == citation.provision, old.paragraph == paragraph
      else { return false }
      return citation.item == nil || old.item == nil || old.item == citation.item
    }
    guard cited.contains(where: { $0.old?.item == citation.item }) else { return kind }
    var worst = cited.map(\.kind).max() ?? .same
    if citation.item == nil {
      let places = Set(cited.compactMap { $0.new.map(Place.init) })
      let hasMore = parts.contains { part in
        part.old == nil && part.new?.item != nil
          && part.new.map { places.contains(Place($0)) } ?? false
      }
      if hasMore { worst = max(worst, .changed) }
    }
    if worst == .same {
      let provisions = Set(cited.compactMap { $0.new?.provision })
      guard provisions != [citation.provision] else { return nil }
      worst = isMoved ? .moved : .renumbered
    }
    return worst
  }

  /// A paragraph of the new text.
  private struct Place: Hashable {
    let provision: Citation.Provision
    let paragraph: Int?

    init(_ part: ProvisionPart) {
      provision = part.provision
      paragraph = part.paragraph
    }
  }
}
