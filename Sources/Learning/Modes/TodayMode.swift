import Text

/// 今日: what is due, then new questions within the day's budget.
struct TodayMode: PracticeModeRules {
  let id = "today"
  let name = Wording(zh: "今日练习", en: "Today")
  let words = ["今日", "今天"]
  let source = PracticeSource.today
  let tellsAtOnce = true
}
