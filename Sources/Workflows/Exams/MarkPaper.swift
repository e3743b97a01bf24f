import Exams
import Learning
import Questions
import Storage

/// Marks papers when they are handed in, by the rules that were frozen with them; the end of a sitting and
/// its marks are one commit.
struct MarkPaper {
  private let data: MingfaData
  private let blueprint: Blueprint
  private let papers: [Int: ExamPaper]

  /// - Throws: `ExamFailure`, `StorageFailure`.
  init(_ data: MingfaData, exam: StoredExam) throws {
    self.data = data
    blueprint = try FindExam.blueprint(of: exam)
    guard let key = try data.exams.key(of: exam.id) else { throw ExamFailure.keyNeeded }
    var papers: [Int: ExamPaper] = [:]
    for form in try data.exams.forms(of: exam.id) {
      papers[form.position] = try SealedForms.unseal(form, code: key)
    }
    self.papers = papers
  }

  /// Ends a sitting.
  ///
  /// - Throws: `SittingStore.Stale` where it has ended already; `ExamFailure`, `StorageFailure`.
  func end(
    _ candidate: StoredCandidate, _ reason: SittingEnd, state: inout SittingState,
    at moment: Moment, by account: Int64 = 0, allows: (SittingState) -> Bool = { _ in true }
  ) throws {
    guard let paper = papers[candidate.seat.form] else {
      throw ExamFailure.formAltered(String(candidate.seat.form + 1))
    }
    try data.sittings.append(
      .ended(reason), to: &state, candidate: candidate, at: moment, by: account,
      grade: { PaperGrade(of: paper, responses: $0.responses, passMark: blueprint.passMark) }
    ) { $0.began != nil && $0.end == nil && allows($0) }
  }
}
