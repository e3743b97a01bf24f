import Text

/// 填空题: blanks in the stem, several accepted forms each.
struct FillIn: QuestionType {
  let id = "fill-in"
  let name = Wording(zh: "填空题", en: "Fill in")
  let headings = ["填空题", "填空", "fill in", "fill-in", "fill in the blank"]
  let form = AnswerForm.blanks

  func problems(of question: Question) -> [QuestionProblem] {
    var problems: [QuestionProblem] = question.stem.isEmpty ? [.emptyStem] : []
    if !question.options.isEmpty { problems.append(.optionsNotWanted) }
    guard case .blanks(let blanks) = question.key else { return problems + [.keyOfOtherForm] }
    let count = StemBlanks.count(in: question.stem)
    if count == 0 {
      problems.append(.noBlankInStem)
    } else if count != blanks.count {
      problems.append(.blankCount(inStem: count, inKey: blanks.count))
    }
    for (position, forms) in blanks.enumerated()
    where forms.isEmpty || forms.contains(where: AnswerText.isEmpty) {
      problems.append(.emptyBlankForm(blank: position))
    }
    return problems + ChoiceRules.rationaleProblems(of: question)
  }

  func grade(_ response: Response, of question: Question) -> Grade {
    guard case .blanks(let blanks) = question.key, !blanks.isEmpty else {
      return Grade(verdict: .blank, hits: 0, total: 0)
    }
    guard case .blanks(let typed) = response,
      typed.contains(where: { !AnswerText.normalized($0).isEmpty })
    else { return Grade(verdict: .blank, hits: 0, total: blanks.count) }
    var hit: Set<Int> = []
    for (position, forms) in blanks.enumerated() where position < typed.count {
      let said = AnswerText.normalized(typed[position])
      guard !said.isEmpty else { continue }
      if forms.contains(where: { AnswerText.normalized($0) == said }) { hit.insert(position) }
    }
    let nothingMore = typed.dropFirst(blanks.count).allSatisfy {
      AnswerText.normalized($0).isEmpty
    }
    let verdict: Grade.Verdict =
      hit.count == blanks.count && nothingMore ? .right : hit.isEmpty ? .wrong : .partial
    return Grade(verdict: verdict, hits: hit.count, total: blanks.count, hitParts: hit)
  }
}
