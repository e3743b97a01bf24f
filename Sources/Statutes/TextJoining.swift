/// Texts that went into a pair of others, or came out of one: what was merged and what was split.
///
/// A text without a partner joins a pair in one of two cases:
/// - Most of its weight stands in the other side of the pair, and not only because its neighbour in the
///   pair says the same.
/// - A paragraph of the other side, which its neighbour does not have, stands in it.
struct TextJoining {
  /// Old places and new ones that belong together; one of both lists has one place.
  struct Group: Hashable {
    var old: [Int]
    var new: [Int]
  }

  /// The normal paragraphs of the text at a place.
  typealias Paragraphs = (Int) -> [String]

  /// The share of a text that has to stand in the other, all in all and without what its neighbour has
  /// in common with it; and the part of its weight that has to be its own.
  private static let text = (whole: 0.5, own: 0.45, ownWeight: 0.3)
  /// The share of a paragraph that has to stand in the text, and that may stand in its neighbour.
  private static let paragraph = (found: 0.65, known: 0.5)
  /// A paragraph of fewer pairs of signs says nothing of its own.
  private static let leastPairs = 12

  /// By the first old place.
  let groups: [Group]

  /// - Parameters: the paragraphs of the texts that were paired.
  init(_ pairing: TextPairing, old: Paragraphs, new: Paragraphs) {
    let profiles = pairing.profiles
    let free = (
      old: Set(profiles.old.indices).subtracting(pairing.pairs.map(\.old)).sorted(),
      new: Set(profiles.new.indices).subtracting(pairing.pairs.map(\.new)).sorted()
    )
    var claims: [Claim] = []
    for (number, pair) in pairing.pairs.enumerated() where pair.likeness < 1 {
      let sides = (old: profiles.old[pair.old], new: profiles.new[pair.new])
      if !free.old.isEmpty {
        let gained = Self.own(new(pair.new), beside: sides.old, profiles)
        for place in free.old {
          let share = Self.share(
            of: profiles.old[place], beside: sides.old, in: sides.new, gained, profiles)
          if let share { claims.append(Claim(share, pair: number, place: place, isOld: true)) }
        }
      }
      if !free.new.isEmpty {
        let lost = Self.own(old(pair.old), beside: sides.new, profiles)
        for place in free.new {
          let share = Self.share(
            of: profiles.new[place], beside: sides.new, in: sides.old, lost, profiles)
          if let share { claims.append(Claim(share, pair: number, place: place, isOld: false)) }
        }
      }
    }
    groups = Self.groups(pairing, claims)
  }

  private static func groups(_ pairing: TextPairing, _ claims: [Claim]) -> [Group] {
    var groups = pairing.pairs.map { Group(old: [$0.old], new: [$0.new]) }
    var joined: (old: Set<Int>, new: Set<Int>) = ([], [])
    for claim in claims.sorted(by: Claim.precedes) {
      if claim.isOld {
        guard !joined.old.contains(claim.place), groups[claim.pair].new.count == 1 else { continue }
        joined.old.insert(claim.place)
        groups[claim.pair].old.append(claim.place)
      } else {
        guard !joined.new.contains(claim.place), groups[claim.pair].old.count == 1 else { continue }
        joined.new.insert(claim.place)
        groups[claim.pair].new.append(claim.place)
      }
    }
    return groups.map { Group(old: $0.old.sorted(), new: $0.new.sorted()) }
  }

  /// A text that belongs into a pair.
  private struct Claim {
    let share: Double
    let pair: Int
    let place: Int
    let isOld: Bool

    init(_ share: Double, pair: Int, place: Int, isOld: Bool) {
      (self.share, self.pair, self.place, self.isOld) = (share, pair, place, isOld)
    }

    /// The surest first; then what stands first.
    static func precedes(_ left: Claim, _ right: Claim) -> Bool {
      (right.share, left.isOld ? 0 : 1, left.place, left.pair)
        < (left.share, right.isOld ? 0 : 1, right.place, right.pair)
    }
  }

  /// The paragraphs of one side of a pair that the other side does not have.
  private static func own(
    _ paragraphs: [String], beside neighbour: TextProfile, _ profiles: TextProfiles
  ) -> [TextProfile] {
    guard paragraphs.count > 1 else { return [] }
    return paragraphs.map(profiles.profile).filter {
      $0.pairs.count >= leastPairs
        && profiles.shared($0, neighbour) < paragraph.known * $0.weight
    }
  }

  /// How surely a text belongs into a pair; nil where it does not.
  ///
  /// - Parameters:
  ///   - neighbour: what stands on the same side of the pair.
  ///   - whole: what stands on the other side.
  ///   - own: the paragraphs of the other side that the neighbour does not have.
  private static func share(
    of text: TextProfile, beside neighbour: TextProfile, in whole: TextProfile,
    _ own: [TextProfile], _ profiles: TextProfiles
  ) -> Double? {
    guard text.weight > 0 else { return nil }
    let found = own.map { profiles.shared($0, text) / $0.weight }.max() ?? 0
    if found >= paragraph.found { return found }
    let all = profiles.shared(text, whole) / text.weight
    guard all >= Self.text.whole else { return nil }
    let rest = profiles.share(of: text, in: whole, without: neighbour)
    guard rest.share >= Self.text.own, rest.weight >= Self.text.ownWeight * text.weight else {
      return nil
    }
    return all
  }
}
