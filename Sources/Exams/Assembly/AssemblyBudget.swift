import Solvers

/// How much may be spent on assembling forms. The numbers alone give the same forms every time; where
/// `isOver` ends the work, the best found so far is told.
package struct AssemblyBudget: Sendable {
  /// How many branches the solver looks at in one program.
  package var branches: Int
  /// How many exchanges of questions are tried in all.
  package var exchanges: Int
  /// How often everything starts anew with other chances.
  package var starts: Int
  /// True ends the work.
  package var isOver: @Sendable () -> Bool

  package init(
    branches: Int = 400, exchanges: Int = 2_000_000, starts: Int = 8,
    isOver: @escaping @Sendable () -> Bool = { false }
  ) {
    self.branches = branches
    self.exchanges = exchanges
    self.starts = starts
    self.isOver = isOver
  }

  /// For a program where any feasible solution will do.
  func effort(times factor: Int = 1) -> WholeNumberProgram.Effort {
    .init(branches: branches * factor, isOver: isOver)
  }
}
