import Exams
import Foundation
import TestKit
import Testing
import Workflows

/// The page that shows that papers of one blueprint are equally difficult. After a wanted change it is
/// written anew by
///
///     MINGFA_GOLDEN=renew make test ARGS="--filter ParallelFormsPageTests"
@Suite struct ParallelFormsPageTests {
  private static let shipped = Result { try ParallelFormsPage.shipped() }
  private static let scarce = Result { try ParallelFormsPage.scarce() }

  @Test func `the forms are what the page says, down to each figure`() throws {
    let page = Repository.folder.appendingPathComponent("docs/parallel-forms.md")
    let told = try ParallelFormsPage.text(
      shipped: Self.shipped.get(), scarce: Self.scarce.get())
    if ProcessInfo.processInfo.environment["MINGFA_GOLDEN"] == "renew" {
      try told.write(to: page, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOf: page, encoding: .utf8)
    let (old, new) = (kept.split(separator: "\n"), told.split(separator: "\n"))
    let line = zip(old, new).prefix { $0 == $1 }.count
    #expect(
      kept == told,
      "page: \(line < old.count ? old[line] : "(ends)"), drawn: \(line < new.count ? new[line] : "(ends)")"
    )
  }

  @Test func `each form of the shipped banks satisfies its blueprint, counted a second time`() throws
  {
    let drawn = try Self.shipped.get()
    #expect(drawn.map(\.blueprint.code) == ShippedBlueprintTests.codes)
    for set in drawn {
      #expect(set.faults == [], "\(set.blueprint.code)")
      #expect(set.assembly.sheet.spread <= set.blueprint.forms.spread + 1e-9)
      // One form alone shows nothing of equal difficulty.
      #expect(set.assembly.forms.count >= 2, "\(set.blueprint.code)")
      #expect((set.assembly.forms.count == ParallelFormsPage.forms) == (set.limit == nil))
    }
  }

  @Test func `ten forms of the scarce pool are equal to a thousandth and share nothing`() throws {
    let scarce = try Self.scarce.get()
    #expect(scarce.drawn.pool.count == 1_200 && scarce.drawn.assembly.forms.count == 10)
    #expect(scarce.drawn.faults == [])
    #expect(scarce.drawn.assembly.sheet.spread <= 0.001)
    #expect(scarce.drawn.assembly.sheet.mostShared == 0)
    #expect(scarce.drawn.assembly.sheet.distinct == 1_000)
    #expect(!scarce.proof.isEmpty)
  }

  @Test func `the second count finds a form that was tampered with`() throws {
    let drawn = try Self.scarce.get().drawn
    var assembly = drawn.assembly
    // A question of the first form in place of one of the second.
    assembly.forms[1].sections[0][0] = assembly.forms[0].sections[0][0]
    let altered = ParallelFormsPage.Drawn(
      blueprint: drawn.blueprint, pool: drawn.pool, assembly: assembly, limit: nil)
    #expect(altered.faults != [])
  }
}
