import Learning
import People
import Questions
import Statutes
import TestKit
import Testing
import Text
import Workflows

/// What is said where something could not be done, and what a check of the data found.
@Suite struct FailureWordingTests {
  private static let dates = [CalendarDate(iso: "2020-05-28")].compactMap(\.self)

  static let failures: [WorkflowFailure] =
    [
      .sharesNotMet([ShareGap(trait: .level(.apply), wanted: 10...50, found: 7)]),
      .noSuchBlueprint("x", known: ["y"]), .blueprintTwice("x", files: ["y.yaml", "z.yaml"]),
      .noBanks, .noSuchBank("x", known: ["civil-code", "constitution"]),
      .noSuchChapter("x", known: ["y"]), .chapterNeeded(known: ["y"]), .noSuchQuestion("CC-001"),
      .noSuchLearner("x"), .isForgotten(LearnerID(7)), .forgettingUnconfirmed,
      .fileExists(path: "x.json"), .noSuchUnit("x"), .nameTaken("x"), .nameUnusable("x"),
      .unitPathUnusable("x"), .streakOutOfRange(99), .notebookEmpty, .nothingStarred,
      .paperCannotBeFilled(
        MockDraw.Shortage(lines: [
          .init(kind: .single, wanted: 25, available: 3), .init(kind: nil, wanted: 2, available: 0),
        ])), .timeIsOver, .nothingToUndo, .zoneUnknown("x"), .hourOutOfRange(24),
      .fileUnwritable(path: "x.csv", reason: SystemReason(28)),
      .nothingToday(next: NextDue(days: 1, questions: 7)), .nothingToday(next: nil),
      .newPerDayOutOfRange(900), .noSuchObjection(7),
      .heldForExam("CC-001", exams: ["x"]),
      .textUnusable(limit: 500), .nothingToFind, .severalChapters("x", found: ["y", "z"]),
      .olderBank(file: "x.txt", loaded: .zero),
      .notBeforeYou, .notInExam, .emptyPaper, .plan(.done),
      .nothingByDigits, .noSuchField("x"), .fieldFixed("x"), .noSuchType("x", known: ["y"]),
      .nothingToChange, .authorMissing, .reasonUnusable(limit: 500), .changedMeanwhile("CC-001"),
      .codeTaken("CC-001"), .notOneQuestion(file: "x.txt"), .stateUnreachable("CC-001", .draft),
      .monthsReversed(YearMonth(year: 2026, month: 12), YearMonth(year: 2026, month: 11)),
      .noStatutes, .indexUnreadable(file: "x", line: 7), .noSuchStatute("x", known: ["y"]),
      .noPreamble(StatuteTitle("x")), .noEditionDate("x@y"),
      .noSuchArticle(StatuteTitle("x"), ArticleNumber(9), last: ArticleNumber(8)),
    ]
    + dates.flatMap { date -> [WorkflowFailure] in
      [
        .statuteDiffers(StatuteTitle("x"), date: date, article: ArticleNumber(9)),
        .noSuchEdition(StatuteTitle("x"), date: date, known: [date]),
        .onlyOneEdition(StatuteTitle("x"), date),
      ]
    }

  @Test func `every failure is worded in both languages`() throws {
    #expect(
      try SentenceCheck.faults(
        ofAll: Self.failures, of: "WorkflowFailure", in: "Workflows/WorkflowFailure.swift") == [])
  }

  @Test func `every finding of a check is worded in both languages`() throws {
    let findings: [CheckData.Finding] = [
      .damage("row 3 missing from index"), .inconsistentAttempt(AttemptID(1)),
      .scoreDiffers(
        AttemptID(2), recorded: Score(points: 60), recounted: Score(hundredths: 5_950)),
      .resultDiffers(AttemptID(3)), .memoriesDiffer(LearnerID(3), count: 7),
    ]
    #expect(
      try SentenceCheck.faults(ofAll: findings, of: "Finding", in: "Workflows/CheckData.swift")
        == [])
  }

  @Test func `every right and every category is worded in both languages`() throws {
    #expect(
      try SentenceCheck.faults(
        ofAll: Action.allCases, of: "Action", in: "People/Action.swift") == [])
    #expect(
      try SentenceCheck.faults(
        ofAll: PersonCategory.allCases, of: "PersonCategory", in: "People/PersonCategory.swift")
        == [])
    for action in Action.allCases {
      #expect(SentenceCheck.faults(of: Authorisation.Refusal(action: action).wording) == [])
    }
  }

  @Test func `every mode is worded in both languages`() {
    for mode in PracticeMode.all + [.simple] {
      #expect(SentenceCheck.faults(of: mode.rules.name) == [])
      #expect(mode.rules.words.contains { $0.unicodeScalars.contains(where: SentenceCheck.isHan) })
    }
    #expect(Set(PracticeMode.all.map(\.rules.name.zh)).count == PracticeMode.all.count)
    #expect(Set(PracticeMode.all.map(\.rules.name.en)).count == PracticeMode.all.count)
  }
}
