import Storage
import TestKit
import Testing
import Text

/// What is said where data could not be read or kept.
@Suite struct FailureWordingTests {
  @Test func `every failure is worded in both languages`() throws {
    let missing: [StorageFailure.Missing] = [
      .question(12), .attempt(3), .learner(4), .header,
    ]
    #expect(
      try SentenceCheck.faults(
        ofAll: missing, of: "Missing", in: "Storage/StorageFailure.swift") == [])
    let failures: [StorageFailure] =
      [
        .folderUnusable(path: "data", reason: SystemReason(13)), .notOurs(path: "data"),
        .newer(path: "data", schema: 9, known: 1), .busy, .full, .readOnly,
        .inputOutput(code: 10), .damaged, .staleSequence, .replaced,
        .refused("no such table: x"),
      ] + missing.map { .missing($0) }
    #expect(
      try SentenceCheck.faults(
        ofAll: failures, of: "StorageFailure", in: "Storage/StorageFailure.swift",
        quoting: ["no such table: x"]) == [])
  }
}
