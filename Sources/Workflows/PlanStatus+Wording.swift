import Learning
import Text

extension PlanStatus: Worded {
  /// The plan and its course in one sentence.
  package var wording: Wording {
    let date = CivilDay(plan.examDay).iso
    if isExamDay {
      return Wording(
        zh: "“\(plan.title)”今天考试，祝顺利！计划到今天为止",
        en: "'\(plan.title)': the exam is today, good luck! The plan ends here")
    }
    if isOver {
      return Wording(
        zh: "计划“\(plan.title)”已结束：考试日是 \(date)",
        en: "The plan '\(plan.title)' is over: the exam day was \(date)")
    }
    guard let course else {
      return Wording(
        zh: "计划“\(plan.title)”里已经没有可练的题；请载入题库，或用 mingfa plan drop \(plan.number) 放弃",
        en: "The plan '\(plan.title)' has no questions left; load its banks, or drop it with "
          + "mingfa plan drop \(plan.number)")
    }
    return Wording(
      zh: "“\(plan.title)”还有 \(daysLeft) 天，\(course.wording.zh)",
      en: "'\(plan.title)', days left: \(daysLeft). \(course.wording.en)")
  }

  /// The same in few words, for a narrow screen.
  package var brief: Wording {
    if isExamDay {
      return Wording(
        zh: "“\(plan.title)”今天考试，祝顺利！", en: "'\(plan.title)': the exam is today, good luck!")
    }
    return Wording(
      zh: "“\(plan.title)”还有 \(daysLeft) 天：\(state.zh)",
      en: "'\(plan.title)', days left \(daysLeft): \(state.en)")
  }

  /// How it stands in a word or two.
  package var state: Wording {
    if isExamDay { return Wording(zh: "今天考试", en: "today") }
    if isOver { return Wording(zh: "已结束", en: "over") }
    return course?.state.wording ?? Wording(zh: "没有题", en: "no questions")
  }
}
