import Exams
import Questions
import Statutes
import Text
import Yams

extension BlueprintReader {
  // MARK: Single values

  /// The words of a field as they stand; nil where there are none.
  mutating func text(
    _ field: BlueprintField, in entries: Entries, at start: Place? = nil
  ) -> String? {
    scalar(field, in: entries, at: start)?.text
  }

  private mutating func scalar(
    _ field: BlueprintField, in entries: Entries, at start: Place? = nil
  ) -> (text: String, place: Place)? {
    guard let entry = present(field, in: entries, at: start) else { return nil }
    guard case .scalar(let scalar) = entry.node else {
      problem(.shape(field, .value), place(of: entry.node))
      return nil
    }
    return (scalar.string, place(of: entry.node))
  }

  /// The value of a field by its words in half width and small letters; nil where it is not there, or
  /// says nothing, which is told.
  private mutating func value<Value>(
    _ field: BlueprintField, in entries: Entries, at start: Place? = nil,
    _ read: (String) -> Value?
  ) -> Value? {
    guard let (text, place) = scalar(field, in: entries, at: start) else { return nil }
    guard let value = read(PlainLine.narrowed(text).lowercased()) else {
      problem(.unreadable(field, text: Quoted.text(text)), place)
      return nil
    }
    return value
  }

  private mutating func number(
    _ field: BlueprintField, in entries: Entries, at start: Place? = nil
  ) -> Int? {
    value(field, in: entries, at: start) {
      ($0.hasPrefix("-") ? nil : Decimals.whole($0, places: 0))
    }
  }

  private mutating func share(_ field: BlueprintField, in entries: Entries, at start: Place? = nil)
    -> Int?
  {
    value(field, in: entries, at: start) {
      $0.hasSuffix("%") ? Decimals.whole($0.dropLast(), places: 2) : nil
    }
  }

  private mutating func fraction(
    _ field: BlueprintField, in entries: Entries, at start: Place? = nil
  ) -> Double? {
    value(field, in: entries, at: start) { text in
      Decimals.whole(text, places: 4).flatMap { _ in Double(text) }
    }
  }

  private mutating func points(
    _ field: BlueprintField, in entries: Entries, at start: Place? = nil
  ) -> Score? {
    value(field, in: entries, at: start) {
      Decimals.whole($0, places: 2).map { Score(hundredths: $0) }
    }
  }

  private mutating func truth(_ field: BlueprintField, in entries: Entries) -> Bool? {
    value(field, in: entries) { BlueprintKeys.value($0, in: BlueprintKeys.truths) }
  }

  // MARK: Groups

  mutating func section(_ entries: Entries, at start: Place) -> Blueprint.Section? {
    let type = value(.type, in: entries, at: start) { BlueprintKeys.type($0) }
    let count = number(.count, in: entries, at: start)
    var content: Blueprint.Section.Content?
    switch type {
    case .kind(let kind)?:
      if let entry = entries[.questions] { problem(.onlyForCases(.questions), entry.key) }
      content = count.map { .questions(kind, count: $0) }
    case .cases?:
      let questions = number(.questions, in: entries, at: start)
      if let count, let questions { content = .cases(count: count, questions: questions) }
    case nil: break
    }
    let points = points(.points, in: entries, at: start)
    let rule = rule(entries)
    let floor = value(.floor, in: entries) { text -> Score?? in
      if BlueprintKeys.none.contains(text) { return .some(nil) }
      return Decimals.whole(text, places: 2).map { Score(hundredths: $0) }
    }
    guard let content, let points else { return nil }
    return Blueprint.Section(content: content, points: points, rule: rule, floor: floor ?? .zero)
  }

  /// The rule of a section; nil leaves it to each question.
  private mutating func rule(_ entries: Entries) -> ScoringRule? {
    let deduction = points(.deduction, in: entries)
    let each = points(.each, in: entries)
    let credit = value(.scoring, in: entries) { word -> ScoringRule.PartialCredit? in
      if BlueprintKeys.allOrNothing.contains(word) { return ScoringRule.PartialCredit.none }
      if BlueprintKeys.half.contains(word) { return .half }
      guard BlueprintKeys.perOption.contains(word) else { return nil }
      return ScoringRule.perOption.partialCredit
    }
    guard credit != nil || entries[.scoring] == nil else { return nil }
    var rule = ScoringRule(partialCredit: credit ?? .none, deduction: deduction ?? .zero)
    if case .perOption = credit {
      if let each { rule.partialCredit = .perOption(each) }
    } else if let entry = entries[.each] {
      problem(.withoutPerOption, entry.key)
    }
    return credit == nil && deduction == nil ? nil : rule
  }

