import Learning
import Questions
import Statutes

/// A question that may be drawn for an exam, with what a blueprint can speak of.
package struct PoolQuestion: Hashable, Sendable {
  /// Its seat in a case: the questions of a case enter a paper together and in order.
  package struct Seat: Hashable, Sendable {
    /// The number of the case in the store.
    package var item: Int64
    /// Its place among the questions of the case.
    package var place: Int
    /// How many questions the case has; a case of which some are not in the pool is not drawn.
    package var of: Int

    package init(item: Int64, place: Int, of: Int) {
      self.item = item
      self.place = place
      self.of = of
    }
  }

  package var ref: QuestionRef
  package var kind: QuestionKind
  /// nil for a question that stands alone.
  package var seat: Seat?
  /// What shares count it by.
  package var traits: PaperTraits
  /// From 0 (everybody is right) to 1; see `QuestionDifficulty`.
  package var difficulty: Double
  /// In how many earlier papers it stood.
  package var uses: Int
  /// The groups that it belongs to of which a form may have only one question: near duplicates, and
  /// what else must not stand together. Any numbers.
  package var enemies: [Int]
  /// Its own rule, where the section has none.
  package var rule: ScoringRule

  package init(
    ref: QuestionRef, kind: QuestionKind, seat: Seat? = nil, traits: PaperTraits,
    difficulty: Double, uses: Int = 0, enemies: [Int] = [], rule: ScoringRule = .allOrNothing
  ) {
    self.ref = ref
    self.kind = kind
    self.seat = seat
    self.traits = traits
    self.difficulty = difficulty
    self.uses = uses
    self.enemies = enemies
    self.rule = rule
  }
}
