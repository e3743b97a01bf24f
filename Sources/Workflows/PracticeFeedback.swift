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
}
