import Text

extension BlueprintProblem: Worded {
  package var wording: Wording {
    let name = field.wording
    switch fact {
    case .codeUnusable(let text):
      return Wording(
        zh: "\(name.zh)“\(text)”不行，请只用小写字母、数字和 -，最多 40 个",
        en: "The \(name.en) '\(text)' won't do; use a-z, 0-9 and -, at most 40")
    case .textUnusable(let limit):
      return Wording(
        zh: "\(name.zh)请写成一行，1 到 \(limit) 个字",
        en: "Write the \(name.en) in one line of 1 to \(limit) characters")
    case .twice(let text):
      return Wording(
        zh: "“\(text)”写了两次，请删去一个", en: "'\(text)' stands twice; remove one")
    case .noSection:
      return Wording(
        zh: "一个大题也没有，请至少写一个题型",
        en: "There is no section; write at least one type of question")
    case .outOfRange(let least, let most):
      return Wording(
        zh: "\(name.zh)请写 \(least) 到 \(most)", en: "The \(name.en) may be \(least) to \(most)")
    case .tooManyQuestions(let count, let limit):
      return Wording(
        zh: "一共 \(count) 题，一份卷最多 \(limit) 题，请减少",
        en: "The paper would have \(count) questions; take at most \(limit)")
    case .ruleIdle(let kind):
      return Wording(
        zh: "\(kind.type.name.zh)没有选不全的答案，这条计分规则用不上，请删去或改为全对得分",
        en: "No answer to '\(kind.type.name.en)' leaves options out, so this rule has no use; "
          + "remove it or write all-or-nothing")
    case .abovePoints(let points):
      return Wording(
        zh: "\(name.zh)不能多于每题的 \(points.text) 分，请减少",
        en: "The \(name.en) cannot be more than the question's \(points.text); lower it")
    case .noWholeNumber, .sharesExceed, .sharesFallShort, .bankNotDrawn: return shareProblem
    case .beyondEnd(let minutes):
      return Wording(
        zh: "\(name.zh)不能超过考试的 \(minutes) 分钟，请减少",
        en: "The \(name.en) lies beyond the \(minutes) minutes of the exam; lower it")
    case .excellentBelowPass:
      return Wording(
        zh: "优秀线不能低于合格线，请提高", en: "The excellent mark lies below the pass mark; raise it")
    case .afterItself:
      return Wording(
        zh: "不能要求先通过这场考试自己，请写另一场的代号或删去",
        en: "An exam cannot wait for itself; name another one or remove this")
    }
  }

  private var shareProblem: Wording {
    switch fact {
    case .noWholeNumber(let questions):
      Wording(
        zh: "全卷 \(questions) 题，没有一个整数的题数合这个比例，请放宽",
        en: "No whole number of the paper's \(questions) questions has this share; widen it")
    case .sharesExceed(let least, let questions):
      Wording(
        zh: "这些比例至少要 \(least) 题，全卷只有 \(questions) 题，请降低",
        en:
          "Such shares want at least \(least) questions, and the paper has \(questions); lower them"
      )
    case .sharesFallShort(let most, let questions):
      Wording(
        zh: "各题库的比例合起来最多 \(most) 题，全卷要 \(questions) 题，请提高",
        en: "The banks' shares allow at most \(most) questions together, and the paper has "
          + "\(questions); raise them")
    case .bankNotDrawn(let code):
      Wording(
        zh: "题库 \(code) 不在抽题的题库里，请加上，或删去这个比例",
        en: "Nothing is drawn from the bank \(code); add it to the banks or remove this share")
    default: Wording(zh: "比例有误，请改正", en: "The share is wrong; mend it")
    }
  }
}
