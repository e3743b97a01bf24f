import Learning
import People
import Text
import Workflows

/// What `mingfa` alone opens: what can be done now, the likeliest first.
package final class HomeScreen {
  let talk: Conversation
  let data: MingfaData
  private let learner: Learner
  private let makeAuthor: (Learner) -> StepAuthor
  private let showStatistics: (Learner) throws -> Void
  private let afterPractice: () -> Void
  /// Whether it was left for another learner.
  package private(set) var isSwitching = false

  /// - Parameter afterPractice: called when a session has ended and nobody waits for anything.
  package init(
    _ talk: Conversation, data: MingfaData, learner: Learner,
    makeAuthor: @escaping (Learner) -> StepAuthor,
    showStatistics: @escaping (Learner) throws -> Void, afterPractice: @escaping () -> Void
  ) {
    self.talk = talk
    self.data = data
    self.learner = learner
    self.makeAuthor = makeAuthor
    self.showStatistics = showStatistics
    self.afterPractice = afterPractice
  }

  /// Shows the menu until the person leaves.
  package func stay() throws -> Leaving {
    var facts: HomeFacts?
    while true {
      // Nothing of this learner is shown to the one who came instead.
      if talk.presence?.hasLeft == true { return .back }
      let present: HomeFacts
      if let facts {
        present = facts
      } else {
        present = try GatherHome(data).facts(
          of: learner, language: talk.language, for: makeAuthor(learner).actor)
        facts = present
        try talk.show(
          HomePage.lines(present, learner: learner, date: try dateLine(), style: talk.style))
      }
      switch try talk.nextLine(
        LinePrompt(
          Wording(zh: "明法> ", en: "mingfa> ")(talk.language), style: .bold,
          history: LineHistory.Kind("home")))
      {
      case .left(let leaving): return leaving
      case .line(let line):
        if case .command(let typed) = PromptCommand.read(line, lettersCount: false),
          typed.command == .search
        {
          let search = SearchScreen(talk: talk) {
            LookUpQuestions(self.data, learner: self.learner)
          }
          switch try search.find(typed.argument) {
          case .told: continue
          case .read: facts = nil
          case .left(let leaving): return leaving
          }
          continue
        }
        guard let entry = try chosen(line, present) else { continue }
        if case .leave = entry { return .back }
        if case .learner = entry {
          isSwitching = true
          return .back
        }
        let leaving = try perform(entry, present)
        if leaving != .back { return leaving }
        // Much may be different now.
        facts = nil
      }
    }
  }

  private func chosen(_ line: String, _ facts: HomeFacts) throws -> HomeEntry? {
    let entries = HomeEntry.all(facts)
    let text = InputText.narrowed(line).lowercased()
    if text.isEmpty { return HomeEntry.likeliest(facts) }
    if InputText.meansBack(text) { return .leave }
    if text == "?" || text == ":help" {
      try talk.say(
        Wording(
          zh: "输入左边的编号，或者名称的头几个字，再按回车；编号不会变；"
            + "直接回车 = \(HomeEntry.likeliest(facts).number)；/词 = 查题；0 退出",
          en: "Type the number on the left or the first letters of a name, then Enter; the numbers "
            + "stay the same; Enter alone = \(HomeEntry.likeliest(facts).number); /WORDS finds "
            + "questions; 0 leaves"))
      return nil
    }
    if text == "w" { return .learner }
    if let number = Int(text), let found = entries.first(where: { $0.number == number }) {
      return found
    }
    if let named = entries.first(where: { $0.isCalled(text, facts) }) { return named }
    let last = entries.map(\.number).max() ?? 0
    try talk.say(
      Wording(zh: "请输入 0 到 \(last) 的编号", en: "Type a number from 0 to \(last)"))
    return nil
  }

  /// 2026-11-24 星期二 20:15, in the zone of the data.
  private func dateLine() throws -> String {
    let rule = try data.dayRule()
    let utc = data.environment.clock.now().utc
    let local = Int(utc / 1000) + rule.offset(utc)
    let day = local / 86_400
    let weekdays = [
      Wording(zh: "星期四", en: "Thu"), Wording(zh: "星期五", en: "Fri"), Wording(zh: "星期六", en: "Sat"),
      Wording(zh: "星期日", en: "Sun"), Wording(zh: "星期一", en: "Mon"), Wording(zh: "星期二", en: "Tue"),
      Wording(zh: "星期三", en: "Wed"),
    ]
    let minutes = local % 86_400 / 60
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    return "\(CivilDay(day).iso) \(weekdays[day % 7](talk.language)) "
      + "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  private func perform(_ entry: HomeEntry, _ facts: HomeFacts) throws -> Leaving {
    do {
      switch entry {
      case .resume:
        if let point = facts.resume { return try goOn(with: point) }
      case .mode(let mode):
        if mode == .today, case .sitting(let sitting) = facts.today, let point = sitting.resume {
          return try goOn(with: point)
        }
        defer { afterPractice() }
        return try PracticeEntry(
          talk, data: data, author: makeAuthor(learner), isFromHome: true
        ).practise(PracticeRequest(mode: mode), resumes: true)
      case .statistics:
        try showStatistics(learner)
        return try waitForReader()
      case .progress:
        let actor = makeAuthor(learner).actor
        try talk.show(
          ProgressPage.lines(
            try ShowProgress(data, actor: actor).figures(of: learner), style: talk.style))
        return try waitForReader()
      case .learner, .leave: break
      }
    } catch let failure as WorkflowFailure {
      try talk.say(failure.wording)
    } catch let failure as StorageFailure {
      try talk.say(failure.wording)
    }
    return .back
  }

  /// Until the page was read: the menu would push it off the screen.
  private func waitForReader() throws -> Leaving {
    let prompt = Wording(zh: "回车 = 返回> ", en: "Enter = back> ")
    return switch try talk.nextLine(LinePrompt(prompt(talk.language), style: .bold)) {
    case .line: .back
    case .left(let leaving): leaving
    }
  }

  /// The screen named what was left open, so nobody is asked again.
  private func goOn(with point: HomeFacts.ResumePoint) throws -> Leaving {
    defer { afterPractice() }
    let run = try Practise.resume(point.attempt.id, by: makeAuthor(learner), data: data)
    return try PracticeScreen(talk, run: run, isFromHome: true).goThrough()
  }
}
