import Exams
import Foundation
import GRDB
import Learning
import Seals

/// An exam that is to be kept, with its sealed forms and everyone who is to sit it.
package struct ExamCreation: Sendable {
  /// Somebody who is to sit it.
  package struct Entrant: Sendable {
    package var name: String
    /// As in the roster; these tell people of one name apart.
    package var idNumber: String?
    package var otherNumber: String?
    /// The path of names, outermost first; units that are missing are made. Empty for none.
    package var unit: [String]
    /// How somebody belongs to the establishment, as in the roster.
    package var establishment: String
    package var number: String
    package var seat: SeatPlan.Seat
    package var seed: UInt64
    package var extraMinutes: Int
    package var assistance: String?
    package var ticket: Digest

    package init(
      name: String, idNumber: String?, otherNumber: String? = nil, unit: [String],
      establishment: String, number: String,
      seat: SeatPlan.Seat, seed: UInt64, extraMinutes: Int, assistance: String?, ticket: Digest
    ) {
      self.name = name
      self.idNumber = idNumber
      self.otherNumber = otherNumber
      self.unit = unit
      self.establishment = establishment
      self.number = number
      self.seat = seat
      self.seed = seed
      self.extraMinutes = extraMinutes
      self.assistance = assistance
      self.ticket = ticket
    }
  }

  package var exam: StoredExam
  package var forms: [StoredForm]
  /// The questions of all forms.
  package var questions: Set<Int64>
  package var entrants: [Entrant]
  package var moment: Moment
  package var account: Int64

  package init(
    exam: StoredExam, forms: [StoredForm], questions: Set<Int64>, entrants: [Entrant],
    moment: Moment, account: Int64
  ) {
    self.exam = exam
    self.forms = forms
    self.questions = questions
    self.entrants = entrants
    self.moment = moment
    self.account = account
  }
}

extension ExamStore {
  /// Keeps an exam, its forms and its candidates in one commit, with an entry of evidence for the exam and
  /// for each candidate.
  ///
  /// - Returns: its number.
  /// - Throws: `StorageFailure`.
  package func create(_ new: ExamCreation) throws(StorageFailure) -> Int64 {
    try file.writeInTurn { db in
      let exam = new.exam
      try db.execute(
        sql: """
          INSERT INTO exam (code, title, blueprint, make_up_of, is_rehearsal, hides_questions, created_at)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          exam.code, exam.title, exam.blueprint, exam.makeUpOf, exam.isRehearsal,
          exam.hidesQuestions, exam.created,
        ])
      let id = db.lastInsertedRowID
      for form in new.forms {
        try db.execute(
          sql:
            "INSERT INTO exam_form (exam_id, position, code, sealed, digest) VALUES (?, ?, ?, ?, ?)",
          arguments: [
            id, form.position, form.code, Data(form.sealed), Data(form.digest.bytes),
          ])
      }
      for question in new.questions.sorted() {
        try db.execute(
          sql: "INSERT INTO exam_question (exam_id, question_id) VALUES (?, ?)",
          arguments: [id, question])
      }
      try HeldQuestions.settle(db, exam: id)
      try EvidenceStore.append(
        EvidenceEntry.Act(
          kind: "created", exam: id, payload: ExamCoding.created(exam, forms: new.forms),
          moment: new.moment, account: new.account), to: db)
      var listed: Set<Int64> = []
      for entrant in new.entrants {
        listed.insert(try Self.insert(entrant, exam: id, of: new, taken: listed, in: db))
      }
      return id
    }
  }

  /// - Returns: the number of the person.
  private static func insert(
    _ entrant: ExamCreation.Entrant, exam: Int64, of new: ExamCreation, taken: Set<Int64>,
    in db: Database
  ) throws -> Int64 {
    let unit = try LearnerStore.unit(db, path: entrant.unit)
    let person = try person(entrant, unit: unit, taken: taken, at: new.moment.utc, in: db)
    try db.execute(
      sql: """
        INSERT INTO candidate (exam_id, person_id, unit_id, number, wave, seat, form, seed, extra_minutes,
          assistance, ticket_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        exam, person, unit, entrant.number, entrant.seat.wave, entrant.seat.number,
        entrant.seat.form,
        Int64(bitPattern: entrant.seed), entrant.extraMinutes, entrant.assistance,
        Data(entrant.ticket.bytes),
      ])
    let id = db.lastInsertedRowID
    try EvidenceStore.append(
      EvidenceEntry.Act(
        kind: "candidate", exam: exam, candidate: id,
        payload: ExamCoding.candidate(
          number: entrant.number, person: person, seat: entrant.seat, seed: entrant.seed,
          extraMinutes: entrant.extraMinutes, unit: unit), moment: new.moment, account: new.account),
      to: db)
    return person
  }

  /// The person whom the roster means (see `PersonMatch`), with what the roster says of her.
  private static func person(
    _ entrant: ExamCreation.Entrant, unit: Int64?, taken: Set<Int64>, at now: Int64,
    in db: Database
  ) throws -> Int64 {
    let match = PersonMatch(
      name: entrant.name, idNumber: entrant.idNumber, otherNumber: entrant.otherNumber,
      unit: entrant.unit)
    if let known = try match.outcome(in: db, unit: unit, taken: taken).person {
      try db.execute(
        sql: "UPDATE person SET unit_id = ?, establishment = ? WHERE id = ?",
        arguments: [unit, entrant.establishment, known])
      try db.execute(
        sql: """
          UPDATE person_identity SET name = ?, id_number = coalesce (?, id_number),
            other_number = coalesce (?, other_number) WHERE person_id = ?
          """, arguments: [entrant.name, entrant.idNumber, entrant.otherNumber, known])
      return known
    }
    try db.execute(
      sql: "INSERT INTO person (unit_id, establishment, created_at) VALUES (?, ?, ?)",
      arguments: [unit, entrant.establishment, now])
    let person = db.lastInsertedRowID
    try db.execute(
      sql: """
        INSERT INTO person_identity (person_id, name, id_number, other_number) VALUES (?, ?, ?, ?)
        """, arguments: [person, entrant.name, entrant.idNumber, entrant.otherNumber])
    return person
  }
}
