import Exams
import Questions
import TestKit
import Testing
import Text

@testable import Workflows

/// What is said where something with a formal exam could not be done.
@Suite struct ExamFailureWordingTests {
  private static let failures: [ExamFailure] = [
    .noExams, .noSuchExam("x", known: ["y", "z"]), .codeTaken("x"), .codeUnusable("x y"),
    .noCandidates, .notEligible([.init(name: "Ann", unit: ["x"], refusals: [.passed])]),
    .makeUpTooEarly("x"), .impossible([.nothingAsked], held: 0),
    .impossible([.nothingAsked], held: 3), .examSits("x"), .rehearsalOpen("x"), .isCancelled("x"),
    .wasHeld("x"), .rehearsalLacks([.nothingAsked]), .timeWasGiven(60_000),
    .stillSitting(candidates: 2, longest: 61_000),
    .notFound([.enemies(form: 0, count: 2)]), .roomUnusable, .keyNeeded, .wrongKey,
    .formAltered("A"), .noSuchWave(7, of: 2), .waveOpen(1), .waveNotOpen(1), .waveWasOpened(1),
    .notOver, .isPublished, .notPublished, .noSuchCandidate("1001"), .wrongTicket, .nothingOpen,
    .severalOpen(["x", "y"]), .otherWave(2), .tooLate(minutes: 30), .hasEnded,
    .heldElsewhere(terminal: "x"), .goneElsewhere, .timeIsOver, .tooEarly(61_000),
    .notBegun("1001"), .minutesUnusable(0), .reasonMissing, .noSuchAnchor("x"),
    .signingKeyUnusable("x"), .hasBegun("1001"), .gradeDiffers("1001"),
    .windowNotYet(from: "2026-12-04 09:00"), .windowOver(until: "2026-12-04 09:00"),
    .windowReversed(from: "2026-12-04 09:00", until: "2026-12-04 08:00"),
    .ticketLocked(seconds: 8), .severalExams(["x", "y"]), .namesNeeded(exams: ["x", "y"]),
    .forgettingUnconfirmed("x"), .onNetwork(kind: "nfs"),
  ]

  @Test func `every failure is worded in both languages`() throws {
    #expect(
      try SentenceCheck.faults(
        ofAll: Self.failures, of: "ExamFailure", in: "Workflows/Exams/ExamFailure.swift") == [])
  }

  @Test(arguments: [
    ExamWindow(from: 0, until: nil), ExamWindow(from: nil, until: 0), ExamWindow(from: 0, until: 1),
  ])
  func `a window is worded, and none where no time was set`(window: ExamWindow) throws {
    let days = try TestData().data.dayRule()
    #expect(SentenceCheck.faults(of: try #require(window.wording(days))) == [])
    #expect(ExamWindow.always.wording(days) == nil)
  }
}
