import Learning
import Questions
import Testing

/// What a learner is told at the end of a session.
@Suite struct SummaryTests {
  /// `甲+甲-乙+`: a chapter and whether the answer was right.
  private func answers(_ text: String) -> [SessionSummary.Answered] {
    let signs = Array(text)
    return stride(from: 0, to: signs.count, by: 2).map { index in
      let verdict: Grade.Verdict =
        switch signs[index + 1] {
        case "+": .right
        case "~": .partial
        default: .wrong
        }
      return SessionSummary.Answered(
        chapter: signs[index] == "_" ? "" : String(signs[index]), verdict: verdict)
    }
  }

  private func summary(
    _ text: String, notebook: Int = 0, remaining: Int = 1
  ) -> SessionSummary {
    SessionSummary(answers(text), duration: 1000, notebook: notebook, remaining: remaining)
  }

  @Test func `half a right answer is answered and not right`() {
    let summary = summary("甲+甲~甲-")
    #expect(summary.answered == 3)
    #expect(summary.right == 1)
    #expect(summary.duration == 1000)
  }

  @Test(arguments: [
    ("甲+乙+", ""),
    ("甲+乙-", "乙"),
    ("甲+甲-乙-", "乙甲"),
    ("甲-乙+乙-丙+丙+丙-丁+丁+丁+丁-", "甲乙丙"),
    ("甲-乙-乙-", "乙甲"),  // equally weak: more misses first
  ]) func `the weakest chapters come first, three at most, none without a miss`(
    text: String, titles: String
  ) {
    #expect(summary(text).weakest.map(\.title).joined() == titles)
  }

  @Test(arguments: [
    ("", 9, 0, SessionSummary.NextStep.answerSomething),
    ("甲+", 5, 3, .practiseMistakes(count: 5)),
    ("甲-", 4, 3, .practiseChapter("甲")),
    ("甲-甲+", 4, 3, .goOn),  // half right is not yet weak
    ("_-", 4, 3, .goOn),  // a chapter without a title cannot be named
    ("甲+", 4, 3, .goOn),
    ("甲+", 4, 0, .sitMock),
  ])
  func `there is one next step`(
    text: String, notebook: Int, remaining: Int, advice: SessionSummary.NextStep
  ) {
    #expect(summary(text, notebook: notebook, remaining: remaining).advice == advice)
  }
}
