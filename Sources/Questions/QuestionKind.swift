import Text

/// The type of a question. A new type is one file in `Types/` and one line in `registry`.
package struct QuestionKind: Hashable, Sendable {
  /// All types, in the order in which a paper prints them.
  package static let registry: [any QuestionType] = [
    SingleChoice(), MultipleChoice(), IndefiniteChoice(), TrueFalse(), FillIn(), ShortAnswer(),
  ]

  /// One option is right.
  package static let single = QuestionKind(of: SingleChoice())
  /// Two options or more are right.
  package static let multiple = QuestionKind(of: MultipleChoice())
  /// One option or more are right.
  package static let indefinite = QuestionKind(of: IndefiniteChoice())
  /// A statement to be judged.
  package static let trueFalse = QuestionKind(of: TrueFalse())
  /// Blanks in the stem.
  package static let fillIn = QuestionKind(of: FillIn())
  /// Key points in the learner's own words.
  package static let short = QuestionKind(of: ShortAnswer())

  /// All types as values, in the order of the registry.
  package static let all = registry.map { QuestionKind(of: $0) }

  /// The type's stable name, as it is stored.
  package let id: String
  /// The rules of the type.
  package let type: any QuestionType

  private init(of type: any QuestionType) {
    id = type.id
    self.type = type
  }

  /// The type with this id; nil where the registry has none.
  package init?(id: String) {
    guard let type = Self.registry.first(where: { $0.id == id }) else { return nil }
    self.init(of: type)
  }

  package static func == (left: QuestionKind, right: QuestionKind) -> Bool { left.id == right.id }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
