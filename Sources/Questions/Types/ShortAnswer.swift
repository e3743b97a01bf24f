import Text

/// 简答题: graded against key points. A point is made where one of its forms is in the answer.
struct ShortAnswer: QuestionType {
  let id = "short"
  let name = Wording(zh: "简答题", en: "Short answer")
  let headings = ["简答题", "简答", "问答题", "short answer"]
  let form = AnswerForm.text

  func problems(of question: Question) -> [QuestionProblem] {
    var problems: [QuestionProblem] = question.stem.isEmpty ? [.emptyStem] : []
    if !question.options.isEmpty { problems.append(.optionsNotWanted) }
    guard case .points(let points) = question.key else { return problems + [.keyOfOtherForm] }
    if points.isEmpty { problems.append(.noKeyPoint) }
    for (position, point) in points.enumerated() {
      let words = [point.wording] + point.forms.flatMap { $0.isEmpty ? [""] : $0 }
      if words.contains(where: AnswerText.isEmpty) {
        problems.append(.emptyKeyPoint(position: position))
      }
    }
    return problems + ChoiceRules.rationaleProblems(of: question)
  }

  func grade(_ response: Response, of question: Question) -> Grade {
    guard case .points(let points) = question.key, !points.isEmpty else {
      return Grade(verdict: .blank, hits: 0, total: 0)
    }
    guard case .text(let typed) = response else {
      return Grade(verdict: .blank, hits: 0, total: points.count)
    }
    let said = AnswerText.normalized(typed)
    guard !said.isEmpty else { return Grade(verdict: .blank, hits: 0, total: points.count) }
    var hit: Set<Int> = []
    for (position, point) in points.enumerated() {
      let forms = [[point.wording]] + point.forms
      let made = forms.contains { words in
        !words.isEmpty && words.allSatisfy { AnswerText.says(said, AnswerText.normalized($0)) }
      }
      if made { hit.insert(position) }
    }
    let verdict: Grade.Verdict =
      hit.count == points.count ? .right : hit.isEmpty ? .wrong : .partial
    return Grade(verdict: verdict, hits: hit.count, total: points.count, hitParts: hit)
  }
}
