import Learning
import Questions
import Statutes

/// A question that may be drawn for an exam, with what a blueprint can speak of.
package struct PoolQuestion: Hashable, Sendable {
  /// Its seat in a case: the questions of a case enter a paper together and in order.
  package struct Seat: Hashable, Sendable {
    /// The number of the case in the store.
    package var item: Int64
    /// Its place among the questions of the case.
    package var place: Int
    /// How many questions the case has; a case of which some are not in the pool is not drawn.
    package var of: Int

    package init(item: Int64, place: Int, of: Int) {
      self.item = item
      self.place = place
      self.of = of
    }
  }

  package var ref: QuestionRef
  package var kind: QuestionKind
  /// nil for a question that stands alone.
  package var seat: Seat?
  /// Of its bank, by code.
  package var bank: String
  /// The title of its chapter.
  package var chapter: String
  /// What it cites, each once.
  package var statutes: [StatuteTitle]
  package var level: CognitiveLevel?
  /// Its author's word.
  package var author: Difficulty?
  /// From 0 (everybody is right) to 1; see `QuestionDifficulty`.
  package var difficulty: Double
  package var topics: [String]
  /// In how many earlier papers it stood.
  package var uses: Int
  /// The groups that it belongs to of which a form may have only one question: near duplicates, and
  /// what else must not stand together. Any numbers.
  package var enemies: [Int]
  /// Its own rule, where the section has none.
  package var rule: ScoringRule

  package init(
    ref: QuestionRef, kind: QuestionKind, seat: Seat? = nil, bank: String, chapter: String,
    statutes: [StatuteTitle] = [], level: CognitiveLevel? = nil, author: Difficulty? = nil,
    difficulty: Double, topics: [String] = [], uses: Int = 0, enemies: [Int] = [],
    rule: ScoringRule = .allOrNothing
  ) {
    self.ref = ref
    self.kind = kind
    self.seat = seat
    self.bank = bank
    self.chapter = chapter
    self.statutes = statutes
    self.level = level
    self.author = author
    self.difficulty = difficulty
    self.topics = topics
    self.uses = uses
    self.enemies = enemies
    self.rule = rule
  }

  /// Whether a share of this trait counts the question. Where its author named no level or difficulty
  /// it has none.
  package func has(_ trait: Blueprint.Share.Trait) -> Bool {
    switch trait {
    case .statute(let title): statutes.contains(StatuteTitle(title))
    case .chapter(let part): chapter.contains(part)
    case .level(let wanted): level == wanted
    case .difficulty(let range): author.map { range.contains($0.rawValue) } ?? false
    case .topic(let topic): topics.contains(topic)
    case .bank(let code): bank == code
    }
  }
}
