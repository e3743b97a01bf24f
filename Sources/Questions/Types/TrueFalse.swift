import Text

/// 判断题: a statement that is right or wrong.
struct TrueFalse: QuestionType {
  let id = "true-false"
  let name = Wording(zh: "判断题", en: "True or false")
  let headings = ["判断题", "判断", "true or false", "true/false"]
  let form = AnswerForm.truth

  func problems(of question: Question) -> [QuestionProblem] {
    var problems: [QuestionProblem] = question.stem.isEmpty ? [.emptyStem] : []
    if !question.options.isEmpty { problems.append(.optionsNotWanted) }
    if case .truth = question.key {} else { problems.append(.keyOfOtherForm) }
    return problems + ChoiceRules.rationaleProblems(of: question)
  }

  func grade(_ response: Response, of question: Question) -> Grade {
    guard case .truth(let said) = response, case .truth(let right) = question.key else {
      return Grade(verdict: .blank, hits: 0, total: 1)
    }
    return Grade(verdict: said == right ? .right : .wrong, hits: said == right ? 1 : 0, total: 1)
  }
}
