/// What became of a blueprint and a pool.
package enum AssemblyOutcome: Hashable, Sendable {
  /// Every form satisfies the blueprint.
  case assembled(Assembly)
  /// Proven on the counts: no forms satisfy it. Never empty.
  case impossible([AssemblyObstacle])
  /// Neither found nor proven to be impossible: the best found, and where it falls
  /// short. Never without a gap.
  case notFound(best: Assembly, gaps: [AssemblyGap])
}

/// Parallel forms and their figures.
package struct Assembly: Hashable, Sendable {
  package var forms: [AssembledForm]
  package var sheet: ControlSheet

  package init(forms: [AssembledForm], sheet: ControlSheet) {
    self.forms = forms
    self.sheet = sheet
  }
}
