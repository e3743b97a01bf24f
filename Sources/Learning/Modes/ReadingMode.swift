import Text

/// 背题: the banks in order, each question with its key and reasons; nothing is asked.
struct ReadingMode: PracticeModeRules {
  let id = "reading"
  let name = Wording(zh: "背题", en: "Read through")
  let words = ["背题"]
  let source = PracticeSource.banks(shuffled: false)
  let tellsAtOnce = true
  let asks = false
}
