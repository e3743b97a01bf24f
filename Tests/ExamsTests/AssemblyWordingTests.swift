import Exams
import Questions
import TestKit
import Testing

/// What is told of forms that cannot be assembled.
@Suite struct AssemblyWordingTests {
  private static let quoted = ["宪法", "总则", "程序", "law"]

  private static let traits: [Blueprint.Share.Trait] = [
    .statute("宪法"), .chapter("总则"), .level(.apply), .difficulty(1...3), .topic("程序"),
    .bank("law"),
  ]

  private static let requirements: [AssemblyRequirement] = [
    .questions(.single, count: 4), .cases(count: 2, questions: 5),
    .least(.statute("宪法"), count: 8), .most(.level(.remember), count: 9),
    .difficulty(mean: 0.45, tolerance: 0.000_4),
  ]

  @Test func `traits, requirements, obstacles and gaps are worded in both languages`() throws {
    #expect(
      try SentenceCheck.faults(
        ofAll: Self.traits, of: "Trait", in: "Exams/Blueprint.swift", quoting: Self.quoted) == [])
    #expect(
      try SentenceCheck.faults(
        ofAll: Self.requirements, of: "AssemblyRequirement",
        in: "Exams/Assembly/AssemblyRequirement.swift", quoting: Self.quoted) == [])
    let obstacles: [AssemblyObstacle] = [
      .nothingAsked, .noWholeNumber(.topic("程序"), bounds: 2500...3333, questions: 10),
      .lacking(Self.requirements[1], forms: 2, pool: 3, reachable: 3, overexposed: 4),
      .lacking(Self.requirements[2], forms: 3, pool: 30, reachable: 12, overexposed: 0),
      .excess(Self.requirements[3], forms: 2, least: 20),
      .conflict(Self.requirements, forms: 2, lacking: 0),
      .conflict(Array(Self.requirements.prefix(3)), forms: 2, lacking: 7),
      .difficulty(mean: 0.9, tolerance: 0.01, reachable: 0.3...0.55),
    ]
    #expect(
      try SentenceCheck.faults(
        ofAll: obstacles, of: "AssemblyObstacle", in: "Exams/Assembly/AssemblyRequirement.swift",
        quoting: Self.quoted) == [])
    let gaps: [AssemblyGap] = [
      .missing(form: 1, wanted: 100, found: 98),
      .share(form: 2, trait: .statute("宪法"), wanted: 3...4, found: 5),
      .enemies(form: 3, count: 2), .overlap(form: 1, other: 2, allowed: 0, found: 3),
      .difficulty(form: 4, mean: 0.5, tolerance: 0.01, found: 0.53),
      .spread(allowed: 0.001, found: 0.004),
    ]
    #expect(
      try SentenceCheck.faults(
        ofAll: gaps, of: "AssemblyGap", in: "Exams/Assembly/AssemblyRequirement.swift",
        quoting: Self.quoted) == [])
  }
}
