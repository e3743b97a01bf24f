import Text

/// 收藏练习: what the learner starred.
struct StarredMode: PracticeModeRules {
  let id = "starred"
  let name = Wording(zh: "收藏练习", en: "Starred")
  let words = ["收藏"]
  let source = PracticeSource.starred
  let tellsAtOnce = true
}
