import Questions

/// One thing that a blueprint asks of each form and that counting can show to be impossible.
package enum AssemblyRequirement: Hashable, Sendable {
  /// This many questions of a type.
  case questions(QuestionKind, count: Int)
  /// This many cases with so many questions each.
  case cases(count: Int, questions: Int)
  /// At least this many questions of a trait.
  case least(Blueprint.Share.Trait, count: Int)
  /// At most this many.
  case most(Blueprint.Share.Trait, count: Int)
  /// The mean difficulty.
  case difficulty(mean: Double, tolerance: Double)

  /// How many questions (or cases) of each form it speaks of; 0 for the difficulty.
  package var count: Int {
    switch self {
    case .questions(_, let count), .cases(let count, _), .least(_, let count), .most(_, let count):
      count
    case .difficulty: 0
    }
  }
}

/// Why no forms can satisfy a blueprint.
package enum AssemblyObstacle: Hashable, Sendable {
  /// No form or no question is asked for.
  case nothingAsked
  /// Between the bounds of a share there is no whole number of questions.
  case noWholeNumber(Blueprint.Share.Trait, bounds: ClosedRange<Int>, questions: Int)
  /// Even alone a requirement cannot be met: the pool has so many questions (or cases) for it, of
  /// which (as often as forms may share questions) so many can stand on all the forms together. The
  /// others were used too often before.
  case lacking(
    AssemblyRequirement, forms: Int, pool: Int, reachable: Int, overexposed: Int)
  /// The pool forces more questions of a trait onto the forms than the blueprint allows.
  case excess(AssemblyRequirement, forms: Int, least: Int)
  /// Each can be met alone, but not together, and without any one of them the others can: so many
  /// questions are lacking on all the forms. 0 where the difficulty is among them or where it is not
  /// known.
  case conflict([AssemblyRequirement], forms: Int, lacking: Int)
  /// The mean difficulty lies outside of what the questions of the pool can reach.
  case difficulty(mean: Double, tolerance: Double, reachable: ClosedRange<Double>)
}

/// Where the best forms found fall short of a blueprint. Forms count from 1.
package enum AssemblyGap: Hashable, Sendable {
  /// A form has too few questions.
  case missing(form: Int, wanted: Int, found: Int)
  /// A share counts too few or too many.
  case share(form: Int, trait: Blueprint.Share.Trait, wanted: ClosedRange<Int>, found: Int)
  /// So many questions of a form stand beside one of their group.
  case enemies(form: Int, count: Int)
  /// Two forms share too many.
  case overlap(form: Int, other: Int, allowed: Int, found: Int)
  /// A form is too easy or too hard.
  case difficulty(form: Int, mean: Double, tolerance: Double, found: Double)
  /// The mean difficulties lie too far apart.
  case spread(allowed: Double, found: Double)
}
