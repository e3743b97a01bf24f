import Learning
import People
import Questions
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

  private enum Entry {
    case resume(OpenAttempt)
    case mode(PracticeMode)
    case statistics
    case learner
    case leave
  }

  /// Shows the menu until the person leaves.
  package func stay() throws -> Leaving {
    var entries: [(key: Int, entry: Entry)] = []
    var showsMenu = true
    while true {
      // Nothing of this learner is shown to the one who came instead.
      if talk.presence?.hasLeft == true { return .back }
      if showsMenu {
        entries = try self.entries()
        try talk.show(try lines(entries))
      }
      showsMenu = true
      switch talk.reader.readLine(
        LinePrompt(
          Wording(zh: "明法> ", en: "mingfa> ")(talk.language), style: .bold,
          history: LineHistory.Kind("home")))
      {
      case .endOfInput: return .back
      case .interrupt: return .interrupted
      case .terminate(let signal): return .terminated(signal)
      case .tick: showsMenu = false
      case .refused(let refusal):
        try talk.say(refusal.wording)
        showsMenu = false
      case .line(let line):
        guard let entry = try chosen(line, from: entries) else {
          showsMenu = false
          continue
        }
        if case .leave = entry { return .back }
        if case .learner = entry {
          isSwitching = true
          return .back
        }
        let leaving = try perform(entry)
        if leaving != .back { return leaving }
      }
    }
  }

  private func entries() throws -> [(key: Int, entry: Entry)] {
    var entries: [Entry] = try Practise.open(of: learner.id, data: data).prefix(1).map {
      .resume($0)
    }
    entries += PracticeMode.all.map { .mode($0) }
    entries += [.learner, .statistics]
    return entries.enumerated().map { ($0.offset + 1, $0.element) } + [(0, .leave)]
  }

  private func chosen(
    _ line: String, from entries: [(key: Int, entry: Entry)]
  ) throws -> Entry? {
    let text = InputText.narrowed(line).lowercased()
    if text.isEmpty { return entries.first?.entry }
    if InputText.meansBack(text) { return .leave }
    if text == "?" || text == ":help" {
      try talk.say(
        Wording(
          zh: "输入左边的编号，或者名称的头几个字，再按回车；直接回车选第一项；0 退出",
          en: "Type the number on the left or the first letters of a name, then Enter; Enter alone "
            + "takes the first; 0 leaves"))
      return nil
    }
    if text == "w" { return .learner }
    if let number = Int(text), let found = entries.first(where: { $0.key == number }) {
      return found.entry
    }
    let named = entries.first {
      title($0.entry).zh.hasPrefix(text)
        || title($0.entry).en.lowercased().hasPrefix(text)
    }
    if let named { return named.entry }
    try talk.say(
      Wording(
        zh: "请输入 0 到 \(entries.count - 1) 的编号", en: "Type a number from 0 to \(entries.count - 1)"))
    return nil
  }

  private func title(_ entry: Entry) -> Wording {
    switch entry {
    case .resume: Wording(zh: "继续上次", en: "Go on")
    case .mode(let mode): mode.rules.name
    case .statistics: Wording(zh: "学习统计", en: "Statistics")
    case .learner: Wording(zh: "换学员", en: "Another learner")
    case .leave: Wording(zh: "退出", en: "Leave")
    }
  }

  private func lines(_ entries: [(key: Int, entry: Entry)]) throws -> [String] {
    let style = talk.style
    let language = talk.language
    let counts = try data.practice.counts(of: learner.id)
    let mocks = try data.figures.results(of: learner.id).suffix(3)
    let unit = learner.unit.map { " (\(SafeText.clean($0.name)))" } ?? ""
    var lines = style.heading(
      Wording(zh: "明法   学员：", en: "Mingfa   Learner: ")(language)
        + LearnerName.text(learner, language) + unit, try dateLine())
    lines += style.rule
    for (key, entry) in entries {
      var note = ""
      switch entry {
      case .resume(let attempt):
        note = attempt.mode.rules.name(language)
      case .mode(.notebook): note = "[\(counts.notebook)]"
      case .mode(.starred): note = "[\(counts.starred)]"
      case .mode(.mock) where !mocks.isEmpty:
        let scores = mocks.map { $0.result.score.text }.joined(separator: ", ")
        note = Wording(zh: "最近：\(scores) 分", en: "lately: \(scores)")(language)
      default: break
      }
      let name = AlignedColumns.padded(title(entry)(language), to: 18, alignment: .left)
      lines += style.wrapped("\(name) \(note)", first: "  \(key)  ", indent: 5)
    }
    lines += style.rule
    lines += style.sentence(
      Wording(
        zh: "输入编号或头几个字，回车确认；直接回车 = 1；w 换学员，? 帮助，0 退出",
        en: "Type a number or the first letters, then Enter; Enter alone = 1; w another learner, "
          + "? help, 0 leave"))
    return lines
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

  private func perform(_ entry: Entry) throws -> Leaving {
    do {
      switch entry {
      case .resume(let attempt):
        let run = try Practise.resume(attempt.id, by: makeAuthor(learner), data: data)
        defer { afterPractice() }
        return try PracticeScreen(talk, run: run).goThrough()
      case .mode(let mode):
        defer { afterPractice() }
        return try PracticeEntry(talk, data: data, author: makeAuthor(learner))
          .practise(PracticeRequest(mode: mode), resumes: true)
      case .statistics: try showStatistics(learner)
      case .learner, .leave: break
      }
    } catch let failure as WorkflowFailure {
      try talk.say(failure.wording)
    } catch let failure as StorageFailure {
      try talk.say(failure.wording)
    }
    return .back
  }
}
