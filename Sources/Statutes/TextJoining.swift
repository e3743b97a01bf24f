/// Texts that went into a pair of others, or came out of one: what was merged and what was split.
///
/// A text without a partner joins a pair in one of two cases:
/// - Most of its weight stands in the other side of the pair, or both are alike, and not only because its
///   neighbour in the pair says the same.
/// - A paragraph or an item of the other side, which its neighbour does not have, stands in it.
struct TextJoining {
  /// Old places and new ones that belong together; one of both lists has one place.
  struct Group: Hashable {
    var old: [Int]
    var new: [Int]
  }

  /// The pieces of the text at a place, normal: paragraphs and items.
  typealias Pieces = (Int) -> [String]

  /// The share of a text that has to stand in the other, or else how like they have to be; the share of
  /// what its neighbour does not have that has to stand there; the part of its weight that this has to
  /// be, which may be less where nearly all of the text stands there.
  private static let text = (
    most: 0.5, like: 0.35, own: 0.4, least: 0.25, nearlyAll: 0.8, leastOfAll: 0.08
  )
  /// The share of a piece that has to stand in the text, and that may stand in its neighbour.
  private static let piece = (found: 0.65, known: 0.5)
  /// A piece of fewer pairs of signs says nothing of its own.
  private static let leastPairs = 12

  /// By the first old place.
  let groups: [Group]

  /// - Parameters: the pieces of the texts that were paired.
  init(_ pairing: TextPairing, old: Pieces, new: Pieces) {
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

  /// The pieces of one side of a pair that the other side does not have.
  private static func own(
    _ pieces: [String], beside neighbour: TextProfile, _ profiles: TextProfiles
  ) -> [TextProfile] {
    guard pieces.count > 1 else { return [] }
    return pieces.map(profiles.profile).filter {
      $0.pairs.count >= leastPairs
        && profiles.shared($0, neighbour) < piece.known * $0.weight
    }
  }

  /// How surely a text belongs into a pair; nil where it does not.
  ///
  /// - Parameters:
  ///   - neighbour: what stands on the same side of the pair.
  ///   - whole: what stands on the other side.
  ///   - own: the pieces of the other side that the neighbour does not have.
  private static func share(
    of text: TextProfile, beside neighbour: TextProfile, in whole: TextProfile,
    _ own: [TextProfile], _ profiles: TextProfiles
  ) -> Double? {
    guard text.weight > 0 else { return nil }
    let found = own.map { profiles.shared($0, text) / $0.weight }.max() ?? 0
    if found >= piece.found { return found }
    let shared = profiles.shared(text, whole)
    let all = shared / text.weight
    let likeness = shared / (text.weight * whole.weight).squareRoot()
    guard all >= Self.text.most || likeness >= Self.text.like else { return nil }
    let rest = profiles.share(of: text, in: whole, without: neighbour)
    let least = all >= Self.text.nearlyAll ? Self.text.leastOfAll : Self.text.least
    guard rest.share >= Self.text.own, rest.weight >= least * text.weight else { return nil }
    return max(all, likeness)
  }
}
