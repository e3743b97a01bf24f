import Learning
import People
import Text
import Workflows

/// The way into practice: offers to go on with what was left open, asks for a chapter where one is
/// needed, then goes through the questions.
package struct PracticeEntry {
  let talk: Conversation
  let data: MingfaData
  let author: StepAuthor
  /// Whether the home screen led here: advice then names its entries, not commands of a shell.
  let isFromHome: Bool

  package init(
    _ talk: Conversation, data: MingfaData, author: StepAuthor, isFromHome: Bool = false
  ) {
    self.talk = talk
    self.data = data
    self.author = author
    self.isFromHome = isFromHome
  }

  /// Practises.
  ///
  /// - Parameters:
  ///   - anyMode: goes on with whatever was left open last, in whichever mode.
  ///   - resumes: whether an open attempt is gone on with; asked where someone can be asked.
  package func practise(
    _ request: PracticeRequest, anyMode: Bool = false, resumes: Bool
  ) throws -> Leaving {
    if resumes {
      let open = try Practise.open(of: author.learner.id, data: data)
      let fitting = try open.filter { anyMode || $0.mode == request.mode }
        .first { try !anyMode || Practise.isOf(language: talk.language, $0.id, data: data) }
      if let attempt = fitting {
        switch try goOn(with: attempt) {
        case .yes:
          let run = try Practise.resume(attempt.id, by: author, data: data)
          try tellCourse(of: run)
          return try PracticeScreen(talk, run: run, isFromHome: isFromHome).goThrough()
        case .no: break
        case .left(let leaving): return leaving
        }
      }
    }
    var request = request
    if request.mode == .chapter, request.chapter == nil, talk.isInteractive {
      switch try pickChapter(request) {
      case .left(let leaving): return leaving
      case .chapter(let bank, let title):
        request.chapter = title
        request.banks = [bank]
      }
    }
    let run: Practise
    do {
      run = try Practise.begin(request, by: author, language: talk.language, data: data)
    } catch let failure as WorkflowFailure where failure.isDayDone {
      // Nothing went wrong: the day is done, and that is good news.
      try talk.say(isFromHome ? HomeEntry.advice(after: failure) : failure.wording)
      return .back
    }
    if let terms = run.mockTerms { try announce(terms) }
    try tellCourse(of: run)
    return try PracticeScreen(talk, run: run, isFromHome: isFromHome).goThrough()
  }

  /// Whether to go on with an attempt; a pipe goes on without being asked.
  private func goOn(with attempt: OpenAttempt) throws -> Conversation.Consent {
    guard talk.isInteractive else { return .yes }
    let name = attempt.mode.rules.name
    if attempt.mode == .mock {
      return try talk.confirm(
        Wording(
          zh: "上次的模拟考试还没交卷，接着做吗？（n = 放弃那份卷子，不计成绩，重新抽题）",
          en: "A mock exam was not handed in; go on with it? (n = give it up without a result and "
            + "draw a new paper)"))
    }
    return try talk.confirm(
      Wording(
        zh: "上次的\(name.zh)还没做完，接着做吗？（n = 重新开始）",
        en: "'\(name.en)' is not finished; go on with it? (n = begin anew)"))
  }

  private func announce(_ terms: MockTerms) throws {
    let limit =
      terms.limit.map { Durations.minutes($0) } ?? Wording(zh: "不限时", en: "no time limit")
    if let paper = terms.paper {
      try talk.say(
        Wording(zh: "按细目表组卷：\(paper.title)", en: "Drawn by the blueprint: \(paper.title)"))
    }
    try talk.say(
      Wording(
        zh: "模拟考试：\(terms.lines.count) 题，满分 \(terms.full.text)，合格线 \(terms.passMark.text)，"
          + "时间 \(limit.zh)；交卷后看答案",
        en: "Mock exam: \(terms.lines.count) questions, \(terms.full.text) points, pass mark "
          + "\(terms.passMark.text), \(limit.en); answers are shown after handing in"))
  }

  /// Where the learner's exam plans stand, at the start of a sitting that they choose.
  private func tellCourse(of run: Practise) throws {
    guard run.mode == .today else { return }
    for status in try FollowPlans(data).statuses(of: run.learner, for: author.actor)
    where !status.isOver { try talk.show(PlanPage.lines(status, style: talk.style)) }
  }

  private enum Pick {
    case chapter(bank: String, title: String)
    case left(Leaving)
  }

  private func pickChapter(_ request: PracticeRequest) throws -> Pick {
    let planning = PlanPractice(data)
    let banks = try planning.banks(request.banks, language: talk.language)
    let chapters = try planning.chapters(of: banks)
    guard !chapters.isEmpty else { throw WorkflowFailure.chapterNeeded(known: []) }
    for (index, chapter) in chapters.enumerated() {
      let bank = banks.first { $0.id == chapter.bank }?.title ?? ""
      let number = AlignedColumns.padded(String(index + 1), to: 3, alignment: .right)
      // Number and word are not torn apart.
      let size = Wording(
        zh: "\(chapter.questions)\u{A0}题", en: "\(chapter.questions) questions")(talk.language)
      try talk.show(
        talk.style.wrapped(
          "\(bank) > \(chapter.title)  [\(size)]", first: " \(number)  ", indent: 6))
    }
    try talk.say(
      Wording(
        zh: "练哪一章？输入编号；直接回车 = 1；0 返回", en: "Which chapter? Type its number; Enter = 1; 0 = back"))
    while true {
      switch try talk.nextLine(
        LinePrompt(Wording(zh: "章节> ", en: "chapter> ")(talk.language), style: .bold))
      {
      case .line(let line):
        let text = InputText.narrowed(line)
        if InputText.meansBack(text) { return .left(.back) }
        let number = text.isEmpty ? 1 : Int(text) ?? 0
        if chapters.indices.contains(number - 1) {
          let chapter = chapters[number - 1]
          return .chapter(
            bank: banks.first { $0.id == chapter.bank }?.code ?? "", title: chapter.title)
        }
        try talk.say(
          Wording(zh: "请输入 1 到 \(chapters.count)", en: "Type 1 to \(chapters.count)"))
      case .left(let leaving): return .left(leaving)
      }
    }
  }
}
