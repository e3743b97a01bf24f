import Exams
import People
import Questions
import Text

/// The words of a blueprint's file. English ones are canonical; Chinese ones read as well.
enum BlueprintKeys {
  /// The key that is written.
  static func key(of field: BlueprintField) -> String {
    switch field {
    case .authorDifficulty: "difficulty"
    case .atLeast: "at-least"
    case .atMost: "at-most"
    case .latestEntry: "latest-entry"
    case .earliestLeaving: "earliest-leaving"
    case .makeUps: "make-ups"
    case .shuffleQuestions: "shuffle-questions"
    case .shuffleOptions: "shuffle-options"
    default: field.rawValue
    }
  }

  /// Keys that read as well, all Chinese.
  static func synonyms(of field: BlueprintField) -> [String] {
    switch field {
    case .points: ["分值", "每题分值"]
    case .topic: ["标签"]
    case .mean: ["平均", "平均难度"]
    case .minutes: ["分钟", "分钟数"]
    case .latestEntry: ["迟到限时"]
    case .earliestLeaving: ["提前交卷限时"]
    case .attempts: ["次数", "考试次数"]
    case .makeUps: ["补考", "补考次数"]
    case .after: ["先通过", "须先通过"]
    case .overlap: ["重题", "重题上限"]
    case .spread: ["难度差", "各卷难度差"]
    case .exposure: ["曾用次数", "曾用次数上限"]
    default: [field.wording.zh]
    }
  }

  /// The fields that stand in another one, or in the file itself.
  static func members(of group: BlueprintField?) -> [BlueprintField] {
    group.map(\.members) ?? BlueprintField.top
  }

  /// The field of a group that a key means.
  static func field(_ key: String, in group: BlueprintField?) -> BlueprintField? {
    let key = PlainLine.narrowed(key).lowercased()
    return members(of: group).first {
      self.key(of: $0) == key || synonyms(of: $0).contains(key)
    }
  }

  /// The field of a group that a word may have been meant for; nil where none is near.
  static func nearest(to word: String, in group: BlueprintField?) -> BlueprintField? {
    let word = PlainLine.narrowed(word).lowercased()
    guard word.count <= 40 else { return nil }
    var nearest: (field: BlueprintField, distance: Int)?
    for field in members(of: group) {
      for name in [key(of: field)] + synonyms(of: field) {
        let distance = EditDistance.between(word, name)
        guard distance < name.count, distance <= min(3, (name.count + 1) / 2),
          distance < nearest?.distance ?? .max
        else { continue }
        nearest = (field, distance)
      }
    }
    return nearest?.field
  }

  // MARK: Values

  /// What a section may hold.
  enum SectionType {
    case kind(QuestionKind)
    case cases
  }

  /// What a word says that a section holds.
  static func type(_ word: String) -> SectionType? {
    if casus.contains(word) { return .cases }
    return QuestionKind.all.first { $0.id == word || $0.type.headings.contains(word) }
      .map { .kind($0) }
  }

  /// How a section of cases is announced; the first is written.
  static let casus = ["case", "cases", "案例", "案例题", "案例分析题"]

  /// The rules for incomplete answers, by their words; the first of each is written.
  static let allOrNothing = ["all-or-nothing", "all or nothing", "全对才得分", "全对得分"]
  static let perOption = ["per-option", "per option", "每选对一项", "每项得分"]
  static let half = ["half", "选不全得一半", "少选半分"]

  static let levels: [(CognitiveLevel, [String])] = CognitiveLevel.allCases.map {
    ($0, [String(describing: $0), $0.wording.zh])
  }

  static let difficulties: [(Difficulty, [String])] = Difficulty.allCases.map {
    ($0, [String($0.rawValue), $0.wording.zh, $0.wording.en])
  }

  static let truths: [(Bool, [String])] = [
    (true, ["yes", "true", "是"]), (false, ["no", "false", "否"]),
  ]

  /// That there is none.
  static let none = ["none", "无"]

  /// The value that a word means.
  static func value<Value>(_ word: String, in words: [(Value, [String])]) -> Value? {
    words.first { $0.1.contains(word) }?.0
  }
}
