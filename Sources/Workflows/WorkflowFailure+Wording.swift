import Learning
import Questions
import Text

extension WorkflowFailure: Worded {
  package var wording: Wording {
    switch self {
    case .noBanks:
      Wording(
        zh: "还没有题库；请运行 mingfa bank load 题库文件.txt",
        en: "There are no banks yet; run mingfa bank load FILE.txt")
    case .noSuchBank(let code, let known):
      Wording(
        zh: "没有题库“\(code)”；现有：\(known.joined(separator: "、"))",
        en: "There is no bank '\(code)'; loaded: \(known.joined(separator: ", "))")
    case .noSuchChapter(let title, let known):
      Wording(
        zh: "没有章节“\(title)”；现有：\(known.joined(separator: "、"))",
        en: "There is no chapter '\(title)'; there are: \(known.joined(separator: ", "))")
    case .chapterNeeded(let known):
      Wording(
        zh: "请用 --chapter 指定章节：\(known.joined(separator: "、"))",
        en: "Name a chapter with --chapter: \(known.joined(separator: ", "))")
    case .noSuchQuestion(let code):
      Wording(
        zh: "没有编号为 \(code) 的题；请用 mingfa bank search 词 查找编号",
        en: "There is no question \(code); find codes with mingfa bank search WORDS")
    case .noSuchLearner(let name):
      Wording(
        zh: "没有学员“\(name)”；请用 mingfa learner list 查看，或用 mingfa learner add 添加",
        en: "There is no learner '\(name)'; see mingfa learner list, or add one with "
          + "mingfa learner add")
    case .isForgotten(let learner):
      Wording(
        zh: "学员 \(learner.number) 已被遗忘，只留下号码和作答；请用 mingfa learner add 添加新学员",
        en: "Learner \(learner.number) was forgotten, a number and responses are left; add a new "
          + "learner with mingfa learner add")
    case .forgettingUnconfirmed:
      Wording(
        zh: "没有终端可以确认，什么也没有改动；确定要遗忘请加 --yes",
        en: "There is no terminal to ask at, nothing was changed; add --yes if you are sure")
    case .noSuchUnit(let path):
      Wording(
        zh: "没有单位“\(path)”；请写成 某县/某镇，用 mingfa learner list 查看现有单位",
        en: "There is no unit '\(path)'; write county/town, see the units with mingfa learner list")
    case .nameTaken(let name):
      Wording(
        zh: "已有学员叫“\(name)”；同名的人请在姓名里加上单位或序号，如 张三（二村）",
        en: "There is a learner '\(name)' already; add a unit or a number to the name itself")
    case .nameUnusable(let name):
      Wording(
        zh: "“\(name)”不能作姓名；请用 1 到 40 个字，不能只是数字或一个字母",
        en:
          "'\(name)' cannot be a name; use 1 to 40 characters, not only digits and not one letter alone"
      )
    case .unitPathUnusable(let path):
      Wording(
        zh: "单位“\(path)”写法不对；请写成 某县/某镇/某村，最多三级",
        en: "The unit '\(path)' cannot be read; write county/town/village, three levels at most")
    case .streakOutOfRange(let number):
      Wording(
        zh: "连对次数 \(number) 不行；请用 1 到 20", en: "\(number) in a row is out of range; use 1 to 20")
    case .notebookEmpty:
      Wording(
        zh: "错题本是空的：练习和模拟考试里答错的题会自动进来",
        en: "The notebook is empty: questions you miss come in by themselves")
    case .nothingToday(let next):
      Wording(
        zh: "\(Self.doneNews(next).zh)还想练，可以按顺序做：mingfa practice sequential",
        en: "\(Self.doneNews(next).en)To go on, take the banks in order: mingfa practice sequential"
      )
    case .nothingByDigits:
      Wording(
        zh: "这些题库里没有单独的选择题和判断题，简易模式没有题可问；请用 mingfa bank load 载入有这些题的题库",
        en:
          "These banks have no choice or true/false question that stands alone, so simple mode has "
          + "nothing to ask; load a bank that has some with mingfa bank load")
    case .plan(let failure): failure.wording
    case .noStatutes, .noSuchStatute, .noSuchEdition, .noSuchArticle, .noPreamble,
      .noEditionDate, .onlyOneEdition, .statuteDiffers, .indexUnreadable:
      lawWording
    case .noSuchField, .fieldFixed, .noSuchType, .nothingToChange, .authorMissing, .reasonUnusable,
      .changedMeanwhile, .codeTaken, .notOneQuestion, .stateUnreachable:
      editWording
    case .newPerDayOutOfRange(let number):
      Wording(
        zh: "每天新题 \(number) 道不行；请用 0 到 500",
        en: "\(number) new questions a day is out of range; use 0 to 500")
    case .heldForExam(let code, let exams):
      Wording(
        zh: "\(code) 在考试 \(exams.joined(separator: "、")) 的卷上，公布成绩前不能查看；培训员和管理员请先登录（mingfa sign-in）",
        en:
          "\(code) is on the papers of exam \(exams.joined(separator: ", ")) and is not shown before "
          + "its results are published; trainers and administrators sign in first (mingfa sign-in)")
    case .noSuchObjection(let number):
      Wording(
        zh: "没有第 \(number) 号异议；请用 mingfa bank objections 查看编号",
        en: "There is no objection \(number); see the numbers with mingfa bank objections")
    case .textUnusable(let limit):
      Wording(
        zh: "请写 1 到 \(limit) 个字", en: "Write 1 to \(limit) characters")
    case .notBeforeYou:
      Wording(
        zh: "这一题现在不能作答；直接回车回到没答的题",
        en: "This question cannot be answered now; press Enter for the open one")
    case .emptyPaper:
      Wording(
        zh: "卷子里一道题也没有；请用 --count 写明题数，如 single=10",
        en: "The paper has no question; say how many with --count, as in single=10")
    case .monthsReversed(let from, let to):
      Wording(
        zh: "起始月份 \(from.text) 晚于截止月份 \(to.text)；请把 --from 和 --to 对调",
        en: "The first month \(from.text) lies behind the last, \(to.text); swap --from and --to")
    case .olderBank(let file, let loaded):
      Wording(
        zh: "\(file) 的版本比已载入的 \(loaded.text) 旧，没有载入；确实要换回旧版，请加 --older",
        en: "\(file) holds an older version than the loaded \(loaded.text), nothing was loaded; "
          + "add --older to go back to it")
    case .severalChapters(let title, let found):
      Wording(
        zh: "有“\(title)”的章节不止一个：\(found.joined(separator: "、"))；请写全",
        en:
          "Several chapters have '\(title)': \(found.joined(separator: ", ")); write the whole title"
      )
    case .notInExam:
      Wording(
        zh: "考试里不能查题、看笔记；交卷后再看", en: "Not during an exam; hand the paper in first")
    case .nothingToFind:
      Wording(zh: "请写要找的词，如 定金", en: "Say what to look for, such as: deposit")
    case .nothingStarred:
      Wording(
        zh: "还没有收藏的题：练习时输入 s 收藏",
        en: "Nothing is starred yet: type s at a question to star it")
    case .paperCannotBeFilled(let shortage):
      Wording(
        zh: "题目不够组卷："
          + shortage.lines.map {
            "\($0.kind?.type.name.zh ?? "案例")要 \($0.wanted) 道，只有 \($0.available) 道"
          }.joined(separator: "；") + "。请用 --count 减少，或加题库",
        en: "The paper cannot be filled: "
          + shortage.lines.map {
            "\($0.kind?.type.name.en ?? "Case"): \($0.wanted) wanted, \($0.available) there"
          }.joined(separator: "; ") + ". Ask for fewer with --count, or add a bank")
    case .sharesNotMet(let gaps):
      Wording(
        zh: "没有抽出合乎各项比例的卷子："
          + gaps.map {
            "\($0.trait.wording.zh)要 \($0.wanted.lowerBound) 到 \($0.wanted.upperBound) 题，抽到 \($0.found) 题"
          }.joined(separator: "；") + "。请放宽比例，或加题库",
        en: "No paper was found with all shares: "
          + gaps.map {
            "\($0.trait.wording.en): \($0.wanted.lowerBound) to \($0.wanted.upperBound) wanted, \($0.found) drawn"
          }.joined(separator: "; ") + ". Widen the shares, or add a bank")
    case .noSuchBlueprint(let code, []):
      Wording(
        zh: "没有细目表“\(code)”，也没有别的；请让 MINGFA_BANKS 指向随程序来的题库文件夹，"
          + "或写出细目表文件的路径",
        en: "There is no blueprint '\(code)', and no other; let MINGFA_BANKS name the folder of "
          + "banks that came with the program, or give the path of a blueprint's file")
    case .noSuchBlueprint(let code, let known):
      Wording(
        zh: "没有细目表“\(code)”；现有：\(known.joined(separator: "、"))",
        en: "There is no blueprint '\(code)'; there are: \(known.joined(separator: ", "))")
    case .blueprintTwice(let code, let files):
      Wording(
        zh: "代号 \(code) 有几个文件：\(files.joined(separator: "、"))；请改其中一个的代号，或直接写文件名",
        en: "Several files have the code \(code): \(files.joined(separator: ", ")); change the "
          + "code of one, or name the file")
    case .timeIsOver:
      Wording(zh: "时间到，已自动交卷", en: "The time is over; the paper was handed in")
    case .nothingToUndo:
      Wording(zh: "没有可以撤销的作答", en: "There is no answer to undo")
    case .zoneUnknown(let zone):
      Wording(
        zh: "不认识时区“\(zone)”；请写成 Asia/Shanghai 这样",
        en: "The time zone '\(zone)' is unknown; write one such as Asia/Shanghai")
    case .hourOutOfRange(let hour):
      Wording(
        zh: "\(hour) 不是钟点；请用 0 到 23", en: "\(hour) is no hour; use 0 to 23")
    case .fileExists(let path):
      Wording(
        zh: "已有文件 \(path)，没有写出；请换一个文件名，或加 --force 覆盖它",
        en: "There is a file \(path) already, nothing was written; choose another name, or add "
          + "--force to replace it")
    case .fileUnwritable(let path, let reason):
      Wording(
        zh: "不能写 \(path)（\(reason.wording.zh)），什么也没有写出；请检查文件夹和磁盘",
        en:
          "\(path) cannot be written (\(reason.wording.en)), nothing was written; check the folder and disk"
      )
    }
  }
}

extension WorkflowFailure {
  /// That the day's practice is done, before what to do then: at home that is a key, not a command. nil
  /// where something could not be done.
  package var doneNews: Wording? {
    switch self {
    case .nothingToday(let next): Self.doneNews(next)
    case .plan(.done): PlanFailure.doneNews
    default: nil
    }
  }

  private static func doneNews(_ next: NextDue?) -> Wording {
    Wording(
      zh: "今天的练习都做完了：没有到期的题，今天的新题也做过了。\(next?.wording.zh ?? "")",
      en: "Today's practice is done: nothing is due, and the day's new questions were answered. "
        + "\(next?.wording.en ?? "")")
  }
}
