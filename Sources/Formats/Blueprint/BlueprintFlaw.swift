import Exams

/// What can be wrong with the file of a blueprint. Texts quoted are as the file has them, shortened.
package enum BlueprintFlaw: Hashable, Sendable {
  /// What stands where.
  package enum Shape: Hashable, Sendable, CaseIterable {
    case fields, list, value
  }

  /// Why the text is no YAML.
  package enum Syntax: Hashable, Sendable, CaseIterable {
    /// A tab, or a sign that no value begins with.
    case sign
    /// A second colon in a line, or a line that does not belong to the one above.
    case colon
    case indentation
    case quote
    case depth
    case other
  }

  // The file.
  case tooLarge(limit: Int)
  case empty
  case syntax(Syntax)
  case severalDocuments
  /// `&`, `*` or `!` where YAML takes it for an anchor, an alias or a tag.
  case reference(String)

  // Keys.
  case shape(BlueprintField?, Shape)
  case unknownKey(String, like: String?, group: BlueprintField?)
  case keyTwice(BlueprintField, firstLine: Int)
  /// YAML's own finding, whose places it does not tell.
  case sameKeys(String)
  case missing(BlueprintField)

  // Values.
  case noValue(BlueprintField)
  case unreadable(BlueprintField, text: String)
  /// A field of cases in another section.
  case onlyForCases(BlueprintField)
  /// Points of an option, without the rule that gives them.
  case withoutPerOption
  case noTrait
  case severalTraits(BlueprintField, BlueprintField)
  case noBounds
  /// An exact share, and bounds.
  case shareAndBounds
  case boundsReversed

  /// The file reads, and no paper can come of it.
  case problem(BlueprintProblem)
}
