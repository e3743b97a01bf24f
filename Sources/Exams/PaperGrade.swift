import Questions

/// The marks of a paper: a function of the frozen form and the standing answers, in whole hundredths, so
/// that anybody can recount it.
package struct PaperGrade: Hashable, Sendable {
  /// What a section came to.
  package struct Section: Hashable, Sendable {
    package var score: Score
    package var full: Score
    package var questions: Int
    package var answered: Int
    package var right: Int

    package init(score: Score, full: Score, questions: Int, answered: Int, right: Int) {
      self.score = score
      self.full = full
      self.questions = questions
      self.answered = answered
      self.right = right
    }
  }

  package var sections: [Section]
  /// Of each line, by its number.
  package var lines: [Score]
  package var score: Score
  package var full: Score
  package var passMark: Score

  /// Whether the score reaches the pass mark; the mark itself passes.
  package var isPassed: Bool { score >= passMark && full > .zero }

  /// - Parameters:
  ///   - responses: by the number of the line; a line without one is blank.
  ///   - passMark: the least score that passes.
  package init(of paper: ExamPaper, responses: [Int: Response], passMark: Score) {
    var number = 0
    var sections: [Section] = []
    var lines: [Score] = []
    for section in paper.sections {
      var sum = Score.zero
      var answered = 0
      var right = 0
      for line in section.lines {
        let question = line.question.question
        let grade = question.kind.type.grade(responses[number] ?? .blank, of: question)
        let score = question.kind.type.score(grade, full: section.points, rule: line.rule)
        if grade.verdict != .blank { answered += 1 }
        if grade.verdict == .right { right += 1 }
        sum = sum + score
        lines.append(score)
        number += 1
      }
      if let floor = section.floor { sum = max(floor, sum) }
      let full = Score(hundredths: section.points.hundredths * section.lines.count)
      sections.append(
        Section(
          score: sum, full: full, questions: section.lines.count, answered: answered, right: right))
    }
    self.sections = sections
    self.lines = lines
    // The sum of a paper never falls below nothing.
    score = max(.zero, sections.reduce(Score.zero) { $0 + $1.score })
    full = paper.full
    self.passMark = passMark
  }
}
