import Questions
import Statutes
import Text

extension ReadFact: Worded {
  package var wording: Wording {
    switch self {
    case .file(let fault): fault.wording
    case .word(let fault): fault.wording
    case .question(let problem): problem.wording
    case .statute(let flaw): flaw.wording
    case .blueprint(let flaw): flaw.wording
    case .roster(let flaw): flaw.wording
    case .finding(let finding): finding.wording
    case .frontMatterMissing, .frontMatterNotClosed, .frontMatterLineUnreadable,
      .unknownHeaderField, .headerFieldMissing, .headerFieldTwice, .headerFieldUnreadable,
      .statuteTwice:
      headerWording
    case .unreadableKey, .keyPointWithoutDash, .unreadableCode, .codeTwice, .unreadableCitation,
      .citationWithoutTitle, .statuteNotInHeader, .unknownValue:
      valueWording
    case .unreadableWaiver, .waiverWithoutReason, .unknownRule, .ruleOfBankWaived,
      .ruleOfFormWaived:
      waiverWording
    case .lineTooLong, .emptyFile, .noQuestions, .more, .moreWarnings, .noExplanation,
      .noCitation, .noDifficulty, .noLevel:
      wholeWording
    default: frameWording
    }
  }

  private var wholeWording: Wording {
    switch self {
    case .lineTooLong(let limit):
      Wording(
        zh: "这一行超过 \(limit >> 20) MB，请核对文件，把它分成多行",
        en: "This line is longer than \(limit >> 20) MB; check the file and break the line")
    case .emptyFile:
      Wording(
        zh: "文件是空的，请写上题库（写法见 docs/bank-format.md）",
        en: "The file is empty; write a bank into it (docs/bank-format.md says how)")
    case .noQuestions:
      Wording(
        zh: "文件里没有题，题目以“1. ”这样的序号开头",
        en: "The file has no questions; a question begins with a number such as '1. '")
    case .more(let count):
      Wording(
        zh: "还有 \(count) 处错误没有列出，先改上面的",
        en: "\(count) more errors are not listed; mend those above first")
    case .moreWarnings(let count):
      Wording(
        zh: "还有 \(count) 条提醒没有列出", en: "\(count) more warnings are not listed")
    case .noExplanation:
      Wording(
        zh: "没有解析，建议写上对在哪里、错在哪里",
        en: "There is no explanation; say why the key is right and the others wrong")
    case .noCitation:
      Wording(zh: "没有依据，建议写上法条", en: "There is no basis; cite the article")
    case .noDifficulty:
      Wording(zh: "没有难度，建议写上 1 到 5", en: "There is no difficulty; give one from 1 to 5")
    default:
      Wording(
        zh: "没有层次，建议写上识记、理解或应用",
        en: "There is no level; give Remember, Understand or Apply")
    }
  }

  private var headerWording: Wording {
    switch self {
    case .frontMatterMissing:
      Wording(
        zh: "文件开头没有题库信息，请先写一行 ---，再写 题库：、名称：、版本：，再写一行 ---",
        en: "The file has no front matter; begin it with a line ---, then Bank:, Title: and "
          + "Version:, then a line ---")
    case .frontMatterNotClosed:
      Wording(
        zh: "题库信息没有结束，请在这一行之前写一行 ---",
        en: "The front matter does not end; put a line --- before this one")
    case .frontMatterLineUnreadable:
      Wording(
        zh: "题库信息每行是“名称：内容”，这一行不是，请改正或删去",
        en: "The front matter has lines 'Name: value', and this is none; mend or remove it")
    case .unknownHeaderField(let name):
      Wording(
        zh: "题库信息里没有“\(name)”这一项，可用：题库、名称、语言、版本、法律、核对",
        en: "The front matter has no field '\(name)'; "
          + "use Bank, Title, Language, Version, Statute, Checked")
    case .headerFieldMissing(let field):
      Wording(
        zh: "题库信息缺少“\(field.wording.zh)：”，请补上一行",
        en: "The front matter lacks '\(field.wording.en):'; add the line")
    case .headerFieldTwice(let field, let line):
      Wording(
        zh: "“\(field.wording.zh)”已在第 \(line) 行写过，请删去一个",
        en: "'\(field.wording.en)' stands in line \(line) already; remove one")
    case .headerFieldUnreadable(let field, let text):
      Self.headerValue(field, text)
    case .statuteTwice(let title, let line):
      Wording(
        zh: "\(title.quoted)已在第 \(line) 行写过，一部法律只写一行，请删去一个",
        en: "\(title.quoted) stands in line \(line) already; a statute has one line, remove one")
    default: Wording(zh: "题库信息有误，请改正", en: "The front matter is wrong; mend it")
    }
  }

