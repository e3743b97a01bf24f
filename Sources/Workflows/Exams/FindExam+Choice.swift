import Exams
import Storage

extension FindExam {
  /// The exam that an act is meant for. Without a code it is the one that sits just now, else the only one that
  /// is not over and published: nobody voids a ticket of tomorrow's exam because it is the newest. Rehearsals
  /// stand behind exams that count.
  ///
  /// - Parameter isToCome: for acts before an exam and after it: then a rehearsal that was forgotten and still
  ///   sits is not meant as long as there is an exam that counts.
  /// - Throws: `ExamFailure.noExams`, `.noSuchExam`; `.severalExams` where it is not clear which; `StorageFailure`.
  package func exam(toActOn code: String?, isToCome: Bool = false) throws -> StoredExam {
    guard code == nil else { return try exam(code) }
    let items = try data.exams.exams().map { exam in
      let size = try data.exams.size(of: exam.id)
      return ListExams.Item(
        exam: exam, state: try data.exams.state(of: exam.id), candidates: size.candidates,
        waves: size.waves)
    }
    let sitting = items.filter { $0.stage == .sitting }
    let unfinished = items.filter { Self.isUnfinished($0.stage) }
    let groups = [sitting, unfinished, items.filter { $0.stage != .cancelled }, items]
    let earnest = groups.map { group in group.filter { !$0.exam.isRehearsal } }
    let choices = isToCome ? earnest + groups : zip(earnest, groups).flatMap { [$0, $1] }
    for choice in choices {
      guard let first = choice.first else { continue }
      guard choice.count == 1 else { throw ExamFailure.severalExams(choice.map(\.exam.code)) }
      return first.exam
    }
    throw ExamFailure.noExams
  }

  private static func isUnfinished(_ stage: ListExams.Stage) -> Bool {
    switch stage {
    case .sealed, .sitting, .between, .over: true
    case .published, .cancelled: false
    }
  }

  /// Exams whose results are out, the newest first.
  ///
  /// - Throws: `StorageFailure`.
  package func published() throws -> [StoredExam] {
    try data.exams.exams().filter { try data.exams.state(of: $0.id).published != nil }
  }

  /// The exam whose results are asked for: without a code the only one whose results are out; where there is
  /// none, the one that an act would be meant for.
  ///
  /// - Throws: as `exam(toActOn:)`.
  package func exam(withResults code: String?) throws -> StoredExam {
    guard code == nil else { return try exam(code) }
    let published = try published()
    if published.count == 1 { return published[0] }
    guard published.isEmpty else { throw ExamFailure.severalExams(published.map(\.code)) }
    return try exam(toActOn: nil)
  }
}
