import Questions
import Statutes

/// What the shares of a blueprint tell questions by, beside their types: the same for formal exams and for
/// mock exams by a blueprint.
package struct PaperTraits: Hashable, Sendable {
  /// Of its bank, by code.
  package var bank: String
  /// The title of its chapter.
  package var chapter: String
  /// What it cites, each once.
  package var statutes: [StatuteTitle]
  package var level: CognitiveLevel?
  /// Its author's word.
  package var author: Difficulty?
  package var topics: [String]

  package init(
    bank: String, chapter: String, statutes: [StatuteTitle] = [], level: CognitiveLevel? = nil,
    author: Difficulty? = nil, topics: [String] = []
  ) {
    self.bank = bank
    self.chapter = chapter
    self.statutes = statutes
    self.level = level
    self.author = author
    self.topics = topics
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
