import Questions
import TestKit
import Testing
import Text

@testable import Terminal
@testable import Workflows

/// Answers and keys in words, with the letters of the screen that they were given on.
@Suite struct AnswerWordsTests {
  /// The card of the first question of a bank of one, with options in a given order.
  private func card(_ question: Question, order: [Int]? = nil) throws -> PracticeCard {
    let test = try TestData()
    try test.load(SampleBank.bank(SampleBank.items([question])))
    let run = try test.begin(.sequential, by: test.learner())
    let card = try #require(try run.turn().card)
    guard let order else { return card }
    return PracticeCard(
      stored: card.stored, optionOrder: order.map { OptionID($0) }, number: card.number,
      total: card.total, mode: card.mode, chapterOfPlan: nil, isStarred: false, missed: 0,
      isAmended: false,
      isMarked: false, response: nil, remaining: nil, answeredCount: 0, markedCount: 0,
      passageIsKnown: false, note: nil, sources: card.sources)
  }

  private func words(_ response: Response, _ card: PracticeCard) -> Wording {
    Wording(
      zh: AnswerWords.text(response, card: card, language: .chinese),
      en: AnswerWords.text(response, card: card, language: .english))
  }

  private func key(_ card: PracticeCard) -> Wording {
    Wording(
      zh: AnswerWords.key(card, language: .chinese), en: AnswerWords.key(card, language: .english))
  }

  @Test(
    arguments: [
      ([1, 2, 3, 4], [1], "A", "A B"), ([4, 3, 2, 1], [1], "D", "C D"),
      ([2, 1, 3, 4], [4, 1], "B D", "A B"),
      ([3, 1, 4, 2], [2, 4, 3], "A C D", "B D"),
    ] as [([Int], Set<Int>, String, String)])
  func `options are told by the letters of this screen, in their order`(
    order: [Int], chosen: Set<Int>, said: String, right: String
  ) throws {
    let card = try card(SampleBank.multiple("Q-1", right: [1, 2]), order: order)
    #expect(words(.options(Set(chosen.map { OptionID($0) })), card) == Wording(zh: said, en: said))
    #expect(key(card) == Wording(zh: right, en: right))
  }

  @Test func `an option that the screen does not have is not told`() throws {
    let card = try card(SampleBank.single("Q-1"))
    #expect(words(.options([OptionID(99)]), card) == Wording(zh: "", en: ""))
  }

  @Test(arguments: [true, false])
  func `true and false are words`(truth: Bool) throws {
    let card = try card(SampleBank.truth("Q-1", truth))
    let told = truth ? Wording(zh: "对", en: "true") : Wording(zh: "错", en: "false")
    #expect(key(card) == told)
    #expect(words(.truth(truth), card) == told)
    #expect(words(.blank, card) == Wording(zh: "未答", en: "no answer"))
  }

  @Test func `blanks are told one after the other, empty ones too, and clean`() throws {
    let card = try card(SampleBank.fillIn("Q-1"))
    #expect(key(card) == Wording(zh: "出生；死亡", en: "出生; 死亡"))
    #expect(
      words(.blanks(["\u{1B}[2J生", ""]), card)
        == Wording(zh: "<1B>[2J生；未答", en: "<1B>[2J生; no answer"))
  }

  @Test func `a short answer is told as it was typed, but clean, and its key by its points`() throws
  {
    let card = try card(SampleBank.short("Q-1"))
    #expect(
      words(.text("先报警，\u{202E}再说"), card)
        == Wording(zh: "先报警，<202E>再说", en: "先报警，<202E>再说"))
    #expect(key(card) == Wording(zh: "报警；保留证据", en: "报警; 保留证据"))
  }
}
