import Exams
import Questions
import Text

/// A blueprint as JSON: `mingfa.exam-blueprint/1`.
struct BlueprintDocument: Encodable {
  struct Section: Encodable {
    /// A type's id, or `case`.
    var type: String
    var count: Int
    var questionsPerCase: Int?
    var points: String
    var scoring: String?
    var each: String?
    var deduction: String?
    var floor: String?
  }
  struct Share: Encodable {
    var trait: String
    var value: String
    var atLeast: String
    var atMost: String
  }
  struct Difficulty: Encodable {
    var mean: String
    var tolerance: String
  }
  struct Times: Encodable {
    var minutes: Int
    var latestEntry: Int?
    var earliestLeaving: Int?
  }
  struct Passing: Encodable {
    var mark: String
    var excellent: String?
    var attempts: Int
    var makeUps: Int
    var after: String?
  }
  struct Forms: Encodable {
    var shuffleQuestions: Bool
    var shuffleOptions: Bool
    var overlap: Int
    var spread: String
    var exposure: Int?
  }
  var schema = "mingfa.exam-blueprint/1"
  var code: String
  var title: String
  var isOwn: Bool
  var questions: Int
  var full: String
  var passMark: String
  var banks: [String]
  var candidates: [String]
  var sections: [Section]
  var shares: [Share]
  var difficulty: Difficulty?
  var time: Times
  var pass: Passing
  var forms: Forms

  init(_ blueprint: Blueprint, isOwn: Bool) {
    code = blueprint.code
    title = SafeText.clean(blueprint.title)
    self.isOwn = isOwn
    questions = blueprint.count
    full = blueprint.full.text
    passMark = blueprint.passMark.text
    banks = blueprint.banks
    candidates = blueprint.candidates.map(\.rawValue)
    sections = blueprint.sections.map(Self.section)
    shares = blueprint.shares.map {
      Share(
        trait: $0.trait.field == .authorDifficulty ? "difficulty" : $0.trait.field.rawValue,
        value: SafeText.clean($0.trait.text), atLeast: Self.percent($0.bounds.lowerBound),
        atMost: Self.percent($0.bounds.upperBound))
    }
    difficulty = blueprint.difficulty.map {
      Difficulty(mean: "\($0.mean)", tolerance: "\($0.tolerance)")
    }
    time = Times(
      minutes: blueprint.time.minutes, latestEntry: blueprint.time.latestEntry,
      earliestLeaving: blueprint.time.earliestLeaving)
    pass = Passing(
      mark: Self.percent(blueprint.pass.share),
      excellent: blueprint.pass.excellent.map(Self.percent),
      attempts: blueprint.pass.attempts, makeUps: blueprint.pass.makeUps,
      after: blueprint.pass.after)
    forms = Forms(
      shuffleQuestions: blueprint.forms.shufflesQuestions,
      shuffleOptions: blueprint.forms.shufflesOptions, overlap: blueprint.forms.overlap,
      spread: "\(blueprint.forms.spread)", exposure: blueprint.forms.exposure)
  }

  private static func section(_ section: Blueprint.Section) -> Section {
    var document = Section(
      type: section.kind?.id ?? "case", count: section.questions, points: section.points.text)
    if case .cases(let count, let questions) = section.content {
      document.count = count
      document.questionsPerCase = questions
    }
    if let rule = section.rule {
      switch rule.partialCredit {
      case .none: document.scoring = "all-or-nothing"
      case .half: document.scoring = "half"
      case .perOption(let each):
        document.scoring = "per-option"
        document.each = each.text
      }
      document.deduction = rule.deduction.text
    }
    document.floor = section.floor?.text
    return document
  }

  private static func percent(_ share: Int) -> String { Score(hundredths: share).text + "%" }
}
