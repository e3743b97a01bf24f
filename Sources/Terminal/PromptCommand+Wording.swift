import Text

extension PromptCommand: Worded {
  /// The short name, which is also the Chinese word after the colon.
  package var wording: Wording {
    switch self {
    case .next: Wording(zh: "跳过", en: "skip")
    case .previous: Wording(zh: "上一题", en: "previous")
    case .star: Wording(zh: "收藏", en: "star")
    case .sheet: Wording(zh: "答题卡", en: "sheet")
    case .note: Wording(zh: "笔记", en: "note")
    case .why: Wording(zh: "为什么", en: "why")
    case .jump: Wording(zh: "跳题", en: "jump")
    case .mark: Wording(zh: "标记", en: "mark")
    case .source: Wording(zh: "法条", en: "source")
    case .undo: Wording(zh: "撤销", en: "undo")
    case .report: Wording(zh: "此题有误", en: "report")
    case .search: Wording(zh: "查题", en: "search")
    case .stop: Wording(zh: "保存退出", en: "save and quit")
    case .help: Wording(zh: "帮助", en: "help")
    case .submit: Wording(zh: "交卷", en: "hand in")
    }
  }

  /// What is typed for it at every prompt: a colon and its word in this language.
  func typed(in language: Language) -> String {
    language == .chinese ? ":\(wording.zh)" : ":\(word)"
  }

  /// What it does, for the help: few words, so that the help of a prompt fits 15 lines of 40 columns.
  var explanation: Wording {
    switch self {
    case .next: Wording(zh: "先放一放，最后再问", en: "ask it again at the end")
    case .previous: Wording(zh: "回看上一题", en: "see the question before")
    case .star: Wording(zh: "收藏或取消收藏这道题", en: "star it, or unstar it")
    case .sheet: Wording(zh: "看已答、未答和标记", en: "answered, empty, marked")
    case .note: Wording(zh: "写或改这道题的笔记", en: "write or change a note")
    case .why: Wording(zh: "再看一遍解析", en: "the explanation again")
    case .jump: Wording(zh: "跳到某题，后面写题号", en: "go to it, by its number")
    case .mark: Wording(zh: "标记，交卷前再看", en: "mark it for a last look")
    case .source: Wording(zh: "看依据的法条和版本", en: "citation and edition")
    case .undo: Wording(zh: "撤销上一次作答（原记录保留）", en: "undo your last answer")
    case .report: Wording(zh: "告诉题库管理员此题有误", en: "report a wrong question")
    case .search: Wording(zh: "按词查题，后面写词", en: "find by words")
    case .stop: Wording(zh: "保存并退出，下次接着做", en: "save and leave")
    case .help: Wording(zh: "看这里能输入什么", en: "what can be typed here")
    case .submit: Wording(zh: "交卷", en: "hand the paper in")
    }
  }
}
