import Text

/// 模拟考试: a paper with points, a clock and feedback at the end.
struct MockMode: PracticeModeRules {
  let id = "mock"
  let name = Wording(zh: "模拟考试", en: "Mock exam")
  let words = ["模拟"]
  let source = PracticeSource.drawn
  let tellsAtOnce = false
}
