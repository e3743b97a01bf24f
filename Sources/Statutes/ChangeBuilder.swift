/// Tells what became of a provision from what became of its parts.
struct ChangeBuilder {
  /// Whether an article of the new edition is what became of one of the old edition.
  let follows: (ArticleNumber, ArticleNumber) -> Bool

  /// How like paragraphs and items of paired articles have to be, from 0 to 1.
  private static let floor = TextPairing.Floor(inOrder: 0.3, apart: 0.55, alone: 0.15)

  init(follows: @escaping (ArticleNumber, ArticleNumber) -> Bool) { self.follows = follows }

  /// What became of articles that belong together.
  func change(old: [StatuteArticle], new: [StatuteArticle], isMoved: Bool) -> ProvisionChange {
    change(
      old: old.map { .article($0.number) }, old.flatMap(ProvisionPart.parts),
      new: new.map { .article($0.number) }, new.flatMap(ProvisionPart.parts),
      isSame: old.count == 1 && new.count == 1
        && NormalText.of(old[0].lines) == NormalText.of(new[0].lines), isMoved: isMoved)
  }

  /// - Parameter isSame: whether the words are the same.
  func change(
    old: [Citation.Provision], _ oldParts: [ProvisionPart],
    new: [Citation.Provision], _ newParts: [ProvisionPart], isSame: Bool, isMoved: Bool
  ) -> ProvisionChange {
    let parts =
      isSame && oldParts.count == newParts.count
      ? zip(oldParts, newParts).map { part($0, $1, isMoved: false) } : paired(oldParts, newParts)
    let kind: ChangeKind
    switch (old.count, new.count) {
    case (0, _): kind = .new
    case (_, 0): kind = .repealed
    case (1, 1):
      if isSame {
        kind = isMoved ? .moved : old == new ? .same : .renumbered
      } else {
        kind = parts.allSatisfy { $0.kind == .same || $0.kind == .reworded } ? .reworded : .changed
      }
    case (1, _): kind = .split
    default: kind = .merged
    }
    return ProvisionChange(kind: kind, old: old, new: new, isMoved: isMoved, parts: parts)
  }

  private func paired(_ old: [ProvisionPart], _ new: [ProvisionPart]) -> [ProvisionChange.Part] {
    guard !old.isEmpty, !new.isEmpty else {
      return old.map { part($0, nil, isMoved: false) } + new.map { part(nil, $0, isMoved: false) }
    }
    // Articles of one part each belong together, however little they have in common.
    let isPlain = old.count == 1 && new.count == 1
    let pairs: [TextPairing.Pair] =
      isPlain
      ? [TextPairing.Pair(old: 0, new: 0, likeness: 0)]
      : TextPairing(
        old: old.map { NormalText.of([$0.text]) }, new: new.map { NormalText.of([$0.text]) },
        floor: Self.floor
      ).pairs
    let ordered = Set(
      RisingChain.heaviest(
        pairs.map { RisingChain.Link(old: $0.old, new: $0.new, weight: 1) }
      ).map(\.old))
    return ReadingOrder.sequence(
      pairs.map { TextJoining.Group(old: [$0.old], new: [$0.new]) }, old: old.count, new: new.count
    ).map { group in
      part(
        group.old.first.map { old[$0] }, group.new.first.map { new[$0] },
        isMoved: group.old.first.map { !ordered.contains($0) } ?? false)
    }
  }

  private func part(
    _ old: ProvisionPart?, _ new: ProvisionPart?, isMoved: Bool
  ) -> ProvisionChange.Part {
    let difference = TextDifference(old?.text ?? "", new?.text ?? "")
    return ProvisionChange.Part(
      kind: kind(old, new, difference, isMoved: isMoved), old: old, new: new,
      marks: difference.marks)
  }

  private func kind(
    _ old: ProvisionPart?, _ new: ProvisionPart?, _ difference: TextDifference, isMoved: Bool
  ) -> ChangeKind {
    guard let old else { return .new }
    guard let new else { return .repealed }
    if difference.stretches.allSatisfy(\.isKept) {
      return isMoved ? .moved : old.standsAs(new) ? .same : .renumbered
    }
    return WeightyWords.areKept(in: difference, follows: follows) ? .reworded : .changed
  }
}
