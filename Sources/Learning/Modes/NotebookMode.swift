import Text

/// 错题本: what was missed, until it is known.
struct NotebookMode: PracticeModeRules {
  let id = "notebook"
  let name = Wording(zh: "错题本", en: "Missed questions")
  let words = ["错题", "错题本"]
  let source = PracticeSource.notebook
  let tellsAtOnce = true
}
