import ArgumentParser
import Exams
import Learning
import Questions
import Text
import Workflows

/// What a mock exam's paper is made of.
struct PaperOptions: ParsableArguments {
  @Option(
    help: .worded(
      zh: "按细目表组卷：代号，或文件（.yaml）", en: "Draw by a blueprint: its code, or its file (.yaml)",
      value: Wording(zh: "细目表", en: "blueprint")),
    completion: .file(extensions: ["yaml", "yml"]))
  var blueprint: String?

  @Option(
    help: .worded(
      zh: "各题型题数，如 single=25,multiple=10,true-false=15,case=1",
      en: "Questions of each type, as in single=25,multiple=10,true-false=15,case=1",
      value: Wording(zh: "题型=数", en: "list"))
  )
  var count: String?

  @Option(
    help: .worded(
      zh: "各题型每题分数，如 single=2（默认都是 2）", en: "Points of each type, as in single=2 (default 2)",
      value: Wording(zh: "题型=数", en: "list")))
  var points: String?

  @Option(
    help: .worded(
      zh: "时间（分钟），0 为不限", en: "Minutes; 0 for no limit", value: Wording(zh: "数", en: "n")))
  var minutes: Int?

  @Option(
    help: .worded(
      zh: "及格线，占满分的百分之几（默认 60）", en: "Pass mark in percent of full marks (default 60)",
      value: Wording(zh: "数", en: "n")))
  var passMark: Int?

  @Option(
    help: .worded(
      zh: "多选计分：all 全对得分、option 每对一项 0.5 分、half 少选得一半；默认按题目",
      en: "Multiple choice: all, option (0.5 each) or half; default as the questions say",
      value: Wording(zh: "规则", en: "rule")))
  var scoring: ScoringChoice?

  enum ScoringChoice: String, ExpressibleByArgument, CaseIterable {
    case all, option, half

    var rule: ScoringRule {
      switch self {
      case .all: .allOrNothing
      case .option: .perOption
      case .half: .half
      }
    }
  }

  private var changesPaper: Bool {
    count != nil || points != nil || minutes != nil || passMark != nil || scoring != nil
  }

  func validate() throws {
    if blueprint != nil, changesPaper {
      throw ValidationError(
        Wording(
          zh: "细目表已经定了题数、分数、时间和合格线；--blueprint 不能和 --count、--points、--minutes、"
            + "--pass-mark、--scoring 一起用，请改细目表",
          en:
            "A blueprint says questions, points, time and pass mark; --blueprint goes with none of "
            + "--count, --points, --minutes, --pass-mark and --scoring. Change the blueprint"
        ).spoken)
    }
    if let minutes, !(0...600).contains(minutes) {
      throw ValidationError(
        Wording(zh: "--minutes 请用 0 到 600", en: "--minutes takes 0 to 600").spoken)
    }
    if let passMark, !(1...100).contains(passMark) {
      throw ValidationError(
        Wording(zh: "--pass-mark 请用 1 到 100", en: "--pass-mark takes 1 to 100").spoken)
    }
  }

  /// The blueprint that is asked for; nil where none is.
  ///
  /// - Throws: `WorkflowFailure.noSuchBlueprint`, `.blueprintTwice`, `ReadBlueprints.Refused`.
  func found(in session: CommandSession) throws -> Blueprint? {
    try blueprint.flatMap { try ReadBlueprints(session.environment).find($0).blueprint }
  }

  /// The outline that the options ask for; nil where they ask for nothing.
  func outline() throws -> MockOutline? {
    guard changesPaper else { return nil }
    var outline = MockOutline.scales[0]
    if let count {
      let counts = try pairs(count) { Int($0) }
      outline.sections = QuestionKind.all.compactMap { kind in
        counts[kind.id].map {
          MockOutline.Section(kind: kind, count: $0, points: Score(points: 2))
        }
      }
      if let cases = counts["case"], cases > 0 {
        outline.sections.append(
          MockOutline.Section(.cases(questions: nil), count: cases, points: Score(points: 2)))
      }
    }
    if let points {
      let points = try pairs(points) { Self.score(String($0)) }
      for index in outline.sections.indices {
        if let own = points[outline.sections[index].kind?.id ?? "case"] {
          outline.sections[index].points = own
        }
      }
    }
    if let minutes { outline.minutes = minutes == 0 ? nil : minutes }
    if let passMark { outline.passShare = passMark * 100 }
    for index in outline.sections.indices { outline.sections[index].rule = scoring?.rule }
    return outline
  }

  /// Reads `single=25,case=1`; the names are those of the types, and `case`.
  private func pairs<Value>(
    _ text: String, _ value: (Substring) -> Value?
  ) throws -> [String: Value] {
    var result: [String: Value] = [:]
    for piece in text.split(separator: ",") {
      let parts = piece.split(separator: "=")
      guard parts.count == 2, let amount = value(parts[1]), let name = Self.typeID(parts[0])
      else { throw Failure.badCount(String(piece)) }
      result[name] = amount
    }
    guard !result.isEmpty else { throw Failure.badCount(text) }
    return result
  }

  /// The id of a type by its id or its Chinese name, with or without 题; `case` for a case.
  private static func typeID(_ word: Substring) -> String? {
    let word = String(word)
    if ["case", "案例", "案例题"].contains(word) { return "case" }
    return QuestionKind.all.first { kind in
      let name = kind.type.name.zh
      return kind.id == word || name == word || name.hasPrefix(word) && word.count >= 2
    }?.id
  }

  /// 2, 0.5 or 2.25 as points; nil for anything else or 0.
  private static func score(_ text: String) -> Score? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...1000).contains(whole)
    else {
      return nil
    }
    var hundredths = whole * 100
    if parts.count == 2 {
      guard (1...2).contains(parts[1].count), let fraction = Int(parts[1]), fraction >= 0 else {
        return nil
      }
      hundredths += parts[1].count == 1 ? fraction * 10 : fraction
    }
    return hundredths > 0 ? Score(hundredths: hundredths) : nil
  }
}
