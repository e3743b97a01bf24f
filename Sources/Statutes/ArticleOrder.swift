/// Whether articles stand in their order, none missing and each once.
package enum ArticleOrder {
  /// What is wrong, at the place of an article in the list.
  package struct Flaw: Hashable, Sendable {
    package let place: Int
    package let kind: Kind

    package init(place: Int, kind: Kind) {
      self.place = place
      self.kind = kind
    }
  }

  /// The kinds of flaws.
  package enum Kind: Hashable, Sendable {
    /// It stood before, at this place.
    case twice(first: Int)
    /// It stands behind this one.
    case behind(ArticleNumber)
    /// From the first to the last of these none is there. They are missing before the article at the
    /// place.
    case missing(first: ArticleNumber, last: ArticleNumber)
  }

  /// All flaws, by their places.
  package static func flaws(in numbers: [ArticleNumber]) -> [Flaw] {
    var flaws: [Flaw] = []
    var seen: [ArticleNumber: Int] = [:]
    var before: ArticleNumber?
    for (place, number) in numbers.enumerated() {
      if let first = seen[number] {
        flaws.append(Flaw(place: place, kind: .twice(first: first)))
        continue
      }
      seen[number] = place
      if let before, number < before { flaws.append(Flaw(place: place, kind: .behind(before))) }
      before = number
    }
    var last = ArticleNumber(0)
    for (number, place) in seen.sorted(by: { $0.key < $1.key }) {
      if let gap = gap(from: last, to: number) { flaws.append(Flaw(place: place, kind: gap)) }
      last = number
    }
    return flaws.sorted { ($0.place, $0.kind.rank) < ($1.place, $1.kind.rank) }
  }

  /// What is missing between two numbers; nil where the second follows the first.
  private static func gap(from before: ArticleNumber, to number: ArticleNumber) -> Kind? {
    if number.number == before.number {
      guard number.insertion > before.insertion + 1 else { return nil }
      return .missing(
        first: ArticleNumber(number.number, insertion: before.insertion + 1),
        last: ArticleNumber(number.number, insertion: number.insertion - 1))
    }
    if number.number == before.number + 1, number.insertion == 0 { return nil }
    let last =
      number.insertion == 0
      ? ArticleNumber(number.number - 1)
      : ArticleNumber(number.number, insertion: number.insertion - 1)
    return .missing(first: ArticleNumber(before.number + 1), last: last)
  }
}

extension ArticleOrder.Kind {
  fileprivate var rank: Int {
    switch self {
    case .missing: 0
    case .twice: 1
    case .behind: 2
    }
  }
}
