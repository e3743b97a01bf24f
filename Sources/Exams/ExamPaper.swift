import Learning
import Questions

/// A frozen form of an exam: which questions, in which versions, under which marks and rules. Never
/// changed once frozen; what a candidate sees of it is a `PaperOrder`.
package struct ExamPaper: Hashable, Sendable {
  /// What stands together under one heading.
  package struct Section: Hashable, Sendable {
    /// nil for cases.
    package var kind: QuestionKind?
    /// Of one question.
    package var points: Score
    /// The section's marks never fall below this; nil where deductions go on into other sections.
    package var floor: Score?
    package var lines: [Line]

    package init(kind: QuestionKind?, points: Score, floor: Score?, lines: [Line]) {
      self.kind = kind
      self.points = points
      self.floor = floor
      self.lines = lines
    }
  }

  /// One question of a section.
  package struct Line: Hashable, Sendable {
    package var question: PaperQuestion
    package var rule: ScoringRule

    package init(question: PaperQuestion, rule: ScoringRule) {
      self.question = question
      self.rule = rule
    }
  }

  /// Names the form: A, B, C …
  package var code: String
  package var sections: [Section]
  /// What the forms of the exam were drawn with: whoever has it, the bank and the blueprint can draw them
  /// anew. It lies nowhere else, and so is as closed as the questions. nil where it is not known.
  package var seed: UInt64?

  package init(code: String, sections: [Section], seed: UInt64? = nil) {
    self.code = code
    self.sections = sections
    self.seed = seed
  }

  /// All lines, in the order of the form. A line's number is its position here, from 0: answers are kept
  /// under it, whatever order a candidate sees.
  package var lines: [Line] { sections.flatMap(\.lines) }

  /// The marks of a paper without a fault.
  package var full: Score {
    Score(hundredths: sections.reduce(0) { $0 + $1.lines.count * $1.points.hundredths })
  }
}
