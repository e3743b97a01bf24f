import Exams
import People
import Storage

/// The facts of one exam; nothing of its questions, and nothing that identifies a person beyond the name.
package struct ShowExam {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// An exam with its forms, waves and candidates.
  package struct Facts: Sendable {
    package var exam: StoredExam
    package var state: ExamState
    package var waves: Int
    package var forms: [StoredForm]
    /// By wave and seat, each with what the log has granted beside the roster.
    package var candidates: [(candidate: StoredCandidate, extraMinutes: Int)]
    /// What the papers were drawn with; nil before the results are out.
    package var seed: UInt64?

    /// How far it has come.
    package var stage: ListExams.Stage {
      ListExams.Item(exam: exam, state: state, candidates: candidates.count, waves: waves).stage
    }
  }

  /// - Throws: `StorageFailure`, `Authorisation.Refusal`.
  package func facts(of exam: StoredExam) throws -> Facts {
    try Authorisation.authorise(actor, to: .readExams)
    let sittings = try data.sittings.states(of: exam.id)
    let candidates = try data.exams.candidates(of: exam.id)
    let state = try data.exams.state(of: exam.id)
    return Facts(
      exam: exam, state: state,
      waves: candidates.map(\.seat.wave).max() ?? 0, forms: try data.exams.forms(of: exam.id),
      candidates: candidates.map {
        ($0, $0.extraMinutes + (sittings[$0.id]?.extraMinutes ?? 0))
      }, seed: state.published == nil ? nil : try FindExam(data).papers(of: exam)[0]?.seed)
  }
}
