import Learning
import Questions

/// How a question fared in earlier exams: what its difficulty is told by, besides its author's word.
package struct ResponseCount: Hashable, Sendable {
  /// Candidates who handed in a paper with the question.
  package var responses: Int
  /// How many of them did not earn full marks; a blank is wrong.
  package var wrong: Int

  package init(responses: Int = 0, wrong: Int = 0) {
    self.responses = responses
    self.wrong = wrong
  }

  /// Counts one paper that was handed in.
  ///
  /// - Parameters:
  ///   - responses: by the number of the line.
  ///   - counts: by question and version: who mends a question begins anew.
  package static func add(
    _ paper: ExamPaper, responses: [Int: Response], to counts: inout [QuestionRef: ResponseCount]
  ) {
    let marks = PaperGrade(of: paper, responses: responses, passMark: .zero).lines
    let points = paper.sections.flatMap { section in section.lines.map { _ in section.points } }
    for (line, (mark, full)) in zip(paper.lines, zip(marks, points)) {
      counts[line.question.ref, default: ResponseCount()].responses += 1
      if mark < full { counts[line.question.ref, default: ResponseCount()].wrong += 1 }
    }
  }
}
