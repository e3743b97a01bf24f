import Questions

/// A drawn paper that is brought within its bounds by exchanging what was drawn for what was not, step by
/// step. A climb: it may end outside of the bounds where another start would not.
struct MockExchange {
  /// What is drawn whole: a question, or the questions of a case.
  struct Unit {
    var candidates: [MockDraw.Candidate]
    /// Its place in `tallies`.
    var tally: Int
  }

  let sections: [MockOutline.Section.Content]
  private(set) var drawn: [[Unit]]
  private var spare: [MockOutline.Section.Content: [Unit]]
  private let bounds: [ClosedRange<Int>]
  /// How many questions of a unit have each trait. Units that agree in it are alike to the bounds.
  private let tallies: [[Int]]
  /// How many drawn questions have each trait.
  private(set) var counts: [Int]

  init(
    sections: [MockOutline.Section.Content], drawn: [[Unit]],
    spare: [MockOutline.Section.Content: [Unit]], bounds: [ClosedRange<Int>], tallies: [[Int]]
  ) {
    self.sections = sections
    self.drawn = drawn
    self.spare = spare
    self.bounds = bounds
    self.tallies = tallies
    counts = bounds.indices.map { trait in
      drawn.joined().reduce(0) { $0 + tallies[$1.tally][trait] }
    }
  }

  /// By how many questions the paper lies outside of its bounds, all together.
  var excess: Int { excess(of: counts) }

  private func excess(of counts: [Int]) -> Int {
    zip(counts, bounds).reduce(0) { sum, pair in
      sum + max(0, pair.1.lowerBound - pair.0, pair.0 - pair.1.upperBound)
    }
  }

  /// Makes the best exchange again and again, until none helps.
  mutating func settle(_ generator: inout SeededGenerator) {
    while excess > 0, exchange(&generator) {}
  }

  private mutating func exchange(_ generator: inout SeededGenerator) -> Bool {
    let present = excess
    var best = present
    var choices: [(section: Int, out: Int, in: Int)] = []
    for (section, content) in sections.enumerated() {
      // In a stable order: the seed alone decides.
      let outs = Set(drawn[section].map(\.tally)).sorted()
      let ins = Set((spare[content] ?? []).map(\.tally)).sorted()
      for out in outs {
        for new in ins where new != out {
          let excess = excess(of: changed(out, new))
          if excess < best { (best, choices) = (excess, []) }
          if excess == best, excess < present { choices.append((section, out, new)) }
        }
      }
    }
    guard !choices.isEmpty else { return false }
    let choice = choices[Int.random(in: choices.indices, using: &generator)]
    let content = sections[choice.section]
    guard var rest = spare[content] else { return false }
    let places = drawn[choice.section].indices.filter {
      drawn[choice.section][$0].tally == choice.out
    }
    let others = rest.indices.filter { rest[$0].tally == choice.in }
    let place = places[Int.random(in: places.indices, using: &generator)]
    let other = others[Int.random(in: others.indices, using: &generator)]
    swap(&drawn[choice.section][place], &rest[other])
    spare[content] = rest
    counts = changed(choice.out, choice.in)
    return true
  }

  /// The counts after an exchange.
  private func changed(_ out: Int, _ new: Int) -> [Int] {
    counts.indices.map { counts[$0] - tallies[out][$0] + tallies[new][$0] }
  }
}
