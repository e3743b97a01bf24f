/// What the three types with options have in common.
enum ChoiceRules {
  static func problems(of question: Question) -> [QuestionProblem] {
    var problems: [QuestionProblem] = []
    if question.stem.isEmpty { problems.append(.emptyStem) }
    let options = question.options
    if options.count < 2 { problems.append(.tooFewOptions(count: options.count)) }
    if options.count > AnswerOption.letters.count {
      problems.append(.tooManyOptions(count: options.count))
    }
    for (position, option) in options.enumerated() {
      if option.text.isEmpty {
        problems.append(.emptyOption(position: position))
      } else if let earlier = options[..<position].firstIndex(where: {
        // Most differ in length already.
        $0.text.utf8.count == option.text.utf8.count && $0.text == option.text
      }) {
        problems.append(.duplicateOptions(first: earlier, second: position))
      }
    }
    switch question.key {
    case .options(let right):
      if !right.allSatisfy({ id in options.contains { $0.id == id } }) {
        problems.append(.keyNotAmongOptions)
      }
    default: problems.append(.keyOfOtherForm)
    }
    return problems + rationaleProblems(of: question)
  }

  static func rationaleProblems(of question: Question) -> [QuestionProblem] {
    let missing = question.rationale.parts.contains { part in
      guard case .option(let id) = part else { return false }
      return !question.options.contains { $0.id == id }
    }
    return missing ? [.rationaleNamesMissingOption] : []
  }

  static func rightCount(_ question: Question) -> Int? {
    guard case .options(let right) = question.key else { return nil }
    return right.count
  }

  static func grade(_ response: Response, of question: Question) -> Grade {
    guard case .options(let right) = question.key else {
      return Grade(verdict: .blank, hits: 0, total: 0)
    }
    guard case .options(let chosen) = response, !chosen.isEmpty else {
      return Grade(verdict: .blank, hits: 0, total: right.count)
    }
    let hits = chosen.intersection(right).count
    let verdict: Grade.Verdict =
      if chosen == right { .right } else if chosen.isSubset(of: right) { .partial } else { .wrong }
    return Grade(verdict: verdict, hits: hits, total: right.count)
  }

  /// An incomplete answer earns what the rule says; there is no share of the parts here.
  static func score(_ grade: Grade, full: Score, rule: ScoringRule) -> Score {
    switch grade.verdict {
    case .blank: return .zero
    case .right: return full
    case .wrong: return Score(hundredths: -rule.deduction.hundredths)
    case .partial:
      switch rule.partialCredit {
      case .none: return Score(hundredths: -rule.deduction.hundredths)
      case .half: return full.share(1, of: 2)
      case .perOption(let each):
        return min(full, Score(hundredths: each.hundredths * grade.hits))
      }
    }
  }
}
