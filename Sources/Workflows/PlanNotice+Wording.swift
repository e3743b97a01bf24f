import Learning
import Text

extension PlanNotice: Worded {
  package var wording: Wording {
    switch self {
    case .bankEmpty(let title):
      Wording(
        zh: "计划里的题库“\(title)”已经没有可练的题；其余的题照常安排",
        en:
          "The planned bank '\(title)' has nothing left to practise; the rest is planned as before")
    case .clockBehind(let last, let today):
      Wording(
        zh: "电脑日期是 \(CivilDay(today).iso)，早于最近一次作答的 \(CivilDay(last).iso)；"
          + "计划按电脑日期安排，请校准日期",
        en: "The computer's date, \(CivilDay(today).iso), lies before your last answer of "
          + "\(CivilDay(last).iso); the plan goes by that date, so set the clock right")
    }
  }
}
