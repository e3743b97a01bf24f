import Exams
import Learning
import Questions
import Storage

/// Marks a paper when it is handed in, by the rules that were frozen with it; the end of a sitting and its
/// marks are one commit.
struct MarkPaper {
  let data: MingfaData
  let paper: ExamPaper
  let passMark: Score

  /// Ends a sitting.
  ///
  /// - Throws: `SittingStore.Stale` where it has ended already; `StorageFailure`.
  func end(
    _ candidate: StoredCandidate, _ reason: SittingEnd, state: inout SittingState,
    at moment: Moment, by account: Int64 = 0, allows: (SittingState) -> Bool = { _ in true }
  ) throws {
    try data.sittings.append(
      .ended(reason), to: &state, candidate: candidate, at: moment, by: account,
      grade: { PaperGrade(of: paper, responses: $0.responses, passMark: passMark) },
      allows: { $0.began != nil && $0.end == nil && allows($0) })
  }
}
