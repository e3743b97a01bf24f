import Questions
import Text
import Workflows

/// Articles that are proposed for a question which cites none.
package enum CitePage {
  /// A question with its proposals.
  ///
  /// - Parameter number: from 1, and how many there are.
  package static func lines(
    _ uncited: CiteQuestions.Uncited, number: Int, of count: Int, style: PageStyle
  ) -> [String] {
    let place = Wording(
      zh: "第 \(number) / \(count) 题   \(uncited.question.code.text)",
      en: "Question \(number) of \(count)   \(uncited.question.code.text)")
    var lines =
      style.rule + style.wrapped(place(style.language))
      + style.wrapped(uncited.question.stem, first: " ", indent: 1)
    for text in uncited.question.keyTexts {
      lines += style.wrapped(text, first: "   = ", indent: 5)
    }
    guard !uncited.proposals.isEmpty else {
      return lines
        + style.sentence(
          Wording(zh: "没有一条和这道题有相同的字句", en: "No article shares any words with it"))
    }
    for (index, proposal) in uncited.proposals.enumerated() {
      lines += style.wrapped(
        proposal.citation.text(in: .chinese)
          + Wording(
            zh: "（\(proposal.edition.date.iso) 版）", en: " (edition of \(proposal.edition.date.iso))"
          )(
            style.language), first: " \(index + 1) ", indent: 3)
      if let sentence = proposal.sentence {
        lines += style.wrapped(sentence, first: "   | ", indent: 5)
      }
    }
    return lines
  }

  /// Asks which one holds, question by question.
  ///
  /// - Returns: what was settled, by the line of the question, and how the person left.
  /// - Throws: `ScreenFailure`.
  package static func settle(
    _ uncited: [CiteQuestions.Uncited], talk: Conversation
  ) throws -> (settled: [Int: CiteQuestions.Proposal], leaving: Leaving?) {
    var settled: [Int: CiteQuestions.Proposal] = [:]
    for (index, question) in uncited.enumerated() {
      try talk.show(lines(question, number: index + 1, of: uncited.count, style: talk.style))
      let count = question.proposals.count
      let prompt = Wording(
        zh: "1-\(count) = 选定，回车 = 先不定，q = 写入并退出> ",
        en: "1-\(count) = that one, Enter = leave it, q = write and quit> ")
      asking: while true {
        switch try talk.nextLine(LinePrompt(prompt(talk.language))) {
        case .left(let leaving): return (settled, leaving)
        case .line(let line):
          let text = InputText.narrowed(line)
          if text.isEmpty { break asking }
          if InputText.meansBack(text) { return (settled, .back) }
          if let number = Int(text), question.proposals.indices.contains(number - 1) {
            settled[question.line] = question.proposals[number - 1]
            break asking
          }
          try talk.say(
            Wording(
              zh: "请输入 1 到 \(count)，或直接回车", en: "Type 1 to \(count), or press Enter"))
        }
      }
    }
    return (settled, nil)
  }
}
