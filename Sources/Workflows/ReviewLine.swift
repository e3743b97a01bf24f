import Questions

/// A question of an ended mock exam, with what was answered.
package struct ReviewLine: Sendable {
  package let card: PracticeCard
  package let response: Response
  package let grade: Grade
  package let score: Score
  package let full: Score
}
