import Learning
import Questions
import TestKit
import Testing

@testable import Storage

/// Questions that a newer file lacks.
@Suite struct MissingQuestionTests {
  let test: TestData
  var file: DatabaseFile { test.data.file }

  init() throws { test = try TestData() }

  /// Chapters of questions by code: `["甲": ["1", "2"]]`, a code with `C` for a case of two.
  private func bank(_ chapters: [(String, [String])]) throws -> Bank {
    Bank(
      header: try SampleBank.header(),
      chapters: try chapters.map { title, codes in
        BankChapter(
          title: title,
          items: try codes.map { code in
            code.hasPrefix("C")
              ? try SampleBank.caseItem(code, questions: 2)
              : BankItem(questions: [try SampleBank.truth(code)])
          })
      })
  }

  private func load(_ chapters: [(String, [String])], retireMissing: Bool = false) throws -> String
  {
    try test.load(bank(chapters), retireMissing: retireMissing).figures
  }

  /// The codes as practice asks them, item by item.
  private func practised() throws -> [String] {
    let bank = try #require(try test.data.banks.banks().first)
    let refs = try (0..<bank.items).map {
      try test.data.questions.refs(at: ItemPlan.Place(bank: bank.id, item: $0))
    }
    // The order in one piece says the same.
    var kept: [Int: [Int64]] = [:]
    try file.read { db in
      try BankOrder.walk(db, bank: bank.id) { item, questions in
        kept[item] = questions
        return true
      }
    }
    #expect(
      kept
        == Dictionary(
          uniqueKeysWithValues: refs.map { $0.map(\.question) }.enumerated().map { ($0, $1) }))
    return try refs.map { item in
      try item.map {
        try test.data.questions.question($0.question)?.question.code.text ?? "?"
      }.joined(separator: "+")
    }
  }

  /// The codes of each chapter, as practice by chapter asks them.
  private func byChapter() throws -> [String] {
    let all = try practised()
    let bank = try #require(try test.data.banks.banks().first)
    return try test.data.banks.chapters(of: bank.id).map {
      $0.title + ":" + all[$0.firstItem..<$0.firstItem + $0.items].joined(separator: " ")
    }
  }

  @Test func `what the file lacks is left alone, counted, and practised at the end of its chapter`()
    throws
  {
    #expect(try load([("甲", ["1", "2", "3"]), ("乙", ["4", "5"])]) == "5 added")
    #expect(try load([("甲", ["1", "3"]), ("乙", ["4", "5"])]) == "4 unchanged, 1 lacking")
    #expect(try byChapter() == ["甲:1 3 2", "乙:4 5"])
    #expect(try test.data.banks.banks().first?.questions == 5)
    #expect(try load([("甲", ["3"]), ("乙", ["5", "4"])]) == "3 unchanged, 2 lacking")
    #expect(try byChapter() == ["甲:3 1 2", "乙:5 4"])
  }

  @Test func `a chapter that the file lacks stays, behind the others, in the order of before`()
    throws
  {
    let all = zip(["甲", "乙", "丙", "丁", "戊"], ["a", "b", "c", "d", "e"]).map { ($0, [$1]) }
    #expect(try load(all) == "5 added")
    #expect(try load([all[3]]) == "1 unchanged, 4 lacking")
    #expect(try byChapter() == ["丁:d", "甲:a", "乙:b", "丙:c", "戊:e"])
    let before = try file.dump()
    #expect(try load([all[3]]) == "1 unchanged, 4 lacking")
    #expect(try file.dump() == before)
  }

  @Test func `a case that the file lacks stays whole`() throws {
    _ = try load([("甲", ["1", "C1", "C2", "2"])])
    #expect(try load([("甲", ["2", "1"])]) == "2 unchanged, 4 lacking")
    #expect(try practised() == ["2", "1", "C1-1+C1-2", "C2-1+C2-2"])
  }

  @Test func `a question that its case lacks is asked alone and written with its case`() throws {
    _ = try load([("甲", ["C1", "2"])])
    var less = try bank([("甲", ["C1", "2"])])
    less.chapters[0].items[0].questions.removeFirst()
    #expect(try test.load(less).figures == "2 unchanged, 1 lacking")
    #expect(try practised() == ["C1-2", "2", "C1-1"])
    let out = try #require(try RoundTrip.bank("demo", in: test))
    #expect(
      out.chapters[0].items.map { $0.questions.map(\.code.text) } == [["C1-2", "C1-1"], ["2"]])
  }

  @Test func `asked for, what the file lacks is retired and keeps its records`() throws {
    _ = try load([("甲", ["1", "2", "3"])])
    let learner = try test.learner()
    let run = try test.begin(.sequential, by: learner)
    for _ in 0..<3 {
      _ = try run.turn()
      _ = try run.answer(.truth(false))
    }
    let steps = try file.dump()["step"]
    #expect(try load([("甲", ["1"])], retireMissing: true) == "1 unchanged, 2 retired")
    #expect(try practised() == ["1"])
    #expect(try file.dump()["step"] == steps)
    #expect(try file.count("question") == 3)
    #expect(try test.data.practice.counts(of: learner.id).notebook == 1)
    let bank = try #require(try test.data.banks.banks().first)
    #expect(try test.data.banks.states(of: bank.id) == [.ready: 1, .retired: 2])
    #expect(try load([("甲", ["1"])], retireMissing: true) == "1 unchanged")
  }

  @Test func `what was retired comes back with the file that has it again`() throws {
    _ = try load([("甲", ["1", "2"])])
    _ = try load([("甲", ["1"])], retireMissing: true)
    #expect(try load([("甲", ["2", "1"])]) == "1 amended, 1 unchanged")
    #expect(try practised() == ["2", "1"])
    #expect(try file.count("question_version") == 2)
    #expect(try file.text("SELECT before FROM question_transition ORDER BY id") == ["1", "2"])
  }

  @Test(arguments: [true, false])
  func `drafts and exam questions that the file lacks are counted and retired, too`(
    retireMissing: Bool
  ) throws {
    var first = try bank([("甲", ["1", "2", "3", "4"])])
    first.chapters[0].items[1].questions[0].state = .draft
    first.chapters[0].items[2].questions[0].use = .exam
    first.chapters[0].items[3].questions[0].state = .retired
    try test.load(first)
    let figures = try load([("甲", ["1"])], retireMissing: retireMissing)
    #expect(figures == "1 unchanged, 2 \(retireMissing ? "retired" : "lacking")")
    #expect(try practised() == ["1"])
    let out = try #require(try RoundTrip.bank("demo", in: test))
    #expect(
      out.chapters[0].items.map { $0.questions[0].state }
        == (retireMissing
          ? [.ready, .retired, .retired, .retired] : [.ready, .draft, .ready, .retired]))
  }

  @Test func `an answer to a question that went away still stands in an attempt under way`() throws
  {
    _ = try load([("甲", ["1", "2", "3"])])
    let learner = try test.learner()
    let run = try test.begin(.sequential, by: learner)
    _ = try run.turn()
    _ = try run.answer(.truth(true))
    let second = try #require(try run.turn().card)
    #expect(second.question.code.text == "2")
    _ = try load([("甲", ["3"])], retireMissing: true)
    // The question on the screen is still answered, at the version that was shown.
    let again = try #require(try test.resume(learner))
    #expect(try again.turn().card?.question.code.text == "2")
    _ = try again.answer(.truth(true))
    #expect(try file.count("step", where: "kind = 'answer'") == 2)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `however a file changes, practice asks every ready question once`(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let whole = try RandomBank.bank(seed: seed, items: 14)
    for _ in 0..<6 {
      var bank = whole
      bank.chapters = chance.shuffled(bank.chapters).filter { _ in chance.below(5) > 0 }
      for index in bank.chapters.indices {
        bank.chapters[index].items = chance.shuffled(bank.chapters[index].items)
          .filter { _ in chance.below(4) > 0 }
      }
      bank.chapters.removeAll { $0.items.isEmpty }
      try test.load(bank, retireMissing: chance.below(3) == 0)
      let asked = try practised().flatMap { $0.split(separator: "+").map(String.init) }
      let ready = try file.text(
        """
        SELECT q.code FROM question q JOIN question_version v ON v.id = q.version_id
        WHERE v.state = 1 AND q.question_use <> 2
        """)
      #expect(asked.sorted() == ready.sorted())
      let chapters = try byChapter().flatMap {
        $0.split(separator: ":", maxSplits: 1).last?.split(whereSeparator: { " +".contains($0) })
          .map(String.init) ?? []
      }
      #expect(chapters == asked)
      #expect(try test.data.banks.banks().first?.questions == asked.count)
      // And it can be written out, read and loaded again with nothing changed but what it lacked.
      let out = try #require(try RoundTrip.bank("demo", in: test))
      let before = try practised()
      let again = try test.load(out)
      #expect(again.lacking == 0)
      #expect(again.changed == 0)
      #expect(try practised().sorted() == before.sorted())
    }
  }
}
