import Questions

/// What forms achieved, beside what their blueprint asked for 组卷核对表.
package struct ControlSheet: Hashable, Sendable {
  /// The figures of one form.
  package struct FormFigures: Hashable, Sendable {
    /// Questions in each section of the blueprint.
    package var sections: [Int]
    /// Questions that each share of the blueprint counts.
    package var shares: [Int]
    /// Of all its questions, each with the same weight; from 0 (everybody is right) to 1.
    package var difficulty: Double
    /// Questions by difficulty in fifths: under 0.2, under 0.4 … 1.
    package var fifths: [Int]
    /// Questions that stood in earlier papers.
    package var usedBefore: Int
    /// The most earlier papers that a question of it stood in.
    package var mostUses: Int

    package init(
      sections: [Int], shares: [Int], difficulty: Double, fifths: [Int], usedBefore: Int,
      mostUses: Int
    ) {
      self.sections = sections
      self.shares = shares
      self.difficulty = difficulty
      self.fifths = fifths
      self.usedBefore = usedBefore
      self.mostUses = mostUses
    }
  }

  package var blueprint: Blueprint
  package var seed: UInt64
  /// Questions that could be drawn: of the blueprint's banks and types, not used too often.
  package var pool: Int
  package var forms: [FormFigures]
  /// How many different questions stand on the forms together.
  package var distinct: Int
  /// How many questions each two forms share; on the diagonal, how many a form has.
  package var overlap: [[Int]]

  package init(
    blueprint: Blueprint, seed: UInt64, pool: Int, forms: [FormFigures], distinct: Int,
    overlap: [[Int]]
  ) {
    self.blueprint = blueprint
    self.seed = seed
    self.pool = pool
    self.forms = forms
    self.distinct = distinct
    self.overlap = overlap
  }

  /// How far the mean difficulties of two forms lie apart at most.
  package var spread: Double {
    let means = forms.map(\.difficulty)
    return (means.max() ?? 0) - (means.min() ?? 0)
  }

  /// The most questions that two forms share.
  package var mostShared: Int {
    overlap.indices.reduce(0) { most, one in
      overlap[one].indices.reduce(most) { $1 == one ? $0 : max($0, overlap[one][$1]) }
    }
  }
}
