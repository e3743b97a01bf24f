import Glibc
import TestKit
import Testing
import Text

@testable import Terminal

/// What is said of the terminal and its streams.
@Suite struct FactWordingTests {
  @Test func `every fact and failure is worded in both languages`() throws {
    let facts: [TerminalFact] = [
      .noUTF8Locale(asked: "C"), .historyNotKept(path: "history-home", reason: SystemReason(28)),
      .historyNotForgotten(path: "history-home", reason: SystemReason(1)),
    ]
    #expect(
      try SentenceCheck.faults(ofAll: facts, of: "TerminalFact", in: "Terminal/TerminalFact.swift")
        == [])
    let failures: [ScreenFailure] = [.closed, .full(ENOSPC), .broken(EIO)]
    #expect(
      try SentenceCheck.faults(
        ofAll: failures, of: "ScreenFailure", in: "Terminal/ScreenFailure.swift") == [])
    #expect(
      try SentenceCheck.faults(
        ofAll: [LineRefusal.tooLong(limit: 7)], of: "LineRefusal",
        in: "Terminal/LineRefusal.swift") == [])
  }

  @Test(
    arguments: [
      (EPIPE, .closed), (ENOSPC, .full(ENOSPC)), (EDQUOT, .full(EDQUOT)), (EFBIG, .full(EFBIG)),
      (EIO, .broken(EIO)), (EBADF, .broken(EBADF)),
    ] as [(Int32, ScreenFailure)])
  func `an error number of a write means one failure`(number: Int32, failure: ScreenFailure) {
    #expect(ScreenFailure(errorNumber: number) == failure)
    #expect(failure.endsQuietly == (number == EPIPE))
  }
}
