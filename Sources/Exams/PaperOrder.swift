import Learning
import Questions

/// The order in which one candidate sees a form: sections stay, the questions within them and their
/// options are shuffled by the candidate's seed. The questions of a case stay together and in order.
package struct PaperOrder: Hashable, Sendable {
  /// The numbers of the lines (see `ExamPaper.lines`), in the order of the screen.
  package let lines: [Int]
  /// The options of each line, by the line's number.
  package let options: [[OptionID]]

  /// - Parameters:
  ///   - seed: the candidate's.
  ///   - rules: whether questions and options may change places.
  package init(of paper: ExamPaper, seed: UInt64, rules: Blueprint.FormRules) {
    var generator = SeededGenerator(seed: seed, purpose: 0x7061_7065_72)
    var first = 0
    var order: [Int] = []
    for section in paper.sections {
      var blocks: [[Int]] = []
      for (place, line) in section.lines.enumerated() {
        let joins =
          place > 0 && line.question.passage != nil
          && line.question.passage == section.lines[place - 1].question.passage
        if joins {
          blocks[blocks.count - 1].append(first + place)
        } else {
          blocks.append([first + place])
        }
      }
      order += (rules.shufflesQuestions ? generator.shuffled(blocks) : blocks).flatMap { $0 }
      first += section.lines.count
    }
    lines = order
    options = paper.lines.enumerated().map { number, line in
      OptionShuffle.order(
        of: line.question.question.options, allowed: line.question.question.order,
        seed: rules.shufflesOptions ? seed : nil, question: Int64(number))
    }
  }
}
