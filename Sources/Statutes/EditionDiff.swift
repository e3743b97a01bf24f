/// What an amendment did to a statute: two editions, article by article and part by part.
///
/// How articles are paired is said with `TextPairing` and `TextJoining`. Within paired articles the
/// paragraphs and items are paired in the same way. Every article of both editions is in one change.
package struct EditionDiff: Sendable {
  package let old: StatuteText
  package let new: StatuteText
  /// In the order of the new edition; a repealed article behind that which it stood behind.
  package let changes: [ProvisionChange]
  /// Every article of the old edition is in one change.
  private var changeOfOld: [Citation.Provision: Int] = [:]

  /// How like articles have to be, from 0 to 1.
  private static let articles = TextPairing.Floor(inOrder: 0.25, apart: 0.33, alone: 0.15)

  package init(old: StatuteText, new: StatuteText) {
    self.old = old
    self.new = new
    let pairing = TextPairing(
      old: old.articles.map { NormalText.of($0.lines) },
      new: new.articles.map { NormalText.of($0.lines) }, floor: Self.articles)
    let groups = TextJoining(
      pairing, old: { Self.pieces(of: old.articles[$0]) },
      new: { Self.pieces(of: new.articles[$0]) }
    ).groups
    var successors: [ArticleNumber: Set<ArticleNumber>] = [:]
    for group in groups {
      for place in group.old {
        successors[old.articles[place].number, default: []]
          .formUnion(group.new.map { new.articles[$0].number })
      }
    }
    let ordered = Set(
      RisingChain.heaviest(
        groups.map { RisingChain.Link(old: $0.old[0], new: $0.new[0], weight: 1) }
      ).map(\.old))
    let builder = ChangeBuilder { successors[$0]?.contains($1) ?? false }
    let sequence = ReadingOrder.sequence(
      groups, old: old.articles.count, new: new.articles.count)
    var changes = Self.preamble(old.preamble, new.preamble, builder)
    changes += sequence.map { group in
      builder.change(
        old: group.old.map { old.articles[$0] }, new: group.new.map { new.articles[$0] },
        isMoved: group.old.first.map { !ordered.contains($0) } ?? false && !group.new.isEmpty)
    }
    self.changes = changes
    for (place, change) in changes.enumerated() {
      for provision in change.old { changeOfOld[provision] = place }
    }
  }

  /// The paragraphs and items of an article, normal.
  private static func pieces(of article: StatuteArticle) -> [String] {
    ProvisionPart.parts(of: article).map { NormalText.of([$0.text]) }
  }

  private static func preamble(
    _ old: [String], _ new: [String], _ builder: ChangeBuilder
  ) -> [ProvisionChange] {
    guard !old.isEmpty || !new.isEmpty else { return [] }
    return [
      builder.change(
        old: old.isEmpty ? [] : [.preamble], ProvisionPart.parts(ofPreamble: old),
        new: new.isEmpty ? [] : [.preamble], ProvisionPart.parts(ofPreamble: new),
        isSame: NormalText.of(old) == NormalText.of(new), isMoved: false)
    ]
  }

  /// How many changes there are of each kind; all kinds are there.
  package var counts: [ChangeKind: Int] {
    changes.reduce(
      into: Dictionary(uniqueKeysWithValues: ChangeKind.allCases.map { ($0, 0) })
    ) { $0[$1.kind, default: 0] += 1 }
  }

  /// What became of a provision of the old edition; nil where that has none such.
  package func change(of provision: Citation.Provision) -> ProvisionChange? {
    changeOfOld[provision].map { changes[$0] }
  }

  /// The change that meets a citation of the old edition, and how; nil where none does. The title is not
  /// compared.
  package func meeting(_ citation: Citation) -> (change: Int, kind: ChangeKind)? {
    guard let place = changeOfOld[citation.provision],
      let kind = changes[place].kind(at: citation)
    else { return nil }
    return (place, kind)
  }
}
