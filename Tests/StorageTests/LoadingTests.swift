import GRDB
import Learning
import Questions
import Storage
import TestKit
import Testing
import Workflows

@Suite("Loading a bank")
struct LoadingTests {
  @Test("Loading the same bank twice changes nothing")
  func twice() throws {
    let test = try TestData()
    let bank = try RandomBank.bank(seed: 5)
    let first = try test.load(bank)
    let second = try test.load(bank)
    #expect(first.added > 0 && first.unchanged == 0)
    #expect(second.unchanged == first.added)
    #expect(second.added + second.changed + second.amended == 0)
  }

  @Test("A bank comes out of the database as it went in", arguments: 1...12 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    let test = try TestData()
    let bank = try RandomBank.bank(seed: seed)
    try test.load(bank)
    let stored = try #require(try test.data.banks.banks().first)
    let back = try test.data.banks.bank(stored)
    let codes = bank.chapters.flatMap { $0.items.flatMap { $0.questions.map(\.code) } }
    let backCodes = back.chapters.flatMap { $0.items.flatMap { $0.questions.map(\.code) } }
    #expect(Set(codes) == Set(backCodes))
    let questions = Dictionary(
      back.chapters.flatMap { $0.items.flatMap { $0.questions } }.map { ($0.code, $0) },
      uniquingKeysWith: { $1 })
    for question in bank.chapters.flatMap({ $0.items.flatMap { $0.questions } }) {
      #expect(questions[question.code] == question)
    }
  }

  @Test("A changed key makes one new version of just that question, and memories due")
  func changedKey() throws {
    let test = try TestData()
    let learner = try test.learner()
    try test.load(
      try SampleBank.bank(
        SampleBank.items([try SampleBank.single("A"), try SampleBank.single("B")])))
    let run = try test.begin(.sequential, by: learner)
    let card = try #require(try run.turn().card)
    _ = try run.answer(card.question.response(right: true))
    let summary = try test.load(
      try SampleBank.bank(
        SampleBank.items([try SampleBank.single("A", right: 2), try SampleBank.single("B")])))
    #expect(summary.changed == 1 && summary.unchanged == 1 && summary.due == 1)
    let memory = try test.data.practice.memory(
      of: learner.id, question: card.stored.ref.question)
    #expect(memory.isDue)
  }

  @Test("A changed explanation makes no version")
  func changedExplanation() throws {
    let test = try TestData()
    var question = try SampleBank.single("A")
    try test.load(try SampleBank.bank(SampleBank.items([question])))
    question.rationale = Rationale("另一种说法")
    let summary = try test.load(try SampleBank.bank(SampleBank.items([question])))
    #expect(summary.amended == 1 && summary.changed == 0)
    let ref = try #require(try test.data.questions.find(code: "A", bank: nil).first)
    let stored = try #require(try test.data.questions.question(ref.question))
    #expect(stored.number == 1)
    #expect(stored.question.rationale == Rationale("另一种说法"))
  }

  @Test("Options keep their ids when they are moved or corrected")
  func optionsKeepIDs() throws {
    let test = try TestData()
    try test.load(
      try SampleBank.bank(
        SampleBank.items([
          try SampleBank.single("A", options: ["应当登记", "不必登记", "由法院决定", "由村委会决定"])
        ])))
    try test.load(
      try SampleBank.bank(
        SampleBank.items([
          try SampleBank.single(
            "A", options: ["由人民法院决定", "由村委会决定", "应当登记", "不必登记"], right: 3)
        ])))
    let ref = try #require(try test.data.questions.find(code: "A", bank: nil).first)
    let question = try #require(try test.data.questions.question(ref.question)).question
    #expect(question.options.map(\.id.number) == [3, 4, 1, 2])
    #expect(question.key == .options([OptionID(1)]))
    #expect(question.rationale.parts.contains(.option(OptionID(1))))
  }

  @Test("Questions that the file lacks are left alone, or retired where that is asked for")
  func missing() throws {
    let test = try TestData()
    let both = try SampleBank.bank(
      SampleBank.items([try SampleBank.single("A"), try SampleBank.single("B")]))
    let one = try SampleBank.bank(SampleBank.items([try SampleBank.single("A")]))
    try test.load(both)
    #expect(try test.load(one).lacking == 1)
    #expect(try test.data.banks.banks().first?.questions == 2)
    #expect(try test.load(one, retireMissing: true).retired == 1)
    #expect(try test.data.banks.banks().first?.questions == 1)
    #expect(try test.load(both).amended == 1)
    #expect(try test.data.banks.banks().first?.questions == 2)
  }

  @Test("A load that fails, and a trial, write nothing")
  func nothingHalfWritten() throws {
    struct Stop: Error {}
    let test = try TestData()
    let bank = try SampleBank.bank(SampleBank.items([try SampleBank.single("A")]))
    #expect(throws: Stop.self) {
      try test.data.banks.load(now: 0, retireMissing: false) { load in
        try load.begin(bank.header)
        try load.item(bank.chapters[0].items[0])
        throw Stop()
      }
    }
    #expect(try test.load(bank, isTrial: true).added == 1)
    #expect(try test.data.banks.banks().isEmpty)
  }
}
