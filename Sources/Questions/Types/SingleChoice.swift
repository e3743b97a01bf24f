import Text

/// 单选题: exactly one option is right.
struct SingleChoice: QuestionType {
  let id = "single"
  let name = Wording(zh: "单选题", en: "Single choice")
  let headings = ["单项选择题", "单选题", "单选", "single choice"]
  let form = AnswerForm.options(severalAllowed: false)

  func problems(of question: Question) -> [QuestionProblem] {
    var problems = ChoiceRules.problems(of: question)
    if let count = ChoiceRules.rightCount(question), count != 1 {
      problems.append(.oneRightOptionWanted(count: count))
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
