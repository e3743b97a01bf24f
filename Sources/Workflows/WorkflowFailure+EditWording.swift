import Text

extension WorkflowFailure {
  /// What is said of changing questions.
  var editWording: Wording {
    switch self {
    case .noSuchField(let name):
      Wording(
        zh: "没有栏目“\(name)”；请用题库文件里的栏目名，如 题型、题干、A、答案、解析、依据",
        en: "There is no field '\(name)'; use the labels of bank files, such as Type, Stem, A, "
          + "Answer, Explanation, Basis")
    case .fieldFixed(let name):
      Wording(
        zh: "“\(name)”不能在这里改：编号不变，停用请用 --retire，案例正文请改题库文件再载入",
        en:
          "'\(name)' cannot be changed here: codes stay, --retire retires, and the text of a case "
          + "is changed in its bank file")
    case .noSuchType(let name, let known):
      Wording(
        zh: "没有题型“\(name)”；可用：\(known.joined(separator: "、"))",
        en: "There is no type '\(name)'; there are: \(known.joined(separator: ", "))")
    case .nothingToChange:
      Wording(
        zh: "没有说改什么；请加 --set 栏目=内容，如 --set 答案=B",
        en: "Nothing says what to change; add --set FIELD=TEXT, such as --set Answer=B")
    case .authorMissing:
      Wording(
        zh: "请写明谁改的、为什么：--as 姓名 --reason 理由",
        en: "Say who changes it and why: --as NAME --reason TEXT")
    case .reasonUnusable(let limit):
      Wording(
        zh: "请写明理由，1 到 \(limit) 个字", en: "Give a reason of 1 to \(limit) characters")
    case .changedMeanwhile(let code):
      Wording(
        zh: "\(code) 刚被别人改过，没有保存；请看过新的内容再改",
        en: "\(code) was changed meanwhile, nothing was saved; look at it and try again")
    case .codeTaken(let code):
      Wording(
        zh: "这个题库已有编号 \(code)，没有添加；请换一个编号，或不写编号",
        en: "The bank has the code \(code) already, nothing was added; use another one, or none")
    case .notOneQuestion(let file):
      Wording(
        zh: "\(file) 里不是一道题；请只写一道，案例请写进题库文件再载入",
        en: "\(file) is not one question; write one alone, and load cases with a bank file")
    case .stateUnreachable(let code, let state):
      Wording(
        zh: "\(code) 现在不能转为“\(state.wording.zh)”，没有改动",
        en:
          "\(code) cannot be made '\(state.wording.en)' from its present state; nothing was changed"
      )
    default: wording
    }
  }
}
