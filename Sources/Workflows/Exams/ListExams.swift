import Exams
import People
import Storage

/// The exams, with how far each has come.
package struct ListExams {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// How far an exam has come. The raw values stand in JSON.
  package enum Stage: String, Hashable, Sendable {
    case sealed, sitting, between, over, published, cancelled
  }

  /// An exam in the list.
  package struct Item: Sendable {
    package var exam: StoredExam
    package var state: ExamState
    package var candidates: Int
    package var waves: Int

    /// How far it has come.
    package var stage: Stage {
      if state.cancelled != nil { return .cancelled }
      if state.published != nil { return .published }
      if state.openWave != nil { return .sitting }
      if state.isOver(waves: waves) { return .over }
      return state.waves.isEmpty ? .sealed : .between
    }
  }

  /// All, the newest first.
  ///
  /// - Throws: `StorageFailure`, `Authorisation.Refusal`.
  package func all() throws -> [Item] {
    try Authorisation.authorise(actor, to: .readExams)
    return try data.exams.exams().map { exam in
      let size = try data.exams.size(of: exam.id)
      return Item(
        exam: exam, state: try data.exams.state(of: exam.id), candidates: size.candidates,
        waves: size.waves)
    }
  }
}
