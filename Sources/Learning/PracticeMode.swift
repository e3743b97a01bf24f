/// A way to practise. A new mode is one file in `Modes/` and one line in `registry`.
package struct PracticeMode: Hashable, Sendable {
  /// All modes, in the order of the menu; the last is for who has no menu.
  package static let registry: [any PracticeModeRules] = [
    TodayMode(), SequentialMode(), ChapterMode(), RandomMode(), NotebookMode(), StarredMode(),
    ReadingMode(), MockMode(), SimpleMode(),
  ]

  /// The modes that a learner chooses from, in the order of the menu.
  package static let all = registry.map { PracticeMode(of: $0) }.filter { $0 != .simple }
  /// What is due today and some new questions.
  package static let today = PracticeMode(of: TodayMode())
  /// A few of today's questions that digits answer.
  package static let simple = PracticeMode(of: SimpleMode())
  /// Questions with their keys, to be read.
  package static let reading = PracticeMode(of: ReadingMode())
  /// The banks in order.
  package static let sequential = PracticeMode(of: SequentialMode())
  /// One chapter of a bank.
  package static let chapter = PracticeMode(of: ChapterMode())
  /// The banks in the order of a seed.
  package static let random = PracticeMode(of: RandomMode())
  /// What was missed.
  package static let notebook = PracticeMode(of: NotebookMode())
  /// What was starred.
  package static let starred = PracticeMode(of: StarredMode())
  /// A paper with marks and a clock.
  package static let mock = PracticeMode(of: MockMode())

  /// The mode's stable name, as it is stored and typed.
  package let id: String
  package let rules: any PracticeModeRules

  private init(of rules: any PracticeModeRules) {
    id = rules.id
    self.rules = rules
  }

  /// The mode with this id or one of its words (`random`, `随机`); nil where there is none.
  package init?(word: String) {
    guard let rules = Self.registry.first(where: { $0.id == word || $0.words.contains(word) })
    else { return nil }
    self.init(of: rules)
  }

  package static func == (left: PracticeMode, right: PracticeMode) -> Bool { left.id == right.id }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
