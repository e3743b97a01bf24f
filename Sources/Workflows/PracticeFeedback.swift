import Learning
import Questions

/// What a learner is told after an answer.
package struct PracticeFeedback: Sendable {
  package let card: PracticeCard
  package let response: Response
  package let grade: Grade
  /// Milliseconds from the question to the answer.
  package let duration: Int64
  /// What is remembered of the question now, this answer included.
  package let memory: QuestionMemory
  /// For a right answer: in how many days it would be due again, by how well it was recalled; 0 is
  /// today. Empty where there is nothing to be said.
  package let intervals: [Rating: Int]
  /// Whether exam plans decide when it comes again.
  package let isPlanned: Bool
}
