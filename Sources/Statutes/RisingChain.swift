/// The heaviest chain of links in which the places of both sides rise: what kept its order.
enum RisingChain {
  /// A place on the old side and one on the new side that may belong together.
  struct Link: Hashable {
    let old: Int
    let new: Int
    let weight: Double
  }

  /// The links of the heaviest chain, in their order. Takes n log n steps, by the greatest sums of all
  /// chains that end below a place, kept in a binary indexed tree (Fenwick 1994).
  static func heaviest(_ links: [Link]) -> [Link] {
    let count = (links.map(\.new).max() ?? -1) + 1
    // Of those at one old place the later new ones come first, so that none follows another.
    let sorted = links.sorted { ($0.old, $1.new) < ($1.old, $0.new) }
    var best = [(sum: Double, link: Int)](repeating: (0, -1), count: count + 1)
    var before = [Int](repeating: -1, count: sorted.count)
    var end: (sum: Double, link: Int) = (0, -1)
    for (position, link) in sorted.enumerated() {
      var found: (sum: Double, link: Int) = (0, -1)
      var place = link.new
      while place > 0 {
        if best[place].sum > found.sum { found = best[place] }
        place -= place & -place
      }
      before[position] = found.link
      let sum = found.sum + link.weight
      if sum > end.sum { end = (sum, position) }
      place = link.new + 1
      while place <= count {
        if sum > best[place].sum { best[place] = (sum, position) }
        place += place & -place
      }
    }
    var chain: [Link] = []
    var position = end.link
    while position >= 0 {
      chain.append(sorted[position])
      position = before[position]
    }
    return chain.reversed()
  }
}
