import Learning
import Text

extension PlanFailure: Worded {
  /// That the day is done, before what to do then.
  static let doneNews = Wording(
    zh: "按计划，今天要练的都练完了，明天接着来。",
    en: "What was planned for today is done, and tomorrow brings the next. ")

  package var wording: Wording {
    switch self {
    case .done:
      Wording(
        zh: "\(Self.doneNews.zh)还想练，可以按顺序做：mingfa practice sequential",
        en: "\(Self.doneNews.en)To go on, take the banks in order: mingfa practice sequential")
    case .dateUnreadable(let text):
      Wording(
        zh: "“\(text)”不是日期；请写成 2026-12-31",
        en: "'\(text)' is no date; write one such as 2026-12-31")
    case .notAhead(let date, let today):
      Wording(
        zh: "考试日 \(date) 不在今天（\(today)）之后，没有可以计划的日子；请用以后的日期",
        en: "The exam day \(date) does not lie after today (\(today)), so there is no day to plan; "
          + "give a later one")
    case .tooFar(let date, let furthest):
      Wording(
        zh: "考试日 \(date) 太远；请用 \(furthest) 以前的日期",
        en: "The exam day \(date) is too far away; give one up to \(furthest)")
    case .minutesOutOfRange(let minutes):
      Wording(
        zh: "每天 \(minutes) 分钟不能作计划；请用 \(ExamPlan.minutesAllowed.lowerBound) 到 "
          + "\(ExamPlan.minutesAllowed.upperBound)",
        en: "\(minutes) minutes a day make no plan; use \(ExamPlan.minutesAllowed.lowerBound) to "
          + "\(ExamPlan.minutesAllowed.upperBound)")
    case .titleUnusable(let title):
      Wording(
        zh: "“\(title)”不能作计划的名称；请用 1 到 40 个字，不含控制字符",
        en: "'\(title)' cannot name a plan; use 1 to 40 characters without control characters")
    case .tooMany(let numbers):
      Wording(
        zh: "已有计划 \(numbers.map(String.init).joined(separator: "、"))，最多 \(ExamPlan.most) 个；"
          + "请先用 mingfa plan drop 放弃一个",
        en: "There are the plans \(numbers.map(String.init).joined(separator: ", ")) already, "
          + "\(ExamPlan.most) are the most; drop one first with mingfa plan drop")
    case .unknown(let number, let known):
      Wording(
        zh: "没有计划 \(number)；"
          + (known.isEmpty
            ? "还没有计划，用 mingfa plan add 添加"
            : "现有：\(known.map(String.init).joined(separator: "、"))"),
        en: "There is no plan \(number); "
          + (known.isEmpty
            ? "there is none yet, add one with mingfa plan add"
            : "there are: \(known.map(String.init).joined(separator: ", "))"))
    case .bankEmpty(let title):
      Wording(
        zh: "题库“\(title)”里没有可练的题，不能列入计划；请换一个题库",
        en: "The bank '\(title)' has nothing to practise and cannot be planned; name another")
    }
  }
}
