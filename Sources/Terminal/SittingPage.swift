import Exams
import Learning
import Questions
import Text
import Workflows

/// The pages of a formal exam.
enum SittingPage {
  /// The first page: who, what, how long.
  static func welcome(_ run: SitExam, style: PageStyle) -> [String] {
    let candidate = run.candidate
    var lines =
      style.rule
      + style.sentence(
        Wording(
          zh: SafeText.clean(run.exam.shownTitle.zh), en: SafeText.clean(run.exam.shownTitle.en)))
    lines += style.row([
      Wording(
        zh: "准考证号 \(candidate.number)", en: "Admission number \(candidate.number)")(style.language),
      SafeText.clean(candidate.name),
      Wording(
        zh: "第 \(candidate.seat.wave) 场 \(candidate.seat.number) 座",
        en: "wave \(candidate.seat.wave), seat \(candidate.seat.number)")(style.language),
    ])
    if let assistance = candidate.assistance {
      lines += style.sentence(
        Wording(
          zh: "准许协助：\(SafeText.clean(assistance))",
          en: "Allowed help: \(SafeText.clean(assistance))"))
    }
    if run.exam.isRehearsal {
      lines += style.sentence(
        Wording(zh: "这是演练，不计成绩", en: "This is a rehearsal; it counts nowhere"))
    }
    let left = Durations.words(run.remaining)
    lines += style.sentence(
      Wording(
        zh: "共 \(run.count) 题，还剩 \(left.zh)。每答一题都马上保存，可随时改",
        en:
          "\(run.count) questions, \(left.en) left. Every answer is saved at once and can be changed"
      ))
    let answered = run.state.responses.count
    if answered > 0 {
      lines += style.sentence(
        Wording(
          zh: "接着做：已答 \(answered) 题都在", en: "Going on: your \(answered) answers are all there"))
    }
    return lines
  }

  /// A question, from its heading to the line that says what can be typed.
  static func lines(_ run: SitExam, style: PageStyle, interactive: Bool) -> [String] {
    let card = run.card
    let language = style.language
    let place = Wording(
      zh: "第 \(card.number) / \(card.total) 题", en: "Question \(card.number) of \(card.total)")
    let points = Wording(zh: "\(run.points.text) 分", en: "\(run.points.text) points")
    var lines = style.heading(
      [
        run.exam.rehearsalMark?(language), place(language), card.question.kind.type.name(language),
        points(language),
      ]
      .compactMap(\.self).joined(separator: "   "),
      card.isMarked ? Wording(zh: "[标记]", en: "[marked]")(language) : "")
    lines += style.rule + QuestionPage.body(card, style: style)
    if interactive {
      lines += style.rule + style.sentence(QuestionPage.howToAnswer(card))
      lines += style.row(hints(card, language: language))
    }
    return lines
  }

  private static func hints(_ card: PracticeCard, language: Language) -> [String] {
    let takesLetters = QuestionPage.takesLetters(card.question)
    return [PromptCommand.help, .mark, .next, .previous, .sheet, .jump, .submit].map { command in
      let name = command.wording(language)
      let key = takesLetters || command == .help ? command.letter.map(String.init) : nil
      if let key { return "\(key) \(name)" }
      let typed = command.typed(in: language)
      return typed == ":\(name)" ? typed : "\(typed) \(name)"
    }
  }

  /// The prompt: time left, answered of all.
  static func prompt(_ run: SitExam, remaining: Int64, language: Language) -> String {
    let answered = "\(run.state.responses.count)/\(run.count)"
    return Wording(
      zh: "剩 \(Durations.clock(remaining)) 已答 \(answered)> ",
      en: "\(Durations.clock(remaining)) left, \(answered)> ")(language)
  }

