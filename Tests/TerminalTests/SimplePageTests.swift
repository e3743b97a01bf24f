import Learning
import People
import Questions
import TestKit
import Testing
import Text

@testable import Terminal
@testable import Workflows

/// The pages of simple mode in windows of any height.
@Suite struct SimplePageTests {
  static let style = PageStyle(width: 50, language: .chinese, plain: false)

  private func card(_ code: String) throws -> PracticeCard {
    let test = try TestData()
    try test.load(try SampleTexts(language: .chinese, isHostile: false).bank())
    let run = try test.begin(.simple, by: try test.learner())
    while let card = try run.turn().card, card.question.code.text != code {
      _ = try run.answer(card.question.response(right: true))
    }
    return try #require(try run.turn().card)
  }

  private func learner(isGuest: Bool = false) -> Learner {
    Learner(
      id: LearnerID(1), name: isGuest ? nil : "阿珍", isGuest: isGuest, unit: nil, category: .other,
      notebookStreak: 3)
  }

  @Test(arguments: [
    (false, nil, "阿珍"), (false, "小顾", "阿珍   代填：小顾"), (true, nil, "题"), (true, "小顾", "代填：小顾"),
  ])
  func `beside its number a question says whose record it is and who types`(
    isGuest: Bool, hand: String?, words: String
  ) throws {
    let lines = SimplePage.question(
      try card("T-1"), learner: learner(isGuest: isGuest), assistedBy: hand, style: Self.style,
      height: 15, interactive: true)
    #expect(lines.first?.contains("第 1 题") == true)
    #expect(lines.first?.hasSuffix(words) == true, "\(lines)")
  }

  @Test func `a question has as much room as the window gives`() throws {
    let card = try card("T-1")
    var counts: [Int] = []
    for height in 5...40 {
      let lines = SimplePage.question(
        card, learner: learner(), assistedBy: nil, style: Self.style, height: height,
        interactive: true)
      let words = lines.filter { !$0.isEmpty }
      // No word is lost where the room is small.
      #expect(words.count == 10, "\(lines)")
      #expect(lines.first != "" && lines.last != "")
      if lines.count >= height { #expect(lines == words) }
      counts.append(lines.count)
    }
    #expect(counts == counts.sorted())
    #expect(Set(counts) == [10, 13, 16])
  }

  @Test(arguments: [24, 200])
  func `a screen reader hears no blank lines`(height: Int) throws {
    let plain = PageStyle(width: 80, language: .chinese, plain: true)
    let lines = SimplePage.question(
      try card("T-1"), learner: learner(), assistedBy: "李四", style: plain, height: height,
      interactive: true)
    #expect(!lines.contains(""))
    #expect(lines.contains { $0.contains("代填：李四") })
  }

  @Test(arguments: [1, 2, 14, 60, 300])
  func `the list of learners stands side by side where it would scroll away`(count: Int) throws {
    let test = try TestData()
    let learners = try (1...count).map { try test.learner("学员\($0)号") }
    let tall = SimplePage.learners(learners, usual: 0, style: Self.style, height: 1000)
    #expect(tall.count { $0.contains("号") && $0.hasPrefix("   ") } == count)
    let low = SimplePage.learners(learners, usual: 0, style: Self.style, height: 15)
    for number in [1, count] { #expect(low.joined().contains("\(number). 学员\(number)号")) }
    #expect(PageRules.faults(of: low, width: 50) == [])
    if count <= 14 { #expect(low.count < 15) }
    if count == 60 { #expect(low.count < tall.count / 2) }
  }
}
