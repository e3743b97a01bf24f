import Exams
import Formats
import Storage

/// Finds exams by what people type, with what they go by.
package struct FindExam {
  let data: MingfaData

  package init(_ data: MingfaData) { self.data = data }

  /// The exam with a code. Without one the newest that is held in earnest: nobody opens or publishes a
  /// rehearsal of last week, or what was cancelled, where the exam was meant. Only where there is none of
  /// these, the newest of all.
  ///
  /// - Throws: `ExamFailure.noSuchExam`, `.noExams`, `StorageFailure`.
  package func exam(_ code: String?) throws -> StoredExam {
    let exams = try data.exams.exams()
    guard let newest = exams.first else { throw ExamFailure.noExams }
    guard let code else {
      return try exams.first {
        try !$0.isRehearsal && data.exams.state(of: $0.id).cancelled == nil
      } ?? newest
    }
    guard let found = exams.first(where: { $0.code == code }) else {
      throw ExamFailure.noSuchExam(code, known: exams.map(\.code))
    }
    return found
  }

  /// The exam with a code. Without one the one that sits just now; where none does, as `exam`.
  ///
  /// - Throws: as `sittingNow` and `exam`.
  package func exam(heldNow code: String?) throws -> StoredExam {
    guard code == nil else { return try exam(code) }
    do { return try sittingNow().exam } catch ExamFailure.nothingOpen { return try exam(nil) }
  }

  /// The blueprint that an exam goes by.
  ///
  /// - Throws: `ExamFailure.formAltered` where its text can no longer be read.
  package static func blueprint(of exam: StoredExam) throws(ExamFailure) -> Blueprint {
    let (blueprint, _) = BlueprintText.blueprint(in: exam.blueprint, name: exam.code)
    guard let blueprint else { throw .formAltered(exam.code) }
    return blueprint
  }

  /// All exams that have a wave sitting just now, the newest first.
  ///
  /// - Throws: `StorageFailure`.
  package func sitting() throws -> [StoredExam] {
    try data.exams.exams().filter { try data.exams.state(of: $0.id).openWave != nil }
  }

  /// The one exam that has a wave sitting just now; rehearsals that are still open aside, where there is
  /// another.
  ///
  /// - Throws: `ExamFailure.nothingOpen`, `.severalOpen`, `.noSuchExam`, `StorageFailure`.
  package func sittingNow(_ code: String? = nil) throws -> (exam: StoredExam, state: ExamState) {
    if let code {
      let exam = try exam(code)
      let state = try data.exams.state(of: exam.id)
      guard state.openWave != nil else { throw ExamFailure.nothingOpen }
      return (exam, state)
    }
    let open = try data.exams.exams().map { ($0, try data.exams.state(of: $0.id)) }
      .filter { $0.1.openWave != nil }
    let earnest = open.filter { !$0.0.isRehearsal }
    if earnest.count == 1 { return earnest[0] }
    guard let first = open.first else { throw ExamFailure.nothingOpen }
    guard open.count == 1 else { throw ExamFailure.severalOpen(open.map(\.0.code)) }
    return first
  }

  /// A form with its words, once the exam was opened.
  ///
  /// - Throws: `ExamFailure`, `StorageFailure`.
  package func paper(_ position: Int, of exam: StoredExam) throws -> ExamPaper {
    let key = try key(of: exam)
    guard let form = try data.exams.form(position, of: exam.id) else {
      throw ExamFailure.formAltered(String(position + 1))
    }
    return try SealedForms.unseal(form, code: key)
  }

  /// All forms with their words, by position.
  ///
  /// - Throws: `ExamFailure`, `StorageFailure`.
  func papers(of exam: StoredExam) throws -> [Int: ExamPaper] {
    let key = try key(of: exam)
    return try data.exams.forms(of: exam.id).reduce(into: [:]) { papers, form in
      papers[form.position] = try SealedForms.unseal(form, code: key)
    }
  }

  private func key(of exam: StoredExam) throws -> String {
    guard let key = try data.exams.key(of: exam.id) else { throw ExamFailure.keyNeeded }
    return key
  }
}
