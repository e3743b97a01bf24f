/// Which of the old texts became which of the new ones, one to one.
///
/// 1. Texts that are equal belong together.
/// 2. Of the others, two are as like as the weight of the pairs of signs that they share, divided by the
///    geometric mean of their own weights (the cosine of two sets). What keeps the order of the others
///    needs less likeness (`Floor.inOrder`) than what leaves it (`Floor.apart`).
/// 3. In rounds: of all links that are nearly the best of both of their texts, the heaviest chain that
///    keeps the order is taken, then, from the likest down, what stands apart. What a round takes is
///    gone from the next one.
struct TextPairing {
  /// The likeness that two texts need, from 0 to 1.
  struct Floor {
    var inOrder: Double
    var apart: Double
    /// Between the same neighbours, where each side has one text left.
    var alone: Double
  }

  struct Pair: Hashable {
    let old: Int
    let new: Int
    let likeness: Double
  }

  /// By their old places.
  private(set) var pairs: [Pair] = []
  let profiles: TextProfiles
  private var freeOld: Set<Int>
  private var freeNew: Set<Int>

  /// How near to the best link of its texts a link has to come.
  private static let nearBest = 0.8
  private static let rounds = 4

  /// - Parameters: normal texts (`NormalText`).
  init(old: [String], new: [String], floor: Floor) {
    profiles = TextProfiles(old: old, new: new)
    freeOld = Set(old.indices)
    freeNew = Set(new.indices)
    pairEqual(old, new)
    if !freeOld.isEmpty, !freeNew.isEmpty {
      let links = links(above: min(floor.inOrder, floor.apart, floor.alone))
      for _ in 0..<Self.rounds where !pairLike(links, floor) { break }
      pairAlone(links, floor)
    }
    pairs.sort { $0.old < $1.old }
  }

  private mutating func take(_ pair: Pair) {
    pairs.append(pair)
    freeOld.remove(pair.old)
    freeNew.remove(pair.new)
  }

  private mutating func pairEqual(_ old: [String], _ new: [String]) {
    let places = Dictionary(grouping: new.indices, by: { new[$0] })
    var used: [String: Int] = [:]
    for (place, text) in old.enumerated() where !text.isEmpty {
      let next = used[text, default: 0]
      guard let there = places[text], next < there.count else { continue }
      used[text] = next + 1
      take(Pair(old: place, new: there[next], likeness: 1))
    }
  }

  /// All links of free texts that are likelier than a floor.
  private func links(above floor: Double) -> [Pair] {
    var having = [[Int]](repeating: [], count: profiles.weights.count)
    for place in freeNew.sorted() {
      for pair in profiles.new[place].pairs { having[pair].append(place) }
    }
    var found: [Pair] = []
    var shared = [Double](repeating: 0, count: profiles.new.count)
    for place in freeOld.sorted() {
      var touched: [Int] = []
      for pair in profiles.old[place].pairs {
        for other in having[pair] {
          if shared[other] == 0 { touched.append(other) }
          shared[other] += profiles.weights[pair]
        }
      }
      for other in touched {
        let mean = (profiles.old[place].weight * profiles.new[other].weight).squareRoot()
        let likeness = shared[other] / mean
        if likeness >= floor { found.append(Pair(old: place, new: other, likeness: likeness)) }
        shared[other] = 0
      }
    }
    return found
  }

  /// One round; whether it took anything.
  private mutating func pairLike(_ all: [Pair], _ floor: Floor) -> Bool {
    let links = all.filter { freeOld.contains($0.old) && freeNew.contains($0.new) }
    var best: (old: [Int: Double], new: [Int: Double]) = ([:], [:])
    for link in links {
      best.old[link.old] = max(best.old[link.old] ?? 0, link.likeness)
      best.new[link.new] = max(best.new[link.new] ?? 0, link.likeness)
    }
    let good = links.filter {
      $0.likeness >= Self.nearBest * max(best.old[$0.old] ?? 0, best.new[$0.new] ?? 0)
    }
    let chain = RisingChain.heaviest(
      pairs.map { RisingChain.Link(old: $0.old, new: $0.new, weight: $0.likeness) }
        + good.filter { $0.likeness >= floor.inOrder }.map {
          let top = max(best.old[$0.old] ?? 1, best.new[$0.new] ?? 1)
          return RisingChain.Link(
            old: $0.old, new: $0.new, weight: $0.likeness * $0.likeness / top)
        })
    let likeness = Dictionary(
      good.map { (Place(old: $0.old, new: $0.new), $0.likeness) }, uniquingKeysWith: { $1 })
    var took = false
    for link in chain where freeOld.contains(link.old) && freeNew.contains(link.new) {
      take(
        Pair(
          old: link.old, new: link.new,
          likeness: likeness[Place(old: link.old, new: link.new)] ?? 0))
      took = true
    }
    let rest = good.filter { $0.likeness >= floor.apart }.sorted {
      ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new)
    }
    for link in rest where freeOld.contains(link.old) && freeNew.contains(link.new) {
      take(link)
      took = true
    }
    return took
  }

  /// Pairs what is left alone between the same neighbours.
  private mutating func pairAlone(_ all: [Pair], _ floor: Floor) {
    let partner = Dictionary(pairs.map { ($0.old, $0.new) }, uniquingKeysWith: { $1 })
    let taken = Set(partner.values)
    for link in all where link.likeness >= floor.alone {
      guard partner[link.old] == nil, !taken.contains(link.new) else { continue }
      let before = link.old == 0 ? link.new == 0 : partner[link.old - 1] == link.new - 1
      let isLast = link.old == profiles.old.count - 1
      let after =
        isLast ? link.new == profiles.new.count - 1 : partner[link.old + 1] == link.new + 1
      if before, after { take(link) }
    }
  }

  private struct Place: Hashable {
    let old: Int
    let new: Int
  }
}
