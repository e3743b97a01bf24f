import Exams
import Learning
import Questions
import Storage

/// What the candidate sees.
extension SitExam {
  /// How many questions the paper has.
  package var count: Int { order.lines.count }

  /// The line of the form at a place on the screen.
  package func line(at position: Int) -> Int { order.lines[position] }

  /// The question at the present place.
  package var card: PracticeCard {
    let line = order.lines[position]
    let question = lines[line].question
    let before = position > 0 ? lines[order.lines[position - 1]].question.passage : nil
    return PracticeCard(
      stored: StoredQuestion(question, title: exam.title), optionOrder: order.options[line],
      number: position + 1, total: count, mode: .mock, chapterOfPlan: nil, isStarred: false,
      missed: 0, isAmended: false, isMarked: state.marked.contains(line),
      response: state.responses[line], remaining: remaining,
      answeredCount: state.responses.count, markedCount: state.marked.count,
      passageIsKnown: question.passage != nil && question.passage == before, note: nil,
      sources: [])
  }

  /// The marks of the present question.
  package var points: Score {
    var line = order.lines[position]
    for section in paper.sections {
      if line < section.lines.count { return section.points }
      line -= section.lines.count
    }
    return .zero
  }

  /// The answer sheet, in the order of the screen.
  package var sheet: [SheetLine] {
    order.lines.enumerated().map { place, line in
      SheetLine(
        number: place + 1, kind: lines[line].question.question.kind,
        isAnswered: state.responses[line] != nil, isMarked: state.marked.contains(line),
        isCurrent: place == position)
    }
  }
}
