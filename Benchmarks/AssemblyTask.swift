import Exams
import TestKit

/// Ten parallel forms of a hundred questions: from a pool of 10,000; from one of 1,200 that barely
/// suffices; and the proof that with one question less it does not. Every form is checked by what also
/// checks the tests.
struct AssemblyTask {
  private static let forms = 10

  let bench: Workbench

  func run() throws -> [Finding] {
    let rich = GeneratedExamPool(seed: Workbench.seed)
    var findings = [
      try assembled("10 forms x 100 from 10,000", rich.plentiful(), rich.blueprint, 0.5, rounds: 9)
    ]
    // Other pools of the same kind, for one may be lucky.
    var slowest: Finding?
    var proofs = Sample()
    for round in 0..<UInt64(5) {
      let made = GeneratedExamPool(seed: Workbench.seed + round)
      let scarce = made.scarce()
      let finding = try assembled(
        "10 forms x 100 from 1,200", scarce, made.blueprint, 10, rounds: 1)
      if finding.ours >= slowest?.ours ?? 0 { slowest = finding }
      proofs.add(try refused(scarce, made))
    }
    if let slowest { findings.append(slowest) }
    findings.append(
      Finding(
        "the same with one lacking", "proof, slowest of 5 pools", proofs.greatest, atMost: 10,
        unit: .milliseconds))
    return findings
  }

  private func assembled(
    _ task: String, _ questions: [PoolQuestion], _ blueprint: Blueprint, _ bound: Double,
    rounds: Int
  ) throws -> Finding {
    bench.note("\(task), \(rounds) rounds")
    var sample = Sample()
    let checker = FormChecker(blueprint, questions)
    for round in 0..<rounds {
      let began = Clock.now()
      let outcome = FormAssembly.assemble(
        blueprint, from: questions, forms: Self.forms, seed: UInt64(round),
        budget: Self.budget(seconds: bound))
      let seconds = Clock.now() - began
      guard case .assembled(let assembly) = outcome else {
        throw Obstacle.wrongResult("\(task): \(Self.told(outcome))")
      }
      let faults = checker.faults(of: assembly, forms: Self.forms)
      guard faults.isEmpty, assembly.sheet.spread <= 0.001, assembly.sheet.mostShared == 0 else {
        throw Obstacle.wrongResult("\(task): \(faults.prefix(3))")
      }
      sample.add(seconds)
    }
    let told = rounds == 1 ? "slowest of 5 pools" : "slowest of \(rounds) seeds"
    return Finding(task, told, sample.greatest, atMost: bound, unit: .milliseconds)
  }

  /// Without one of the questions that every form needs.
  private func refused(_ scarce: [PoolQuestion], _ made: GeneratedExamPool) throws -> Double {
    var less = scarce
    guard let place = less.firstIndex(where: { $0.kind == .trueFalse }) else {
      throw Obstacle.wrongResult("a pool without true/false questions")
    }
    less.remove(at: place)
    let began = Clock.now()
    let outcome = FormAssembly.assemble(
      made.blueprint, from: less, forms: Self.forms, seed: 1, budget: Self.budget(seconds: 10))
    let seconds = Clock.now() - began
    let wanted = AssemblyObstacle.lacking(
      .questions(.trueFalse, count: 20), forms: Self.forms, pool: 199, reachable: 199,
      overexposed: 0)
    guard outcome == .impossible([wanted]) else {
      throw Obstacle.wrongResult("one question lacks: \(Self.told(outcome))")
    }
    return seconds
  }

  private static func budget(seconds: Double) -> AssemblyBudget {
    let end = Clock.now() + seconds
    return AssemblyBudget(isOver: { Clock.now() > end })
  }

  private static func told(_ outcome: AssemblyOutcome) -> String {
    switch outcome {
    case .assembled: "assembled"
    case .impossible(let obstacles): obstacles.map(\.wording.en).joined(separator: "; ")
    case .notFound(_, let gaps):
      "not found: " + gaps.prefix(5).map(\.wording.en).joined(separator: "; ")
    }
  }
}
