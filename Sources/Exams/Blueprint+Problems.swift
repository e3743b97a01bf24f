import Questions

extension Blueprint {
  /// A paper has at most this many questions.
  package static let questionLimit = 1000
  /// Marks of one question, in hundredths of a point.
  package static let pointLimits = 1...100_000
  /// Characters of a title, a chapter or a statute.
  package static let textLimit = 100

  /// What makes the blueprint impossible, by counting alone; empty where all is well. What a pool of
  /// questions lacks is told when forms are assembled from it.
  package var problems: [BlueprintProblem] {
    nameProblems + sectionProblems + shareProblems + timeProblems + passProblems + formProblems
  }

  /// Whether a text can be a code: 1 to 40 of a-z, 0-9 and `-`.
  package static func isCode(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }

  /// Whether a text fits into a line of a paper.
  static func isLine(_ text: String) -> Bool {
    (1...textLimit).contains(text.count)
      && text.unicodeScalars.allSatisfy {
        switch $0.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
        default: !$0.properties.isNoncharacterCodePoint
        }
      } && text.first?.isWhitespace == false && text.last?.isWhitespace == false
  }

  private var nameProblems: [BlueprintProblem] {
    var problems: [BlueprintProblem] = []
    if !Self.isCode(code) { problems.append(BlueprintProblem(.code, .codeUnusable(code))) }
    if !Self.isLine(title) {
      problems.append(BlueprintProblem(.title, .textUnusable(limit: Self.textLimit)))
    }
    for (item, bank) in banks.enumerated() {
      if !Self.isCode(bank) {
        problems.append(BlueprintProblem(.banks, item: item, .codeUnusable(bank)))
      } else if banks[..<item].contains(bank) {
        problems.append(BlueprintProblem(.banks, item: item, .twice(bank)))
      }
    }
    for (item, category) in candidates.enumerated() where candidates[..<item].contains(category) {
      problems.append(BlueprintProblem(.candidates, item: item, .twice(category.rawValue)))
    }
    return problems
  }

  // MARK: Sections

  private var sectionProblems: [BlueprintProblem] {
    guard !sections.isEmpty else { return [BlueprintProblem(.sections, .noSection)] }
    let problems = sections.enumerated().flatMap { item, section in
      Self.problems(of: section, item: item)
    }
    if let count = countIfSound, count > Self.questionLimit {
      return problems + [
        BlueprintProblem(.sections, .tooManyQuestions(count, limit: Self.questionLimit))
      ]
    }
    return problems
  }

  /// How many questions the paper has; nil where a section has an impossible number.
  private var countIfSound: Int? {
    var count = 0
    for section in sections {
      switch section.content {
      case .questions(_, let questions):
        guard (1...Self.questionLimit).contains(questions) else { return nil }
      case .cases(let cases, let questions):
        guard (1...Self.questionLimit).contains(cases), (1...Self.questionLimit).contains(questions)
        else { return nil }
      }
      count += section.questions
    }
    return count > 0 ? count : nil
  }

  private static func problems(of section: Section, item: Int) -> [BlueprintProblem] {
    var problems: [BlueprintProblem] = []
    func limit(_ field: BlueprintField, _ value: Int) {
      guard !(1...questionLimit).contains(value) else { return }
      problems.append(range(field, item: item, 1...questionLimit))
    }
    switch section.content {
    case .questions(_, let count): limit(.count, count)
    case .cases(let count, let questions):
      limit(.count, count)
      limit(.questions, questions)
    }
    guard pointLimits.contains(section.points.hundredths) else {
      return problems + [marks(.points, item: item, pointLimits)]
    }
    if let rule = section.rule { problems += Self.problems(of: rule, in: section, item: item) }
    let full = section.points.hundredths * max(0, min(section.questions, questionLimit))
    if let floor = section.floor, !(-full...0).contains(floor.hundredths) {
      problems.append(marks(.floor, item: item, -full...0))
    }
    return problems
  }

  private static func problems(
    of rule: ScoringRule, in section: Section, item: Int
  ) -> [BlueprintProblem] {
    var problems: [BlueprintProblem] = []
    if let kind = section.kind, rule.partialCredit != .none, !kind.leavesOptionsOut {
      problems.append(BlueprintProblem(.scoring, item: item, .ruleIdle(kind)))
    } else if case .perOption(let each) = rule.partialCredit {
      if each.hundredths < 1 {
        problems.append(marks(.each, item: item, 1...section.points.hundredths))
      } else if each > section.points {
        problems.append(BlueprintProblem(.each, item: item, .abovePoints(section.points)))
      }
    }
    if rule.deduction.hundredths < 0 {
      problems.append(marks(.deduction, item: item, 0...section.points.hundredths))
    } else if rule.deduction > section.points {
      problems.append(BlueprintProblem(.deduction, item: item, .abovePoints(section.points)))
    }
    return problems
  }

  // MARK: Shares

  private var shareProblems: [BlueprintProblem] {
    var problems: [BlueprintProblem] = []
    for (item, share) in shares.enumerated() {
      if let problem = problem(of: share, item: item) { problems.append(problem) }
      if shares[..<item].contains(where: { $0.trait == share.trait }) {
        problems.append(BlueprintProblem(.shares, item: item, .twice(share.trait.text)))
      }
    }
    guard problems.isEmpty, let count = countIfSound else { return problems + goalProblems }
    return sumProblems(count) + goalProblems
  }

  private func problem(of share: Share, item: Int) -> BlueprintProblem? {
    guard share.bounds.lowerBound >= 0, share.bounds.upperBound <= 10_000 else {
      return BlueprintProblem(.share, item: item, .outOfRange(least: "0%", most: "100%"))
    }
    switch share.trait {
    case .statute(let text) where !Self.isLine(text):
      return BlueprintProblem(.statute, item: item, .textUnusable(limit: Self.textLimit))
    case .chapter(let text) where !Self.isLine(text):
      return BlueprintProblem(.chapter, item: item, .textUnusable(limit: Self.textLimit))
    case .topic(let text) where !Self.isLine(text):
      return BlueprintProblem(.topic, item: item, .textUnusable(limit: Self.textLimit))
    case .difficulty(let range)
    where range.lowerBound < 1 || range.upperBound > Difficulty.allCases.count:
      return Self.range(.authorDifficulty, item: item, 1...Difficulty.allCases.count)
    case .bank(let code) where !Self.isCode(code):
      return BlueprintProblem(.bank, item: item, .codeUnusable(code))
    case .bank(let code)
    where !banks.isEmpty && !banks.contains(code) && share.bounds.lowerBound > 0:
      return BlueprintProblem(.bank, item: item, .bankNotDrawn(code))
    default: break
    }
    guard let count = countIfSound, share.questions(of: count) == nil else { return nil }
    return BlueprintProblem(.share, item: item, .noWholeNumber(questions: count))
  }

  /// A question has one level, one difficulty, and stands in one bank: shares of several of them add up.
  private func sumProblems(_ count: Int) -> [BlueprintProblem] {
    func bounds(_ share: Share) -> ClosedRange<Int> { share.questions(of: count) ?? 0...count }
    var levels = 0
    var drawn: [String: ClosedRange<Int>] = [:]
    // By the highest difficulty of a range: the most that ranges ask for which do not meet, up to there.
    var most = [Int](repeating: 0, count: Difficulty.allCases.count + 1)
    for share in shares {
      switch share.trait {
      case .level: levels += bounds(share).lowerBound
      case .bank(let code): drawn[code] = bounds(share)
      default: break
      }
    }
    for top in 1...Difficulty.allCases.count {
      most[top] = most[top - 1]
      for share in shares {
        guard case .difficulty(let range) = share.trait, range.upperBound == top else { continue }
        most[top] = max(most[top], most[range.lowerBound - 1] + bounds(share).lowerBound)
      }
    }
    let banked = drawn.values.reduce(0) { $0 + $1.lowerBound }
    let least = max(levels, most[Difficulty.allCases.count], banked)
    if least > count {
      return [BlueprintProblem(.shares, .sharesExceed(least: least, questions: count))]
    }
    let allowed = drawn.values.reduce(0) { $0 + $1.upperBound }
    if !banks.isEmpty, banks.allSatisfy({ drawn[$0] != nil }), allowed < count {
      return [BlueprintProblem(.shares, .sharesFallShort(most: allowed, questions: count))]
    }
    return []
  }

  private var goalProblems: [BlueprintProblem] {
    guard let difficulty else { return [] }
    return [(BlueprintField.mean, difficulty.mean), (.tolerance, difficulty.tolerance)]
      .filter { !(0...1).contains($0.1) }
      .map { BlueprintProblem($0.0, .outOfRange(least: "0", most: "1")) }
  }

  // MARK: Times, marks and forms

  private var timeProblems: [BlueprintProblem] {
    guard (1...1440).contains(time.minutes) else { return [Self.range(.minutes, 1...1440)] }
    var problems: [BlueprintProblem] = []
    for (field, limit) in [
      (BlueprintField.latestEntry, time.latestEntry), (.earliestLeaving, time.earliestLeaving),
    ] {
      guard let limit else { continue }
      if limit < 0 {
        problems.append(Self.range(field, 0...time.minutes))
      } else if limit > time.minutes {
        problems.append(BlueprintProblem(field, .beyondEnd(minutes: time.minutes)))
      }
    }
    return problems
  }

  private var passProblems: [BlueprintProblem] {
    var problems: [BlueprintProblem] = []
    func limit(_ field: BlueprintField, _ share: Int) {
      guard !(1...10_000).contains(share) else { return }
      problems.append(BlueprintProblem(field, .outOfRange(least: "0.01%", most: "100%")))
    }
    limit(.mark, pass.share)
    if let excellent = pass.excellent {
      limit(.excellent, excellent)
      if excellent < pass.share {
        problems.append(BlueprintProblem(.excellent, .excellentBelowPass))
      }
    }
    if !(1...100).contains(pass.attempts) { problems.append(Self.range(.attempts, 1...100)) }
    if !(0...100).contains(pass.makeUps) { problems.append(Self.range(.makeUps, 0...100)) }
    if let after = pass.after {
      if !Self.isCode(after) {
        problems.append(BlueprintProblem(.after, .codeUnusable(after)))
      } else if after == code {
        problems.append(BlueprintProblem(.after, .afterItself))
      }
    }
    return problems
  }

  private var formProblems: [BlueprintProblem] {
    var problems: [BlueprintProblem] = []
    let count = countIfSound ?? Self.questionLimit
    if !(0...count).contains(forms.overlap) { problems.append(Self.range(.overlap, 0...count)) }
    if !(0...1).contains(forms.spread) {
      problems.append(BlueprintProblem(.spread, .outOfRange(least: "0", most: "1")))
    }
    if let exposure = forms.exposure, !(0...1000).contains(exposure) {
      problems.append(Self.range(.exposure, 0...1000))
    }
    return problems
  }

  private static func range(
    _ field: BlueprintField, item: Int? = nil, _ limits: ClosedRange<Int>
  ) -> BlueprintProblem {
    BlueprintProblem(
      field, item: item,
      .outOfRange(least: String(limits.lowerBound), most: String(limits.upperBound)))
  }

  private static func marks(
    _ field: BlueprintField, item: Int, _ limits: ClosedRange<Int>
  ) -> BlueprintProblem {
    BlueprintProblem(
      field, item: item,
      .outOfRange(
        least: Score(hundredths: limits.lowerBound).text,
        most: Score(hundredths: limits.upperBound).text))
  }
}

extension QuestionKind {
  /// Whether an answer can name some of the right options and not all.
  var leavesOptionsOut: Bool { type.form == .options(severalAllowed: true) }
}
