import GRDB
import Questions
import TestKit
import Testing

@testable import Storage

/// The digest of the lines that a question was read from stays only as long as the question does.
@Suite struct SourceDigestTests {
  let test: TestData
  var file: DatabaseFile { test.data.file }

  init() throws { test = try TestData() }

  /// Loads questions with the digests 1, 2, 3 …
  @discardableResult
  private func load(_ codes: [String], retireMissing: Bool = false) throws -> BankLoadSummary {
    try test.data.banks.load(now: 1, retireMissing: retireMissing) { load in
      let encoder = BankEncoder()
      encoder.begin(try SampleBank.header())
      for (number, code) in codes.enumerated() {
        encoder.beginItem(passage: nil)
        encoder.question(try SampleBank.single(code), source: UInt128(number + 1))
        encoder.endItem()
      }
      try load.take(encoder.take())
    }
  }

  private func known(_ digest: UInt128) throws -> Bool {
    try file.read { try KnownBank($0, code: "demo")?.question(source: digest) != nil }
  }

  @Test func `what was loaded is known by its digest`() throws {
    try load(["Q1", "Q2"])
    #expect(try known(1))
    #expect(try known(2))
    #expect(try !known(3))
    #expect(try file.read { try KnownBank($0, code: "other") == nil })
  }

  @Test(arguments: [
    "UPDATE question SET rationale = '改过' WHERE id = 1",
    "UPDATE question SET difficulty = 5 WHERE id = 1",
    "UPDATE question SET level = NULL WHERE id = 1",
    "UPDATE question SET topics = '标签' WHERE id = 1",
    "UPDATE question SET question_use = 1 WHERE id = 1",
    "UPDATE question SET waivers = 'reading-load 长' WHERE id = 1",
    "UPDATE question SET detail_digest = zeroblob (16) WHERE id = 1",
    "UPDATE question_version SET state = 0 WHERE id = 1",
  ])
  func `a question that is changed by anyone else is read again`(sql: String) throws {
    try load(["Q1", "Q2"])
    try file.execute(sql)
    #expect(try !known(1))
    #expect(try known(2))
  }

  @Test(arguments: [
    "UPDATE question SET place = 7, item = 9 WHERE id = 1",
    "INSERT INTO star (learner_id, question_id, starred_at) SELECT id, 1, 0 FROM learner",
  ])
  func `a question in another place is known still`(sql: String) throws {
    try load(["Q1", "Q2"])
    try file.execute(sql)
    #expect(try known(1))
  }

  @Test func `a retired question that comes back is read`() throws {
    try load(["Q1", "Q2"])
    try load(["Q1"], retireMissing: true)
    #expect(try !known(2))
    #expect(try load(["Q1", "Q2"]).figures == "1 amended, 1 unchanged")
    #expect(try known(2))
  }

  @Test func `a question that is only kept is known, in its new place`() throws {
    try load(["Q1", "Q2"])
    let before = try file.read { try KnownBank($0, code: "demo") }
    let summary = try test.data.banks.load(now: 1, retireMissing: false) { load in
      let known = try #require(try load.recall("demo"))
      let encoder = BankEncoder()
      encoder.begin(try SampleBank.header(version: "2"))
      for digest: UInt128 in [2, 1] {
        encoder.beginItem(passage: nil)
        encoder.known(try #require(known.question(source: digest)))
        encoder.endItem()
      }
      try load.take(encoder.take())
    }
    #expect(summary.figures == "2 unchanged")
    #expect(try file.text("SELECT code FROM question ORDER BY item") == ["Q2", "Q1"])
    #expect(try file.text("SELECT code FROM question ORDER BY place") == ["Q2", "Q1"])
    #expect(try known(1) && known(2))
    #expect(before?.questions.count == 2)
  }
}
