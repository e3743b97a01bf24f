import Learning
import Questions
import TestKit
import Testing

@testable import Storage

/// Options keep their ids when a question is loaded again.
@Suite struct OptionMatchingTests {
  struct Reload: Sendable, CustomTestStringConvertible {
    let name: String
    /// With the ids 1, 2, 3 …
    let before: [String]
    let after: [String]
    let ids: [Int]
    var testDescription: String { name }
  }

  static let reloads = [
    Reload(
      name: "nothing changed", before: ["甲方", "乙方", "丙方"], after: ["甲方", "乙方", "丙方"],
      ids: [1, 2, 3]),
    Reload(
      name: "another order", before: ["甲方", "乙方", "丙方"], after: ["丙方", "甲方", "乙方"],
      ids: [3, 1, 2]),
    Reload(
      name: "a word corrected", before: ["由县级人民政府决定", "由村民会议决定"],
      after: ["由县级以上人民政府决定", "由村民会议决定"], ids: [1, 2]),
    Reload(
      name: "a word corrected and another order",
      before: ["由县级人民政府决定", "由村民会议决定", "由人民法院裁定"],
      after: ["由人民法院裁定", "由村民会议讨论决定", "由县级人民政府决定"], ids: [3, 2, 1]),
    Reload(
      name: "an option more", before: ["甲方", "乙方"], after: ["甲方", "无人", "乙方"], ids: [1, 9, 2]),
    Reload(name: "an option less", before: ["甲方", "乙方", "丙方"], after: ["甲方", "丙方"], ids: [1, 3]),
    Reload(
      name: "an option replaced by another", before: ["有效", "可以撤销的行为"],
      after: ["有效", "必须登记才算"], ids: [1, 9]),
    Reload(
      name: "all replaced", before: ["甲", "乙"], after: ["登记", "公证"], ids: [9, 10]),
    Reload(
      name: "equal text wins over near text", before: ["由县政府决定", "由县政府决定。"],
      after: ["由县政府决定。", "由县政府决定，"], ids: [2, 1]),
    Reload(
      name: "the nearest text wins", before: ["满十六周岁的未成年人", "满十八周岁的成年人"],
      after: ["年满十八周岁的成年人", "年满十六周岁的未成年人"], ids: [2, 1]),
    Reload(
      name: "digits count", before: ["5 年", "10 年", "20 年"], after: ["20 年", "10 年", "5 年"],
      ids: [3, 2, 1]),
  ]

  @Test(arguments: reloads)
  func `ids follow equal text, then the nearest, never the letter`(reload: Reload) throws {
    var question = try SampleBank.multiple("Q1")
    question.options = SampleBank.options(reload.after)
    let adopted = OptionMatching.adopting(
      ids: SampleBank.options(reload.before), by: question, nextID: 9)
    #expect(adopted.options.map(\.id.number) == reload.ids)
    #expect(adopted.options.map(\.text) == reload.after)
  }

