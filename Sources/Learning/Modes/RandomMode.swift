import Text

/// 随机练习: the banks in the random order of a seed.
struct RandomMode: PracticeModeRules {
  let id = "random"
  let name = Wording(zh: "随机练习", en: "Random")
  let words = ["随机"]
  let source = PracticeSource.banks(shuffled: true)
  let tellsAtOnce = true
}
