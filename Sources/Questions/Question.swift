import Statutes

/// One question, as an author wrote it. A value: identity in a database and versions are
/// Storage's. It may break the rules of its type; `kind.type.problems(of:)` says how.
package struct Question: Hashable, Sendable {
  package var code: QuestionCode
  package var kind: QuestionKind
  package var stem: String
  /// In the author's order; empty for types without options.
  package var options: [AnswerOption]
  package var key: Key
  package var order: OptionOrder
  package var rule: ScoringRule
  package var citations: [Citation]
  package var rationale: Rationale
  package var difficulty: Difficulty?
  package var level: CognitiveLevel?
  package var topics: [String]
  package var use: QuestionUse
  package var state: QuestionState
  /// The rules of the check that its author silences for it.
  package var waivers: [Waiver]

  package init(
    code: QuestionCode, kind: QuestionKind, stem: String, options: [AnswerOption] = [], key: Key,
    order: OptionOrder = .free, rule: ScoringRule = .allOrNothing, citations: [Citation] = [],
    rationale: Rationale = Rationale(), difficulty: Difficulty? = nil,
    level: CognitiveLevel? = nil, topics: [String] = [], use: QuestionUse = .both,
    state: QuestionState = .ready, waivers: [Waiver] = []
  ) {
    self.code = code
    self.kind = kind
    self.stem = stem
    self.options = options
    self.key = key
    self.order = order
    self.rule = rule
    self.citations = citations
    self.rationale = rationale
    self.difficulty = difficulty
    self.level = level
    self.topics = topics
    self.use = use
    self.state = state
    self.waivers = waivers
  }
}
