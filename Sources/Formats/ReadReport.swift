import Questions

/// What reading a file came to.
package struct ReadReport: Sendable {
  /// In the order of the file; at most some hundred, then a fact says how many more there are.
  package var problems: [ReadProblem]
  package var errorCount: Int
  package var warningCount: Int
  /// Questions begun in the file, whole or not.
  package var questionCount: Int

  package init(
    problems: [ReadProblem] = [], errorCount: Int = 0, warningCount: Int = 0,
    questionCount: Int = 0
  ) {
    self.problems = problems
    self.errorCount = errorCount
    self.warningCount = warningCount
    self.questionCount = questionCount
  }

  /// The report of a file that could not even be opened.
  package init(unopened problem: ReadProblem) {
    self.init(problems: [problem], errorCount: 1)
  }

  /// The file was read whole: all events that were handed out hold.
  package var isWhole: Bool { errorCount == 0 }
}
