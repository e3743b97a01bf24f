import Text

/// 顺序练习: the banks from the first question to the last.
struct SequentialMode: PracticeModeRules {
  let id = "sequential"
  let name = Wording(zh: "顺序练习", en: "Sequential")
  let words = ["顺序"]
  let source = PracticeSource.banks(shuffled: false)
  let tellsAtOnce = true
}
