import Text

extension QuestionProblem: Worded {
  package var wording: Wording {
    switch self {
    case .emptyStem:
      Wording(zh: "题干是空的，请写上题干", en: "The stem is empty; write one")
    case .tooFewOptions(let count):
      Wording(
        zh: "只有 \(count) 个选项，选择题至少要 2 个",
        en: "There are \(count) options; a choice needs at least 2")
    case .tooManyOptions(let count):
      Wording(
        zh: "有 \(count) 个选项，最多 8 个（A 到 H）",
        en: "There are \(count) options; at most 8 are allowed (A to H)")
    case .emptyOption(let position):
      Wording(
        zh: "选项 \(Self.letter(position)) 是空的，请补上文字",
        en: "Option \(Self.letter(position)) is empty; give it a text")
    case .duplicateOptions(let first, let second):
      Wording(
        zh: "选项 \(Self.letter(first)) 和 \(Self.letter(second)) 相同，请改掉一个",
        en: "Options \(Self.letter(first)) and \(Self.letter(second)) are the same; change one")
    case .optionsNotWanted:
      Wording(
        zh: "这种题型不该有选项，请删去选项或改题型",
        en: "This type has no options; remove them or change the type")
    case .oneRightOptionWanted(let count):
      Wording(
        zh: "单选题只能有 1 个答案，这里有 \(count) 个；请改答案或改为多选题",
        en: "A single choice has 1 right option, here are \(count); change the key or the type")
    case .severalRightOptionsWanted(let count):
      Wording(
        zh: "多选题至少要 2 个答案，这里有 \(count) 个；请改答案或改为不定项",
        en: "A multiple choice has at least 2 right options, here are \(count); "
          + "change the key, or the type to indefinite")
    case .rightOptionWanted:
      Wording(zh: "至少要有 1 个正确选项", en: "At least 1 option must be right")
    case .keyNotAmongOptions:
      Wording(
        zh: "答案里有不存在的选项，请核对字母",
        en: "The key names an option that is not there; check the letters")
    case .keyOfOtherForm:
      Wording(
        zh: "答案的写法与题型不符，请核对题型",
        en: "The key does not fit the type of the question; check the type")
    case .noBlankInStem:
      Wording(
        zh: "填空题的题干里没有空，请用 ____ 标出",
        en: "The stem has no blank; mark each with ____")
    case .blankCount(let stem, let key):
      Wording(
        zh: "题干有 \(stem) 个空，答案有 \(key) 个；各空答案用；隔开",
        en: "The stem has \(stem) blanks and the key \(key) parts; separate the parts with ;")
    case .emptyBlankForm(let blank):
      Wording(
        zh: "第 \(blank + 1) 个空有一个空白的答案，请补上或删去",
        en: "Blank \(blank + 1) has an empty accepted form; fill it in or remove it")
    case .noKeyPoint:
      Wording(
        zh: "简答题没有要点，请在答案下一行一个写“- 要点”",
        en: "The short answer has no key points; write one a line as '- point'")
    case .emptyKeyPoint(let position):
      Wording(
        zh: "第 \(position + 1) 个要点有空白的部分，请补上或删去",
        en: "Key point \(position + 1) has an empty part; fill it in or remove it")
    case .rationaleNamesMissingOption:
      Wording(
        zh: "解析提到的选项不存在，请核对方括号里的字母",
        en: "The explanation names an option that is not there; check the letter in brackets")
    }
  }

  private static func letter(_ position: Int) -> String {
    AnswerOption.letters.indices.contains(position)
      ? String(AnswerOption.letters[position]) : String(position + 1)
  }
}
