import Exams
import Seals

/// An exam as it is kept: what it goes by, and what it was made of.
package struct StoredExam: Hashable, Sendable {
  package var id: Int64
  /// Unique; what people type.
  package var code: String
  package var title: String
  /// The blueprint as it was written.
  package var blueprint: String
  /// The exam whose make-up this is.
  package var makeUpOf: Int64?
  /// Held to try the room and the computers: it counts in no figure.
  package var isRehearsal: Bool
  /// Whether learners see none of its questions before the results are out.
  package var hidesQuestions: Bool
  /// UTC milliseconds.
  package var created: Int64
  /// When its waves may be opened.
  package var window: ExamWindow

  package init(
    id: Int64, code: String, title: String, blueprint: String, makeUpOf: Int64?,
    isRehearsal: Bool, hidesQuestions: Bool, created: Int64, window: ExamWindow = .always
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.blueprint = blueprint
    self.makeUpOf = makeUpOf
    self.isRehearsal = isRehearsal
    self.hidesQuestions = hidesQuestions
    self.created = created
    self.window = window
  }
}

/// A frozen form under its key.
package struct StoredForm: Hashable, Sendable {
  /// From 0.
  package var position: Int
  package var code: String
  package var sealed: [UInt8]
  /// Of what is inside.
  package var digest: Digest

  package init(position: Int, code: String, sealed: [UInt8], digest: Digest) {
    self.position = position
    self.code = code
    self.sealed = sealed
    self.digest = digest
  }
}