  mutating func share(_ entries: Entries, at start: Place) -> Blueprint.Share? {
    let named = BlueprintField.traits.filter { entries[$0] != nil }
      .sorted { entries[$0]?.key.offset ?? 0 < entries[$1]?.key.offset ?? 0 }
    guard let field = named.first else {
      problem(.noTrait, start)
      return nil
    }
    if named.count > 1 {
      problem(.severalTraits(field, named[1]), entries[named[1]]?.key ?? start)
    }
    let trait = trait(field, entries)
    let (exact, least, most) = (
      share(.share, in: entries), share(.atLeast, in: entries), share(.atMost, in: entries)
    )
    let bounds = [BlueprintField.atLeast, .atMost].compactMap { entries[$0] }
    if entries[.share] != nil {
      if let bound = bounds.first { problem(.shareAndBounds, bound.key) }
      guard let trait, let exact else { return nil }
      return Blueprint.Share(trait: trait, bounds: exact...exact)
    }
    guard !bounds.isEmpty else {
      problem(.noBounds, start)
      return nil
    }
    // What cannot be read was told.
    guard (least != nil) == (entries[.atLeast] != nil), (most != nil) == (entries[.atMost] != nil)
    else { return nil }
    let (low, high) = (least ?? 0, most ?? max(10_000, least ?? 0))
    guard low <= high else {
      problem(.boundsReversed, bounds[0].key)
      return nil
    }
    return trait.map { Blueprint.Share(trait: $0, bounds: low...high) }
  }

  private mutating func trait(
    _ field: BlueprintField, _ entries: Entries
  ) -> Blueprint.Share.Trait? {
    switch field {
    case .statute:
      return text(field, in: entries).map { .statute(StatuteTitle($0).short) }
    case .chapter: return text(field, in: entries).map { .chapter($0) }
    case .topic: return text(field, in: entries).map { .topic($0) }
    case .bank: return text(field, in: entries).map { .bank($0) }
    case .level:
      return value(field, in: entries) { BlueprintKeys.value($0, in: BlueprintKeys.levels) }
        .map { .level($0) }
    default:
      return value(field, in: entries) { text -> ClosedRange<Int>? in
        let ends = text.split { "-~至到".contains($0) }.map { word in
          BlueprintKeys.value(PlainLine.narrowed(String(word)), in: BlueprintKeys.difficulties)?
            .rawValue
        }
        guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1],
          low <= high
        else { return nil }
        return low...high
      }.map { .difficulty($0) }
    }
  }

  mutating func goal(_ entries: Entries, at start: Place) -> Blueprint.DifficultyGoal? {
    let mean = fraction(.mean, in: entries, at: start)
    let tolerance = fraction(.tolerance, in: entries, at: start)
    guard let mean, let tolerance else { return nil }
    return Blueprint.DifficultyGoal(mean: mean, tolerance: tolerance)
  }

  mutating func times(_ entries: Entries, at start: Place) -> Blueprint.TimeRules? {
    let minutes = number(.minutes, in: entries, at: start)
    let (entry, leaving) = (
      number(.latestEntry, in: entries), number(.earliestLeaving, in: entries)
    )
    return minutes.map {
      Blueprint.TimeRules(minutes: $0, latestEntry: entry, earliestLeaving: leaving)
    }
  }

  mutating func passing(_ entries: Entries, at start: Place) -> Blueprint.PassRules? {
    let mark = share(.mark, in: entries, at: start)
    var rules = Blueprint.PassRules()
    rules.excellent = share(.excellent, in: entries)
    rules.attempts = number(.attempts, in: entries) ?? rules.attempts
    rules.makeUps = number(.makeUps, in: entries) ?? rules.makeUps
    rules.after = text(.after, in: entries)
    guard let mark else { return nil }
    rules.share = mark
    return rules
  }

  mutating func forms(_ entries: Entries, at start: Place) -> Blueprint.FormRules? {
    var rules = Blueprint.FormRules()
    rules.shufflesQuestions = truth(.shuffleQuestions, in: entries) ?? rules.shufflesQuestions
    rules.shufflesOptions = truth(.shuffleOptions, in: entries) ?? rules.shufflesOptions
    rules.overlap = number(.overlap, in: entries) ?? rules.overlap
    rules.spread = fraction(.spread, in: entries) ?? rules.spread
    rules.exposure = number(.exposure, in: entries)
    return rules
  }
}

/// Numbers as people write them, exactly: without exponents, and no more digits than a rule needs.
enum Decimals {
  /// A number with so many decimals at most as a whole number of its last place: `2.5` with two is 250.
  /// nil for anything else, and from a million on.
  static func whole(_ text: some StringProtocol, places: Int) -> Int? {
    let isNegative = text.hasPrefix("-")
    let parts = (isNegative ? text.dropFirst() : text[...]).split(
      separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...6).contains(parts[0].utf8.count) else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count == 1 || (1...max(places, 1)).contains(decimals.utf8.count),
      decimals.utf8.count <= places
    else { return nil }
    let digits = parts[0] + decimals + String(repeating: "0", count: places - decimals.utf8.count)
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(digits) else {
      return nil
    }
    return isNegative ? -value : value
  }
}
