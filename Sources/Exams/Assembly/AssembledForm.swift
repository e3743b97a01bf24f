import Learning
import Questions

/// One form of a paper: its questions, in the order in which they stand.
package struct AssembledForm: Hashable, Sendable {
  /// A question on the form, and how it is marked there.
  package struct Line: Hashable, Sendable {
    package var ref: QuestionRef
    /// The section's rule, else the question's own.
    package var rule: ScoringRule

    package init(ref: QuestionRef, rule: ScoringRule) {
      self.ref = ref
      self.rule = rule
    }
  }

  /// By the sections of the blueprint; the questions of a case stand together.
  package var sections: [[Line]]

  package init(sections: [[Line]]) { self.sections = sections }

  /// All questions in the order of the paper.
  package var refs: [QuestionRef] { sections.flatMap { $0.map(\.ref) } }
}
