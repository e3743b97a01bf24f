import Text

/// Something wrong with a file that was read: where, and what.
package struct ReadProblem: Hashable, Sendable, Error {
  /// What a problem means for the file.
  package enum Severity: Hashable, Sendable {
    /// The file is refused.
    case error
    /// The file is taken; its author may want to know.
    case warning
  }

  /// The file as it was asked for.
  package let file: String
  /// nil where the problem is the whole file's.
  package let position: SourcePosition?
  package let fact: ReadFact
  /// The line as it stands in the file, or its part around the place where it is long; nil where
  /// the problem is the whole file's, or the line has nothing to see.
  package let quote: String?

  package init(
    file: String, position: SourcePosition?, fact: ReadFact, quote: String? = nil
  ) {
    self.file = file
    self.position = position
    self.fact = fact
    self.quote = quote
  }

  /// The severity of its fact; the place makes no difference.
  package var severity: Severity { fact.severity }

  /// `file:line:column: sentence`, as compilers print it, so that editors can jump there. The
  /// file's name and what is quoted of it come from outside: clean the text before showing it.
  package func text(in language: Language) -> String {
    guard let position else { return "\(file): \(fact.wording(language))" }
    return "\(file):\(position.line):\(position.column): \(fact.wording(language))"
  }
}
