import Exams

/// A share of a blueprint that no drawn paper has.
package struct ShareGap: Hashable, Sendable {
  package var trait: Blueprint.Share.Trait
  /// In questions of the paper.
  package var wanted: ClosedRange<Int>
  /// How near the best paper came.
  package var found: Int

  package init(trait: Blueprint.Share.Trait, wanted: ClosedRange<Int>, found: Int) {
    self.trait = trait
    self.wanted = wanted
    self.found = found
  }
}
