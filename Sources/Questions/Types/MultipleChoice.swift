import Text

/// 多选题: two or more options are right.
struct MultipleChoice: QuestionType {
  let id = "multiple"
  let name = Wording(zh: "多选题", en: "Multiple choice")
  let headings = ["多项选择题", "多选题", "多选", "multiple choice"]
  let form = AnswerForm.options(severalAllowed: true)

  func problems(of question: Question) -> [QuestionProblem] {
    var problems = ChoiceRules.problems(of: question)
    if let count = ChoiceRules.rightCount(question), count < 2 {
      problems.append(.severalRightOptionsWanted(count: count))
    }
    return problems
  }

  func grade(_ response: Response, of question: Question) -> Grade {
    ChoiceRules.grade(response, of: question)
  }

  func score(_ grade: Grade, full: Score, rule: ScoringRule) -> Score {
    ChoiceRules.score(grade, full: full, rule: rule)
  }
}
