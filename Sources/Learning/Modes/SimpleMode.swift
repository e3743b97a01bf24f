import Text

/// 简易: today's questions for someone who hardly types, a few at a time.
struct SimpleMode: PracticeModeRules {
  let id = "simple"
  let name = Wording(zh: "简易练习", en: "Simple practice")
  let words = ["简易"]
  let source = PracticeSource.today
  let tellsAtOnce = true
  let scope = QuestionScope.byDigits
  let sittingLimit = 10
}
