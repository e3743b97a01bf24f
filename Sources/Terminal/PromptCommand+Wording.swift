import Text

extension PromptCommand: Worded {
  /// The short name, which is also the Chinese word after the colon.
  package var wording: Wording {
    switch self {
    case .next: Wording(zh: "跳过", en: "skip")
    case .previous: Wording(zh: "上一题", en: "previous")
    case .star: Wording(zh: "收藏", en: "star")
    case .sheet: Wording(zh: "答题卡", en: "sheet")
    case .why: Wording(zh: "为什么", en: "why")
    case .jump: Wording(zh: "跳题", en: "jump")
    case .mark: Wording(zh: "标记", en: "mark")
    case .source: Wording(zh: "法条", en: "source")
    case .undo: Wording(zh: "撤销", en: "undo")
    case .report: Wording(zh: "此题有误", en: "report")
    case .stop: Wording(zh: "保存退出", en: "save and quit")
    case .help: Wording(zh: "帮助", en: "help")
    case .submit: Wording(zh: "交卷", en: "hand in")
    }
  }

  /// What it does, for the help.
  var explanation: Wording {
    switch self {
    case .next: Wording(zh: "先放一放，最后再问", en: "put it off; it comes again at the end")
    case .previous: Wording(zh: "回看上一题", en: "look back at the question before")
    case .star: Wording(zh: "收藏或取消收藏这道题", en: "star this question, or take the star off")
    case .sheet: Wording(zh: "看已答、未答和标记", en: "see what is answered, empty and marked")
    case .why: Wording(zh: "再看一遍解析", en: "read the explanation again")
    case .jump: Wording(zh: "跳到某题，如 j 12", en: "go to a question, as in j 12")
    case .mark: Wording(zh: "标记，交卷前再看", en: "mark it, to look again before handing in")
    case .source: Wording(zh: "看依据的法条和版本", en: "see the citation and its edition")
    case .undo: Wording(zh: "撤销上一次作答（原记录保留）", en: "take the last answer back (it stays on record)")
    case .report: Wording(zh: "告诉题库管理员此题有误", en: "tell the trainer that this question is wrong")
    case .stop: Wording(zh: "保存并退出，下次接着做", en: "save and leave; go on next time")
    case .help: Wording(zh: "看这里能输入什么", en: "see what can be typed here")
    case .submit: Wording(zh: "交卷", en: "hand the paper in")
    }
  }
}
