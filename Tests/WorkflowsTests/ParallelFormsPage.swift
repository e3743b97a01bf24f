import Exams
import Foundation
import Questions
import TestKit
import Text
import Workflows

/// Writes docs/parallel-forms.md: what forms were asked to be and what they are, counted by what assembles
/// them and once more by `FormChecker`.
struct ParallelFormsPage {
  /// Forms, with what asked for them and what they were drawn from.
  struct Drawn {
    let blueprint: Blueprint
    let pool: [PoolQuestion]
    let assembly: Assembly
    /// Why there are no more of them; nil where as many were drawn as were asked for.
    let limit: Wording?

    /// What is wrong with the forms, told apart from what made them.
    var faults: [String] {
      FormChecker(blueprint, pool).faults(of: assembly, forms: assembly.forms.count)
    }
  }

  /// Nothing could be drawn.
  struct NotDrawn: Error {
    let words: String
  }

  /// So many forms are asked for of each shipped blueprint; where its banks do not have them, the most.
  static let forms = 5
  static let seed: UInt64 = 7

  /// The scarce pool, with ten forms of it, and why there are none with one question less.
  struct Scarce {
    let drawn: Drawn
    let proof: [AssemblyObstacle]
  }

  // MARK: Drawing

  static func shipped() throws -> [Drawn] {
    let test = try TestData()
    let folder = Repository.folder.appendingPathComponent("questionbanks")
    let files = ReadBlueprints(
      Environment(
        clock: HandClock(), randomSeed: { 1 }, folder: URL(fileURLWithPath: "/nonexistent"),
        shippedBanks: folder, program: "mingfa test")
    ).all()
    let blueprints = files.compactMap(\.blueprint)
    for bank in Set(blueprints.flatMap(\.banks)).sorted() {
      _ = try LoadBank(test.data, actor: test.actor).load(
        file: folder.appendingPathComponent(bank + ".txt").path)
    }
    return try blueprints.map { blueprint in
      try most(blueprint, of: GatherPool(test.data).questions(for: blueprint).free)
    }
  }

  /// As many forms as the pool has, up to those asked for.
  private static func most(_ blueprint: Blueprint, of pool: [PoolQuestion]) throws -> Drawn {
    var limit: Wording?
    for count in (1...forms).reversed() {
      switch draw(blueprint, count, of: pool) {
      case .assembled(let assembly):
        return Drawn(blueprint: blueprint, pool: pool, assembly: assembly, limit: limit)
      case .impossible(let obstacles): limit = obstacles.first?.wording
      case .notFound(_, let gaps): limit = gaps.first?.wording
      }
    }
    throw NotDrawn(words: "\(blueprint.code): \(limit?.en ?? "")")
  }

  static func scarce() throws -> Scarce {
    let made = GeneratedExamPool(seed: seed)
    var pool = made.scarce()
    guard case .assembled(let assembly) = draw(made.blueprint, 10, of: pool) else {
      throw NotDrawn(words: "from the scarce pool")
    }
    let drawn = Drawn(blueprint: made.blueprint, pool: pool, assembly: assembly, limit: nil)
    pool.remove(at: pool.firstIndex { $0.kind == .trueFalse } ?? 0)
    guard case .impossible(let proof) = draw(made.blueprint, 10, of: pool) else {
      throw NotDrawn(words: "no proof")
    }
    return Scarce(drawn: drawn, proof: proof)
  }

  private static func draw(
    _ blueprint: Blueprint, _ count: Int, of pool: [PoolQuestion]
  ) -> AssemblyOutcome {
    FormAssembly.assemble(blueprint, from: pool, forms: count, seed: seed, budget: AssemblyBudget())
  }

  // MARK: Writing

  static func text(shipped: [Drawn], scarce: Scarce) -> String {
    var text = introduction
    text += "\n## From the shipped banks\n\n" + summary(shipped)
    for drawn in shipped {
      text += "\n### \(drawn.blueprint.title) (`\(drawn.blueprint.code)`)\n\n" + table(drawn)
    }
    text += "\n## From a scarce pool\n\n" + scarceIntroduction + table(scarce.drawn)
    let proof = scarce.proof.map(\.wording.en).joined(separator: "; ")
    return text + """

      **With one question less.** One true/false question is taken out of the 1,200, so that 199 are left
      for 200 places. Nothing is drawn then, and what is said is proven on the counts:

      > \(proof)

      """
  }