  @Test func `key and explanation follow their options`() throws {
    var question = try SampleBank.single("Q1", options: ["丙", "甲", "新的一项"], right: 2)
    question.rationale = Rationale([
      .option(OptionID(1)), .text(" 错，"), .option(OptionID(3)), .text(" 也错"),
    ])
    let adopted = OptionMatching.adopting(
      ids: SampleBank.options(["甲", "乙", "丙"]), by: question, nextID: 4)
    #expect(adopted.options.map(\.id.number) == [3, 1, 4])
    #expect(adopted.key == .options([OptionID(1)]))
    #expect(
      adopted.rationale.parts
        == [.option(OptionID(3)), .text(" 错，"), .option(OptionID(4)), .text(" 也错")])
  }

  @Test func `an id that was given once is never given again`() throws {
    let test = try TestData()
    func load(_ options: [String]) throws -> [Int] {
      try test.load(
        SampleBank.bank(SampleBank.items([SampleBank.single("Q1", options: options)])))
      return try #require(try test.data.questions.question(1)).question.options.map(\.id.number)
    }
    #expect(try load(["甲", "乙", "丙"]) == [1, 2, 3])
    #expect(try load(["甲", "乙"]) == [1, 2])
    #expect(try load(["甲", "乙", "登记"]) == [1, 2, 4])
    // Who was away is a new option, too: an old answer meant the old one.
    #expect(try load(["丙", "乙", "甲"]) == [5, 2, 1])
  }

  @Test func `an answer given before shows what was chosen, whatever the letters are now`() throws {
    let test = try TestData()
    func load(_ options: [String], right: Int) throws {
      try test.load(
        SampleBank.bank(
          SampleBank.items([SampleBank.single("Q1", options: options, right: right)])))
    }
    try load(["应当登记", "不必登记", "由法院决定"], right: 1)
    let learner = try test.learner()
    let run = try test.begin(.sequential, by: learner)
    let card = try #require(try run.turn().card)
    _ = try run.answer(.options([OptionID(2)]))
    try load(["由法院决定", "不必登记的", "应当登记"], right: 3)
    let old = try #require(
      try test.data.questions.question(1, version: card.stored.ref.version))
    #expect(old.question.options.first { $0.id == OptionID(2) }?.text == "不必登记")
    let now = try #require(try test.data.questions.question(1))
    #expect(now.question.options.first { $0.id == OptionID(2) }?.text == "不必登记的")
    #expect(now.question.key == .options([OptionID(1)]))
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `whatever changes, ids are unique, equal texts keep theirs and the key keeps its texts`(
    seed: UInt64
  ) throws {
    var chance = SeededGenerator(seed: seed)
    let words = ["登记", "公证", "由村委会", "由法院", "决定", "应当", "不必", "三日内", "十日内"]
    func text() -> String {
      (0...chance.below(4)).map { _ in words[chance.below(words.count)] }.joined()
    }
    func unique(_ count: Int) -> [String] {
      var texts: [String] = []
      while texts.count < count {
        let next = text()
        if !texts.contains(next) { texts.append(next) }
      }
      return texts
    }
    let before = unique(2 + chance.below(6))
    var after = chance.shuffled(before.filter { _ in chance.below(3) > 0 })
    for next in unique(3) where !after.contains(next) && after.count < 8 { after.append(next) }
    if let first = after.first, !after.contains(first + "的") { after[0] = first + "的" }
    var question = try SampleBank.multiple("Q1")
    question.options = SampleBank.options(after)
    let right = question.options.filter { _ in chance.below(2) == 0 }
    question.key = .options(Set(right.map(\.id)))
    let stored = SampleBank.options(before)
    let adopted = OptionMatching.adopting(ids: stored, by: question, nextID: 100)
    #expect(Set(adopted.options.map(\.id)).count == after.count)
    #expect(adopted.options.map(\.text) == after)
    for option in stored {
      guard let same = adopted.options.first(where: { $0.text == option.text }) else { continue }
      #expect(same.id == option.id)
    }
    guard case .options(let ids) = adopted.key else {
      Issue.record("the key changed its form")
      return
    }
    #expect(
      Set(adopted.options.filter { ids.contains($0.id) }.map(\.text)) == Set(right.map(\.text)))
    #expect(adopted.options.allSatisfy { $0.id.number <= before.count || $0.id.number >= 100 })
  }

  @Test(arguments: [
    ("", "", 1.0), ("登记", "登记", 1), ("登记", "公证", 0), ("甲", "乙", 0), ("ab", "ab ", 6.0 / 7),
  ]) func `likeness is the share of common pairs`(left: String, right: String, likeness: Double) {
    #expect(abs(OptionMatching.likeness(left, right) - likeness) < 1e-9)
    #expect(OptionMatching.likeness(left, right) == OptionMatching.likeness(right, left))
  }
}
