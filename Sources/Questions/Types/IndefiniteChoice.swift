import Text

/// 不定项选择题: one or more options are right.
struct IndefiniteChoice: QuestionType {
  let id = "indefinite"
  let name = Wording(zh: "不定项选择题", en: "Indefinite choice")
  let headings = ["不定项选择题", "不定项", "indefinite choice"]
  let form = AnswerForm.options(severalAllowed: true)

  func problems(of question: Question) -> [QuestionProblem] {
    var problems = ChoiceRules.problems(of: question)
    if let count = ChoiceRules.rightCount(question), count < 1 {
      problems.append(.rightOptionWanted)
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
