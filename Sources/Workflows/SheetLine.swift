import Questions

/// One line of the answer sheet of a mock exam.
package struct SheetLine: Hashable, Sendable {
  package let number: Int
  package let kind: QuestionKind
  package let isAnswered: Bool
  package let isMarked: Bool
  package let isCurrent: Bool
}
