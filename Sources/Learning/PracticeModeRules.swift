import Text

/// The rules of one way to practise; one conforming type a file in `Modes/`.
package protocol PracticeModeRules: Sendable {
  /// Stable name, stored with attempts.
  var id: String { get }
  /// What people call it: menus, headings.
  var name: Wording { get }
  /// What people may type for it besides the id.
  var words: [String] { get }
  /// Where its questions come from.
  var source: PracticeSource { get }
  /// Whether the answer is told after each question or only at the end.
  var tellsAtOnce: Bool { get }
  /// Whether answers are wanted; not where questions are only read through with their keys.
  var asks: Bool { get }
  /// Which questions it may ask.
  var scope: QuestionScope { get }
  /// So many items make one sitting of what a day brings.
  var sittingLimit: Int { get }
}

extension PracticeModeRules {
  package var asks: Bool { true }
  package var scope: QuestionScope { .all }
  package var sittingLimit: Int { TodayQueue.sittingLimit }
}
