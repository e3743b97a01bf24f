/// What became of an article, or of a part of one, from one edition of its statute to the next.
///
/// The words decide before the place: an article with other words and another number is `reworded` or
/// `changed`; its numbers tell the rest.
package enum ChangeKind: String, Hashable, Sendable, CaseIterable, Comparable {
  /// The same words at the same number.
  case same
  /// The same words at another number, in the same order among the others.
  case renumbered
  /// The same words, out of the order of the others.
  case moved
  /// Other words, but the same numbers, modal words and negations (`WeightyWords`), and no part more or
  /// less.
  case reworded
  /// Its words went into several articles.
  case split
  /// It has the words of several articles.
  case merged
  /// Other numbers, modal words or negations, or a part more or less.
  case changed
  case new
  case repealed

  /// By how much they ask of who relies on the text: `same` the least, `repealed` the most.
  package static func < (left: ChangeKind, right: ChangeKind) -> Bool {
    left.weight < right.weight
  }

  /// Whether the words stayed: only the place may be another one.
  package var keepsWords: Bool { self < .reworded }

  private var weight: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
