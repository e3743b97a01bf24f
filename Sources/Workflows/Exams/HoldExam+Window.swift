import Exams
import Storage

extension HoldExam {
  /// - Throws: `ExamFailure.windowNotYet`, `.windowOver` outside the times that the exam was made for.
  func checkWindow(of exam: StoredExam) throws {
    let days = try data.dayRule()
    switch exam.window.place(of: now.utc) {
    case .within: return
    case .before(let start): throw ExamFailure.windowNotYet(from: days.clockText(of: start))
    case .after(let end): throw ExamFailure.windowOver(until: days.clockText(of: end))
    }
  }
}
