import Learning
import Text
import Workflows

/// What can be chosen at home. Its number always means the same, whatever else is offered.
enum HomeEntry: Hashable {
  case mode(PracticeMode)
  case learner
  case statistics
  case progress
  /// Going on with what was left open in another mode than today's.
  case resume
  case leave

  /// Those on offer, in their order.
  static func all(_ facts: HomeFacts) -> [HomeEntry] {
    PracticeMode.all.map { .mode($0) } + [.learner, .statistics, .progress]
      + (facts.resume == nil ? [] : [.resume]) + [.leave]
  }

  /// What Enter alone means: what is likeliest to be wanted now. The clock of an exam waits for nobody.
  static func likeliest(_ facts: HomeFacts) -> HomeEntry {
    if let resume = facts.resume, (resume.remaining ?? 0) > 0 { return .resume }
    if case .sitting = facts.today { return .mode(.today) }
    return facts.resume == nil ? .mode(.sequential) : .resume
  }

  /// The number that is typed for it.
  var number: Int {
    let modes = PracticeMode.all
    return switch self {
    case .mode(let mode): 1 + (modes.firstIndex(of: mode) ?? 0)
    case .learner: modes.count + 1
    case .statistics: modes.count + 2
    case .progress: modes.count + 3
    case .resume: modes.count + 4
    case .leave: 0
    }
  }

  /// What it is called; its first letters may be typed for it.
  func title(_ facts: HomeFacts) -> Wording {
    switch self {
    case .mode(.today) where Self.begun(facts) != nil:
      Wording(zh: "继续今日练习", en: "Go on with today")
    case .mode(let mode): mode.rules.name
    case .learner: Wording(zh: "换学员", en: "Another learner")
    case .statistics: Wording(zh: "学习统计", en: "Statistics")
    case .progress: Wording(zh: "学习进度", en: "Progress")
    case .resume: Wording(zh: "继续上次", en: "Go on")
    case .leave: Wording(zh: "退出", en: "Leave")
    }
  }

  /// That the day is done, with the entry that goes on.
  static func advice(after done: WorkflowFailure) -> Wording {
    guard let news = done.doneNews else { return done.wording }
    let entry = HomeEntry.mode(.sequential)
    let name = PracticeMode.sequential.rules.name
    return Wording(
      zh: "\(news.zh)还想练，请输入 \(entry.number)（\(name.zh)）",
      en: "\(news.en)To go on, type \(entry.number) (\(name.en))")
  }

  /// Whether a typed text, in lower case, begins its name.
  func isCalled(_ text: String, _ facts: HomeFacts) -> Bool {
    var names = [title(facts)]
    if case .mode(let mode) = self { names.append(mode.rules.name) }
    return names.contains { $0.zh.hasPrefix(text) || $0.en.lowercased().hasPrefix(text) }
  }

  /// What stands beside its name.
  func note(_ facts: HomeFacts) -> Wording? {
    switch self {
    case .mode(.today):
      Self.begun(facts).map {
        Wording(zh: "第 \($0.number) 题 / \($0.total)", en: "\($0.number) of \($0.total)")
      }
    case .mode(.notebook): Wording(zh: "[\(facts.notebook)]", en: "[\(facts.notebook)]")
    case .mode(.starred): Wording(zh: "[\(facts.starred)]", en: "[\(facts.starred)]")
    case .mode(.mock) where !facts.scores.isEmpty:
      Self.scores(facts.scores.map(\.text).joined(separator: ", "))
    case .resume: facts.resume?.attempt.mode.rules.name
    default: nil
    }
  }

  private static func scores(_ list: String) -> Wording {
    Wording(zh: "最近：\(list) 分", en: "lately: \(list)")
  }

  /// Where today's sitting was left.
  private static func begun(_ facts: HomeFacts) -> HomeFacts.ResumePoint? {
    if case .sitting(let sitting) = facts.today { sitting.resume } else { nil }
  }
}
