/// Why an attempt ended.
package enum FinishReason: String, Hashable, Sendable {
  /// All questions were done.
  case completed
  /// The learner handed the paper in.
  case submitted
  /// The time was over.
  case deadline
  /// The learner began another instead.
  case abandoned
}
