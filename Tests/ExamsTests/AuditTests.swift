import TestKit
import Testing

@testable import Exams

/// What an audit reads and what it says.
@Suite struct AuditTests {
  private static let place = AuditFinding.Place(
    sequence: 57, kind: "answer", exam: "exam-1", number: "1001")
  private static let who = AuditFinding.Who(exam: "exam-1", number: "1001")

  private static let samples: [AuditFinding] = [
    .entryAltered(place), .digestAltered(place), .entryUncheckable(place),
    .entryMoved(place, from: 3), .entriesMissing(3...3), .entriesMissing(3...5),
    .entryInserted(place), .entriesBroken(3...90, shift: nil), .entriesBroken(3...90, shift: 1),
    .entriesBroken(3...90, shift: -2), .entryUnreadable(place), .kindUnknown(place),
    .entryAstray(place), .examWithoutEntry(exam: "a"), .examGone(place),
    .examDiffers(exam: "a", .title), .blueprintUnreadable(exam: "a"),
    .formGone(exam: "a", position: 0), .formAdded(exam: "a", form: "B"),
    .formDiffers(exam: "a", form: "B", .content), .formUnreadable(exam: "a", form: "B"),
    .keyGone(exam: "a"), .keyEarly(exam: "a"), .keyAstray(exam: 3),
    .afterClosing(place), .notHeld(place), .noteAltered(place), .noteGone(place), .noteAstray(3),
    .keyAltered(exam: "a"),
    .questionsDiffer(exam: "a"), .cancelledTooLate(place), .afterCancelling(place),
    .candidateWithoutEntry(who), .candidateGone(place),
    .candidateDiffers(who, .seat), .repeated(place), .beforeOpening(place),
    .beforeBeginning(place), .afterEnd(place), .afterDeadline(place, late: 1_500),
    .neverEnded(who), .endWithoutGrade(who), .gradeWithoutEnd(place),
    .scoreDiffers(who, place, stored: 9_000, recounted: 8_050),
    .gradeDiffers(who, place, .sections), .resultDiffers(who, stored: 9_000, logged: 8_000),
    .resultFieldDiffers(who, .passed), .resultGone(who),
    .resultWithoutEntry(candidate: 4, who), .resultWithoutEntry(candidate: 4, nil),
    .accountEventDiffers(3, .role), .accountEventGone(3, place), .accountEventWithoutEntry(3),
    .accountGone(3),
    .accountDiffers(3, .disabled), .cutOff(anchor: "9-A", count: 9, has: 7),
    .rewritten(anchor: "9-A", count: 9), .otherDatabase(anchor: "a.json"),
    .exportUnreadable(anchor: "a.json"), .signatureWrong(anchor: "a.json"),
    .signerUnknown(anchor: "a.json"), .exportExamDiffers(anchor: "a.json", .forms),
    .exportResultDiffers(anchor: "a.json", number: "1001", sealed: 9_000, recounted: nil),
    .exportResultDiffers(anchor: "a.json", number: "1001", sealed: nil, recounted: 50),
  ]

  @Test func `findings are worded in both languages, each in words of its own`() throws {
    #expect(
      try SentenceCheck.faults(
        ofAll: Self.samples, of: "AuditFinding", in: "Exams/Audit/AuditFinding.swift") == [])
    for field in AuditFinding.Field.allCases {
      #expect(SentenceCheck.faults(of: field.wording) == [], "\(field)")
    }
    #expect(
      AuditFinding.scoreDiffers(Self.who, Self.place, stored: 9_000, recounted: 8_050).wording.zh
        == "考试 exam-1 的 1001 号：记录 57 记为 90 分，按答案重算是 80.5 分")
    #expect(AuditFinding.entryAltered(Self.place).id == "entry-altered")
  }

  @Test(arguments: [
    "{\"line\":0,\"response\":{\"options\":[1,2]}}", "[]", "\"\"", "-12", "true", "null",
    " { \"a\" : [ {} , \"\\u0001\\n\\\"\" ] } ",
  ])
  func `JSON is read`(text: String) { #expect(AuditValue(Array(text.utf8)) != nil) }

  @Test(arguments: [
    "", "{", "[1,", "{\"a\"}", "{\"a\":1}x", "1.5", "tru", "\"a", "\"\\x\"", "-", "\"\\ud800\"",
    "99999999999999999999", String(repeating: "[", count: 100_000),
  ])
  func `what is no JSON is refused`(text: String) { #expect(AuditValue(Array(text.utf8)) == nil) }

  @Test(arguments: ["", "12", "x-0000-0000-0000-0000", "0-0000-0000-0000-0000", "results.json"])
  func `what is no code of the log is none`(text: String) {
    #expect(EvidenceAnchor(code: text) == nil)
  }
}
