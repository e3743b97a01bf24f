import Questions
import Statutes

extension MingfaText.Reader {
  /// The question that was read, with all that is wrong with it told; nil where it has no type.
  mutating func buildQuestion(code: QuestionCode?) -> Question? {
    let draft = question
    let stem = EscapedText.string(bytes, draft.lines(draft.stem))
    let options = draft.options.enumerated().map { position, block in
      AnswerOption(
        id: OptionID(position + 1), text: EscapedText.string(bytes, draft.lines(block)))
    }
    let order =
      value(.order, in: Vocabulary.orders) ?? OptionOrderDetection.order(of: options)
    let (rationale, missing) = readRationale(optionCount: options.count)
    let citations = readCitations()
    let difficulty = value(.difficulty, in: Vocabulary.difficulties)
    let level = value(.level, in: Vocabulary.levels)
    warnOfGaps(
      rationale: rationale, citations: citations, difficulty: difficulty, level: level)
    let key = readKey(kind: draft.kind)
    // Without a code there is an error, and the question goes nowhere.
    guard let kind = draft.kind.map({ kinds[$0] }), let code = code ?? Self.placeholder
    else { return nil }
    let question = Question(
      code: code, kind: kind, stem: stem, options: options,
      key: key ?? .points([]), order: order,
      rule: value(.scoring, in: Vocabulary.rules) ?? .allOrNothing, citations: citations,
      rationale: rationale, difficulty: difficulty, level: level, topics: readTopics(),
      use: value(.use, in: Vocabulary.uses) ?? .both,
      state: value(.state, in: Vocabulary.states) ?? .ready, waivers: readWaivers())
    for problem in kind.type.problems(of: question) {
      tell(problem, draft: draft, hasKey: key != nil, missing: missing)
    }
    return question
  }

  private static let placeholder = QuestionCode("-")

  /// Puts a problem of the question to the line in which its cure lies.
  private mutating func tell(
    _ problem: QuestionProblem, draft: borrowing QuestionDraft, hasKey: Bool, missing: Place?
  ) {
    let place: Place?
    switch problem.part {
    case .stem: place = draft.stem.place
    case .option(let position):
      place = draft.options.indices.contains(position) ? draft.options[position].place : nil
    case .key:
      // What is wrong with the key was told, or can't be judged.
      guard hasKey, !draft.hasBrokenOptions else { return }
      place = draft[.answer]?.place
    case .rationale: place = missing ?? draft[.explanation]?.place
    }
    self.problem(.question(problem), place ?? draft.place)
  }

  private mutating func readRationale(optionCount: Int) -> (Rationale, missing: Place?) {
    guard let block = question[.explanation] else { return (Rationale(), nil) }
    var missing: Place?
    let rationale = EscapedText.rationale(
      bytes, question.lines(block), optionCount: optionCount
    ) { place in
      missing = missing ?? place
    }
    return (rationale, missing)
  }

  private mutating func warnOfGaps(
    rationale: Rationale, citations: [Citation], difficulty: Difficulty?, level: CognitiveLevel?
  ) {
    let place = question.place
    if rationale.isEmpty { problem(.noExplanation, place) }
    if citations.isEmpty, isBlank(.basis) { problem(.noCitation, place) }
    if difficulty == nil, isBlank(.difficulty) { problem(.noDifficulty, place) }
    if level == nil, isBlank(.level) { problem(.noLevel, place) }
  }

  /// Whether a field is absent or has no text.
  private func isBlank(_ field: BankField) -> Bool { question[field]?.count ?? 0 == 0 }

  /// One of a few words; nil where the field is absent, empty or unreadable.
  private mutating func value<Value>(_ field: BankField, in table: NameTable<Value>) -> Value? {
    guard let block = question[field], let slice = question.lines(block).first else { return nil }
    if let value = table.value(bytes, slice.start, slice.end) { return value }
    problem(.unknownValue(field, text: quoted(slice.start..<slice.end)), block.place)
    return nil
  }

  private mutating func readTopics() -> [String] {
    guard let block = question[.tags] else { return [] }
    var result: [String] = []
    for slice in question.lines(block) {
      if slice.isLiteral {
        result += Self.topics(bytes, slice)
        continue
      }
      result += topics.value(bytes, slice.start, slice.end) {
        Self.topics(bytes, slice)
      }
    }
    return result
  }

  private static func topics(_ bytes: Bytes, _ slice: Slice) -> [String] {
    EscapedText.split(bytes, slice, at: 0x2C).filter { !$0.isEmpty }.map {
      EscapedText.string(bytes, $0)
    }
  }
}
