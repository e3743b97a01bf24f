import Text

/// 章节练习: one chapter of a bank.
struct ChapterMode: PracticeModeRules {
  let id = "chapter"
  let name = Wording(zh: "章节练习", en: "By chapter")
  let words = ["章节"]
  let source = PracticeSource.chapter
  let tellsAtOnce = true
}