  private static let introduction = """
    # Equal papers, shown with figures

    Neighbours at an exam, and the people of a later wave, get different papers 平行卷. They are fair where
    the papers ask as much: the same types, the same shares of each subject, and the same difficulty. This
    page shows what was asked of the program and what it reached, form by form. A test draws all forms
    again and compares every figure (`Tests/WorkflowsTests/ParallelFormsPageTests.swift`); a second count,
    written apart from what draws the forms, agrees with each. The same seed draws the same papers on every
    computer.

    How to read the tables:

    - A, B, C … are the forms. The column "asked" is the blueprint 细目表.
    - **Mean difficulty** is from 0 (everybody answers rightly) to 1 (nobody does). Before a question has been
      answered in exams it is the author's level; answers replace it bit by bit ([blueprints](blueprints.md)).
    - **Largest gap** is how far the easiest and the hardest form lie apart. 0.010 would be one point of a
      hundred on average.
    - **By difficulty** counts the questions from easy to hard: under 0.2, under 0.4, under 0.6, under 0.8, the rest.
      Forms could have one mean and yet be mixed otherwise; here it shows.
    - **Shared** is the most questions that the form has in common with any other one.

    `mingfa exam create` prints the same figures for your own exam, as its control sheet 组卷核对表.

    """

  private static let scarceIntroduction = """
    The hard case: 1,200 questions for ten forms of 100 that share none, so 1,000 of them are used at once.
    Ten chapters with exactly 10 each, three levels with exactly 40, 40 and 20, two statutes with exactly 15 and 12
    (a question may cite both), near duplicates never together, and means that differ by 0.001 at most. Of
    the 200 questions to spare none is a true/false question, none is to be applied, none cites what is counted,
    and half of the chapters have none: most constraints have no room at all. The pool is made by seed; how long it
    takes is measured by `make bench ARGS="--only assembly"`.


    """

  private static func summary(_ shipped: [Drawn]) -> String {
    var lines = [
      "| blueprint | questions on a form | to draw from | forms | largest gap | allowed | shared | allowed |",
      "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for drawn in shipped {
      let (sheet, rules) = (drawn.assembly.sheet, drawn.blueprint.forms)
      lines.append(
        row([
          "`\(drawn.blueprint.code)`", "\(drawn.blueprint.count)", "\(sheet.pool)",
          "\(sheet.forms.count)", "\(Thousandths(sheet.spread))", "\(Thousandths(rules.spread))",
          "\(sheet.mostShared)", "\(rules.overlap)",
        ]))
    }
    lines.append("")
    lines.append(
      "\(forms) forms were asked for. Where a blueprint has fewer, its banks do not have more; the reason "
        + "stands below its table.")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func table(_ drawn: Drawn) -> String {
    let (blueprint, sheet) = (drawn.blueprint, drawn.assembly.sheet)
    let codes = sheet.forms.indices.map { CreateExam.formCode($0) }
    var lines = [row(["", "asked"] + codes), row(["---"] + ([""] + codes).map { _ in "---:" })]
    func add(_ name: String, _ asked: String, _ figure: (ControlSheet.FormFigures) -> String) {
      lines.append(row([name, asked] + sheet.forms.map(figure)))
    }
    for (place, section) in blueprint.sections.enumerated() {
      add(section.kind?.type.name.en ?? "case", "\(section.questions)") { "\($0.sections[place])" }
    }
    for (place, share) in blueprint.shares.enumerated() {
      add(share.trait.wording.en, asked(share, of: blueprint)) { "\($0.shares[place])" }
    }
    let goal = blueprint.difficulty.map {
      "\(Thousandths($0.mean)) ± \(Thousandths($0.tolerance))"
    }
    add("mean difficulty", goal ?? "equal") { "\(Thousandths($0.difficulty))" }
    add("by difficulty", "") { $0.fifths.map(String.init).joined(separator: " ") }
    let shared = sheet.overlap.enumerated().map { place, line in
      line.enumerated().filter { $0.offset != place }.map(\.element).max() ?? 0
    }
    lines.append(
      row(["shared, at most", "\(blueprint.forms.overlap)"] + shared.map(String.init)))
    var text = lines.joined(separator: "\n") + "\n\n"
    text +=
      "Largest gap \(Thousandths(sheet.spread)), allowed \(Thousandths(blueprint.forms.spread)). "
      + "\(sheet.distinct) different questions on the forms, \(sheet.pool) to draw from, seed \(sheet.seed).\n"
    if let limit = drawn.limit {
      text += "\nNot \(sheet.forms.count + 1) forms: \(limit.en)\n"
    }
    return text
  }

  private static func asked(_ share: Blueprint.Share, of blueprint: Blueprint) -> String {
    guard let range = share.questions(of: blueprint.count) else { return "" }
    if range.count == 1 { return "\(range.lowerBound)" }
    if range.upperBound >= blueprint.count { return "\(range.lowerBound) or more" }
    if range.lowerBound == 0 { return "at most \(range.upperBound)" }
    return "\(range.lowerBound) to \(range.upperBound)"
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}
