/// Two stems of a list that say nearly the same.
package struct NearPair: Equatable, Sendable {
  /// What tells two near stems apart.
  package enum Difference: String, CaseIterable, Sendable {
    /// A number or its unit: 三日 and 五日, 三年 and 三个月.
    case number
    /// A word that carries the rule: 可以 and 应当, 抵押 and 质押; or any one word in another's place.
    case term
    /// One says no where the other does not: 应当 and 不得, 正确 and 错误.
    case negation
  }

  /// What a pair is to who looks a bank through.
  package enum Kind: Hashable, Sendable {
    /// Nothing that changes the question was seen to differ.
    case duplicate
    /// So alike that one was made from the other, but they ask different things.
    case differs(Difference)
  }

  /// The place of the stem that comes first in the list.
  package var first: Int
  /// The place of the other.
  package var second: Int
  /// The fewest characters to replace, put in or take out that make one from the other; width, case,
  /// spaces and punctuation count for nothing.
  package var distance: Int
  package var kind: Kind

  package init(first: Int, second: Int, distance: Int, kind: Kind) {
    self.first = first
    self.second = second
    self.distance = distance
    self.kind = kind
  }
}
