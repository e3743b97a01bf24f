import Text

extension ReadFact {
  /// What is wrong with the frame: headings, where a line stands, what a question lacks.
  var frameWording: Wording {
    switch self {
    case .strayRule:
      Wording(
        zh: "一行横线只用在文件开头的题库信息前后，请删去（是文字就在行首加 \\）",
        en: "A line of dashes only encloses the front matter; remove it (or put \\ before text)")
    case .emptyHeading:
      Wording(zh: "标题是空的，请写上或删去", en: "The heading is empty; fill it in or remove it")
    case .chapterTwice(let title, let line):
      Wording(
        zh: "章节“\(title)”已在第 \(line) 行出现，请合并或改名",
        en: "The chapter '\(title)' stands in line \(line) already; join them or rename one")
    case .unknownType(let name):
      Wording(
        zh: "没有“\(name)”这种题型，可用：单选题、多选题、不定项、判断题、填空题、简答题、案例题",
        en: "There is no type '\(name)'; use Single choice, Multiple choice, Indefinite choice, "
          + "True or false, Fill in, Short answer, Case")
    case .questionWithoutType:
      Wording(
        zh: "不知道这题的题型，请在前面写“## 单项选择题”，或在题干前写 [单选]",
        en: "This question has no type; put '## Single choice' above it or [Single choice] first")
    case .caseQuestionWithoutType:
      Wording(
        zh: "案例里的题要写明题型，请在题干前写 [单选]、[判断] 等",
        en: "A question of a case needs its type; put [Single choice] or another before the stem")
    case .textBeforeQuestion:
      Wording(
        zh: "这一行不属于任何题，题目以“1. ”这样的序号开头；请改正或删去",
        en: "This line belongs to no question, which begins with a number such as '1. '; "
          + "mend or remove it")
    case .textAfterField(let field):
      Wording(
        zh: "“\(field.wording.zh)”只有一行，这一行不属于它；请移到该去的地方或删去",
        en: "'\(field.wording.en)' has one line and this does not belong to it; "
          + "move or remove it")
    case .fieldOutsideQuestion(let field):
      Wording(
        zh: "“\(field.wording.zh)”不在任何题里，请移到题干之后（是文字就在行首加 \\）",
        en: "'\(field.wording.en)' stands outside a question; move it after a stem "
          + "(or put \\ before text)")
    case .fieldInPassage(let field):
      Wording(
        zh: "案例的材料后只写编号，“\(field.wording.zh)”请写到各题里",
        en: "After the passage of a case only its code stands; "
          + "put '\(field.wording.en)' into its questions")
    case .fieldTwice(let field, let line):
      Wording(
        zh: "这题的“\(field.wording.zh)”已在第 \(line) 行写过，请删去一个",
        en: "'\(field.wording.en)' stands in line \(line) already; remove one")
    case .optionOutsideQuestion:
      Wording(
        zh: "选项不在任何题里，请先写题干（是文字就在行首加 \\）",
        en: "This option belongs to no question; write the stem first (or put \\ before text)")
    case .optionAfterField:
      Wording(
        zh: "选项要写在答案等各项之前；解析里提到选项请写 [A]（是文字就在行首加 \\）",
        en: "Options stand before the fields; in an explanation write [A] "
          + "(or put \\ before text)")
    case .optionOutOfOrder(let found, let expected):
      Wording(
        zh: "这里该是选项 \(expected)，写的是 \(found)；请按 A、B、C 的次序写",
        en: "Option \(expected) is due here, not \(found); write them in the order A, B, C")
    case .missingKey:
      Wording(zh: "这题没有答案，请加一行 答案：", en: "This question has no key; add a line Answer:")
    case .missingCode:
      Wording(
        zh: "没有编号，请加一行 编号：，或用 mingfa bank check --assign-codes 文件 自动补上",
        en: "There is no code; add a line Code:, or let mingfa bank check --assign-codes FILE "
          + "add it")
    case .unknownLabel(let name):
      Wording(
        zh: "不认得“\(name)”，当作文字读了；若是一项内容请核对写法",
        en: "'\(name)' is no known label and was read as text; check it if it was meant as one")
    case .likeTypeHeading(let line):
      Wording(
        zh: "“\(line)”当作文字读了；若是题型标题请写成 ## 单选题 这样的一行",
        en: "'\(line)' was read as text; if it is the heading of a type, write a line such as "
          + "## Single choice")
    case .emptyPassage:
      Wording(zh: "案例没有材料，请写在“案例：”之后", en: "The case has no passage; write it after Case:")
    case .caseWithoutQuestions:
      Wording(
        zh: "案例后面没有题，请补上或删去案例",
        en: "No question follows the case; add some or remove the case")
    case .caseEndWithoutCase:
      Wording(
        zh: "前面没有案例，请删去这一行或补上“案例：”",
        en: "No case stands before this; remove the line or add Case:")
    default: Wording(zh: "这一行有误，请改正", en: "This line is wrong; mend it")
    }
  }
}
