import Questions
import Seals

/// A frozen form as the audit reads it, and what answers on it come to: the rules of marking once more, in
/// code of its own. Scores in hundredths of a point.
struct PaperRecount: Sendable {
  private struct Line {
    var kind: String
    var rule: ScoringRule
    var key: AuditValue
  }

  private struct Section {
    var points: Int
    var floor: Int?
    var lines: [Line]
  }

  /// What a section came to.
  struct Part: Hashable {
    var score: Int
    var full: Int
    var questions: Int
    var answered: Int
    var right: Int

    var numbers: [Int] { [score, full, questions, answered, right] }
  }

  let code: String
  let questions: Set<Int64>
  private let sections: [Section]

  /// Whoever forges a form must not make a sum overflow.
  private static let usual = -100_000_000...100_000_000

  /// Reads the bytes of a form; nil where they are none.
  init?(_ bytes: [UInt8]) {
    guard let paper = AuditValue(bytes), let code = paper["code"]?.text,
      let sections = paper["sections"]?.list
    else { return nil }
    var questions: Set<Int64> = []
    var read: [Section] = []
    for section in sections {
      let floor = section["floor"]?.number
      guard let points = section["points"]?.number, let lines = section["lines"]?.list,
        Self.usual.contains(points), Self.usual.contains(floor ?? 0)
      else { return nil }
      var kept: [Line] = []
      for line in lines {
        guard let kind = line["kind"]?.text, let key = line["key"],
          let rule = line["rule"]?.text.flatMap(ScoringRule.init(stored:)),
          let question = line["question"]?.number
        else { return nil }
        questions.insert(Int64(question))
        kept.append(Line(kind: kind, rule: rule, key: key))
      }
      read.append(Section(points: points, floor: floor, lines: kept))
    }
    self.code = code
    self.questions = questions
    self.sections = read
  }

  /// The marks of a paper without a fault.
  var full: Int { sections.reduce(0) { $0 + $1.points * $1.lines.count } }

  /// What these answers come to, by the number of the line.
  func parts(_ answers: [Int: AuditValue]) -> [Part] {
    var number = 0
    return sections.map { section in
      var part = Part(
        score: 0, full: section.points * section.lines.count, questions: section.lines.count,
        answered: 0, right: 0)
      for line in section.lines {
        let mark = Self.mark(answers[number], line, points: section.points)
        part.score += mark.score
        if mark.isAnswered { part.answered += 1 }
        if mark.isRight { part.right += 1 }
        number += 1
      }
      if let floor = section.floor, part.score < floor { part.score = floor }
      return part
    }
  }

  /// The sum of the parts, which never falls below nothing.
  static func score(_ parts: [Part]) -> Int { max(0, parts.reduce(0) { $0 + $1.score }) }

  private typealias Mark = (score: Int, isAnswered: Bool, isRight: Bool)

  private static func mark(_ answer: AuditValue?, _ line: Line, points: Int) -> Mark {
    guard let answer else { return (0, false, false) }
    let wrong = (-line.rule.deduction.hundredths, true, false)
    switch line.kind {
    case "true-false":
      guard let said = answer["truth"]?.truth, let right = line.key["truth"]?.truth else {
        return (0, false, false)
      }
      return said == right ? (points, true, true) : wrong
    case "fill-in":
      guard let said = answer["blanks"]?.texts,
        let blanks = AuditValue.all(line.key["blanks"]?.list?.map(\.texts))
      else { return (0, false, false) }
      return share(blanksHit(said, blanks), of: blanks.count, points, wrong)
    case "short":
      guard let said = answer["text"]?.text, let keyPoints = line.key["points"]?.list else {
        return (0, false, false)
      }
      return share(pointsHit(said, keyPoints), of: keyPoints.count, points, wrong)
    default: return choice(answer, line, points: points, wrong: wrong)
    }
  }

  private static func choice(
    _ answer: AuditValue, _ line: Line, points: Int, wrong: Mark
  ) -> Mark {
    guard let chosen = answer["options"]?.numbers.map(Set.init), !chosen.isEmpty,
      let right = line.key["options"]?.numbers.map(Set.init)
    else { return (0, false, false) }
    if chosen == right { return (points, true, true) }
    guard chosen.allSatisfy(right.contains) else { return wrong }
    switch line.rule.partialCredit {
    case .none: return wrong
    case .half: return (halfUp(points, 2), true, false)
    case .perOption(let each):
      return (min(points, each.hundredths * chosen.count), true, false)
    }
  }

  /// How many blanks are filled rightly; nil where all are empty, one more than there are where something
  /// stands beyond them.
  private static func blanksHit(
    _ said: [String], _ blanks: [[String]]
  ) -> (hits: Int, hasMore: Bool)? {
    let said = said.map { AnswerText.normalized($0) }
    guard said.contains(where: { !$0.isEmpty }) else { return nil }
    let hits = zip(said, blanks).count { typed, forms in
      !typed.isEmpty && forms.contains { AnswerText.normalized($0) == typed }
    }
    return (hits, said.dropFirst(blanks.count).contains { !$0.isEmpty })
  }

  private static func pointsHit(
    _ said: String, _ keyPoints: [AuditValue]
  ) -> (hits: Int, hasMore: Bool)? {
    let said = AnswerText.normalized(said)
    guard !said.isEmpty else { return nil }
    let hits = keyPoints.count { point in
      let forms =
        [point["wording"]?.text.map { [$0] } ?? []]
        + (point["forms"]?.list ?? []).map { $0.texts ?? [] }
      return forms.contains { words in
        !words.isEmpty && words.allSatisfy { AnswerText.says(said, AnswerText.normalized($0)) }
      }
    }
    return (hits, false)
  }

  private static func share(
    _ hit: (hits: Int, hasMore: Bool)?, of total: Int, _ points: Int, _ wrong: Mark
  ) -> Mark {
    guard let hit, total > 0 else { return (0, false, false) }
    if hit.hits == total, !hit.hasMore { return (points, true, true) }
    guard hit.hits > 0 else { return wrong }
    return (halfUp(points * hit.hits, total), true, false)
  }

  /// A quotient of numbers that are not negative, rounded half up.
  static func halfUp(_ numerator: Int, _ denominator: Int) -> Int {
    (2 * numerator + denominator) / (2 * denominator)
  }
}