  private static func headerValue(_ field: HeaderField, _ text: String) -> Wording {
    switch field {
    case .bank:
      Wording(
        zh: "题库代号“\(text)”不行，只用小写字母、数字和 -，最多 40 个",
        en: "The bank's id '\(text)' won't do; use a-z, 0-9 and -, at most 40")
    case .title: Wording(zh: "名称是空的，请写上", en: "The title is empty; write one")
    case .language:
      Wording(zh: "语言“\(text)”不行，请写 zh 或 en", en: "No language '\(text)'; write zh or en")
    case .version:
      Wording(
        zh: "版本“\(text)”不行，请写成 2026.11 这样的数字",
        en: "The version '\(text)' won't do; write numbers such as 2026.11")
    case .statute:
      Wording(
        zh: "“\(text)”看不懂，请写成：《民法典》 2020-05-28",
        en: "'\(text)' is unreadable; write: Constitution = 《宪法》 2018-03-11")
    case .checked:
      Wording(
        zh: "“\(text)”看不懂，请写成：2026-11-24 核对人",
        en: "'\(text)' is unreadable; write: 2026-11-24 name")
    }
  }

  private var valueWording: Wording {
    switch self {
    case .unreadableKey(let kind, let text): Self.key(kind, text)
    case .keyPointWithoutDash:
      Wording(
        zh: "简答题的答案一行一个要点，每行以“- ”开头，请补上",
        en: "The key of a short answer has one point a line, each beginning with '- '; add it")
    case .unreadableCode(let text):
      Wording(
        zh: "编号“\(text)”不行，只用字母、数字和 . _ -，最多 40 个",
        en: "The code '\(text)' won't do; use letters, digits and . _ -, at most 40")
    case .codeTwice(let code, let line):
      Wording(
        zh: "编号 \(code.text) 已在第 \(line) 行用过，请换一个没用过的",
        en: "The code \(code.text) stands in line \(line) already; take one never used")
    case .unreadableCitation(let text):
      Wording(
        zh: "依据“\(text)”看不懂，请写成《民法典》第十九条第一款，几条之间用；隔开",
        en: "The citation '\(text)' is unreadable; write Constitution, Article 33, paragraph 2, "
          + "with ; between several")
    case .citationWithoutTitle:
      Wording(
        zh: "第一条依据要写明法律名称，如《民法典》第十九条",
        en: "The first citation must name its statute, as in Constitution, Article 33")
    case .statuteNotInHeader(let title):
      Wording(
        zh: "题库信息里没有\(title.quoted)，请加一行 法律：\(title.quoted) 和公布日期",
        en: "The front matter lacks \(title.quoted); "
          + "add a line 'Statute: \(title.quoted)' with its date")
    case .unknownValue(let field, let text): Self.value(field, text)
    default: Wording(zh: "内容有误，请改正", en: "The value is wrong; mend it")
    }
  }

  private static func key(_ kind: QuestionKind, _ text: String) -> Wording {
    switch kind.type.form {
    case .options:
      Wording(
        zh: "答案“\(text)”看不懂，请写选项字母，如 B 或 ABD，每个字母一次",
        en: "The key '\(text)' is unreadable; write letters such as B or ABD, each once")
    case .truth:
      Wording(
        zh: "答案“\(text)”看不懂，判断题请写 对 或 错",
        en: "The key '\(text)' is unreadable; write True or False")
    case .blanks, .text:
      Wording(
        zh: "答案“\(text)”看不懂，请核对写法",
        en: "The key '\(text)' is unreadable; check how it is written")
    }
  }

  private static func value(_ field: BankField, _ text: String) -> Wording {
    let allowed =
      switch field {
      case .difficulty: Wording(zh: "易、较易、中、较难、难（或 1 到 5）", en: "1 to 5")
      case .level: Wording(zh: "识记、理解、应用", en: "Remember, Understand, Apply")
      case .use: Wording(zh: "练习、考试、通用", en: "Practice, Exam, Both")
      case .state: Wording(zh: "草稿、可用、停用", en: "Draft, Ready, Retired")
      case .order: Wording(zh: "可打乱、末项固定、固定", en: "Free, Anchored, Fixed")
      default: Wording(zh: "全对得分、每项得分、少选半分", en: "All or nothing, Per option, Half")
      }
    return Wording(
      zh: "\(field.wording.zh)没有“\(text)”，请写：\(allowed.zh)",
      en: "\(field.wording.en) can't be '\(text)'; write one of: \(allowed.en)")
  }
}