  /// What can be typed.
  static let help = [
    Wording(
      zh: "选择题输入字母，如 b 或 acd；判断题输入 对 或 错",
      en: "Choices: letters such as b or acd; true/false: t or f"),
    Wording(
      zh: "回车 = 下一题   p = 上一题   j 12 = 到第 12 题",
      en: "Enter = next   p = previous   j 12 = question 12"),
    Wording(zh: "m = 标记或取消标记   k = 答题卡", en: "m = mark or unmark   k = answer sheet"),
    Wording(zh: ":清空 = 这题改为不答", en: ":clear = take the answer back"),
    Wording(
      zh: ":交卷 = 检查后交卷；时间一到自动交卷",
      en: ":submit = look it over and hand in; at the end of the time it is handed in by itself"),
    Wording(
      zh: "五分钟没有按键，考卷会隐藏；输入验证码后四位就回来",
      en: "After 5 minutes without a key the paper is hidden; the code's last four bring it back"),
    Wording(
      zh: "填空题等要写字的题，命令前加冒号，如 :下一题",
      en: "Where words are wanted, put a colon before commands, as in :skip"),
  ]

  /// What is told before somebody leaves by a slip of the finger.
  static let stay = Wording(
    zh: "还没有离开，请接着作答。真要离开，再按一次；离开后考试时间照走，要监考老师放行才能回来",
    en:
      "You are still here; go on answering. To leave, press it once more: the time runs on, and the "
      + "invigilator has to release you before you can come back")

  /// What is said to whoever leaves the program.
  ///
  /// - Parameter isHeld: whether this terminal holds the sitting, which then has to be released.
  static func leaving(isHeld: Bool) -> Wording {
    isHeld
      ? Wording(
        zh: "已作答的都已保存；考试时间照走。要接着考，请先找监考老师放行，再登录",
        en:
          "Every answer is saved; the time runs on. To go on, ask the invigilator to release your "
          + "sitting, then sign in again")
      : Wording(
        zh: "已作答的都已保存；补了时间以后再登录就能接着考",
        en: "Every answer is saved; sign in again once time was given back")
  }

  /// What is said to whoever was released and comes back when the time is over.
  static let timeIsOver = [
    Wording(
      zh: "考试时间已到，卷子还没有交。中断耽误的时间可以补：请找监考老师，补了就在这里接着考",
      en:
        "Your time is over and your paper is not handed in. Time that was lost can be given back: ask "
        + "the invigilator and wait here"),
    Wording(
      zh: "不等补时就交卷，请输入 交卷；不输入，结束考试时由监考老师收卷",
      en:
        "Type 'submit' to hand in as it is; otherwise the paper is taken in when the exam is ended"),
  ]

  /// What stands where the paper was.
  static let hidden = Wording(
    zh: "好一会儿没有按键，考卷已隐藏，考试时间照走。要接着答，请输入准考证验证码的后四位",
    en:
      "No key was pressed for a while, so the paper is hidden; the time runs on. To go on, type the "
      + "last four characters of the code on your ticket")

  /// The prompt below it.
  static func hiddenPrompt(remaining: Int64, language: Language) -> String {
    Wording(
      zh: "剩 \(Durations.clock(remaining)) 验证码后四位> ",
      en: "\(Durations.clock(remaining)) left, last four of the code> ")(language)
  }

  /// The last page.
  static func end(_ run: SitExam, receipt: String, style: PageStyle) -> [String] {
    let reason: Wording =
      switch run.state.end?.reason {
      case .deadline: Wording(zh: "时间到，已自动交卷", en: "The time is over; your paper is handed in")
      case .collected: Wording(zh: "监考老师已收卷", en: "The invigilator has taken your paper in")
      case .submitted, nil: Wording(zh: "已交卷", en: "Your paper is handed in")
      }
    let answered = run.state.responses.count
    return style.rule
      + style.sentence(
        run.exam.rehearsalMark.map {
          Wording(zh: "\($0.zh) \(reason.zh)", en: "\($0.en) \(reason.en)")
        } ?? reason)
      + style.sentence(
        Wording(
          zh: "已答 \(answered) 题，共 \(run.count) 题，全部已保存",
          en: "\(answered) of \(run.count) questions answered, all saved"))
      + style.sentence(
        Wording(zh: "回执 \(receipt)，请抄下来", en: "Receipt \(receipt); write it down"))
      + style.sentence(
        Wording(zh: "成绩公布后凭准考证查询", en: "Once results are published, your ticket shows yours"))
  }
}
