import Solvers
import Testing

/// Programs whose answers are known.
@Suite struct WholeNumberProgramTests {
  @Test func `a row keeps its terms`() {
    let row = WholeNumberProgram.Bound(terms: [(0, 2), (1, 1)], range: 3...3)
    #expect(row.terms.map(\.quantity) == [0, 1])
  }
}
