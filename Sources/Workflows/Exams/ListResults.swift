import Exams
import Learning
import People
import Questions
import Storage

/// The score list of an exam.
package struct ListResults {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// What became of a candidate.
  package enum Outcome: String, Hashable, Sendable {
    case absent, sitting, passed, failed
  }

  /// A candidate's line.
  package struct Line: Hashable, Sendable {
    package var candidate: StoredCandidate
    /// The path of the unit; empty without one.
    package var unit: String
    package var outcome: Outcome
    /// nil without a result.
    package var grade: StoredGrade?
    package var end: SittingEnd?
  }

  /// The list, by wave and seat.
  package struct List: Sendable {
    package var exam: StoredExam
    package var isPublished: Bool
    package var lines: [Line]
    /// How far the log had come.
    package var head: ChainHead?

    /// How many have an outcome.
    package func count(_ outcome: Outcome) -> Int { lines.count { $0.outcome == outcome } }
  }

  /// - Throws: `ExamFailure.notPublished` for whoever may not see results before; `StorageFailure`,
  ///   `Authorisation.Refusal`.
  package func list(_ exam: StoredExam) throws -> List {
    try Authorisation.authorise(actor, to: .readResults)
    let state = try data.exams.state(of: exam.id)
    guard state.cancelled == nil else { throw ExamFailure.isCancelled(exam.code) }
    let units = Dictionary(
      try data.learners.units().map { ($0.id, $0.code) }, uniquingKeysWith: { $1 })
    let sittings = try data.sittings.states(of: exam.id)
    let grades = try data.sittings.grades(of: exam.id)
    // Before the last wave has ended a list of scores helps those who still have to sit.
    let isOpen = state.isOver(waves: try data.exams.size(of: exam.id).waves)
    guard isOpen else { throw ExamFailure.notOver }
    let lines = try data.exams.candidates(of: exam.id).map { candidate in
      let sitting = sittings[candidate.id]
      let grade = grades[candidate.id]
      let outcome: Outcome =
        if let grade { grade.isPassed ? .passed : .failed } else {
          sitting?.began == nil ? .absent : .sitting
        }
      return Line(
        candidate: candidate, unit: candidate.unit.flatMap { units[$0] } ?? "", outcome: outcome,
        grade: grade, end: sitting?.end?.reason)
    }
    return List(
      exam: exam, isPublished: state.published != nil, lines: lines,
      head: try data.evidence.head())
  }
}
