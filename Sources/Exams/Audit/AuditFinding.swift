/// Something that an audit found altered, missing or put in.
package enum AuditFinding: Hashable, Sendable {
  /// A line of the log, as people find it again.
  package struct Place: Hashable, Sendable {
    package var sequence: Int64
    package var kind: String
    /// The code of the exam; nil where it concerns none, or one that is not there.
    package var exam: String?
    /// The number on the admission ticket; nil where it concerns nobody, or somebody who is not there.
    package var number: String?

    package init(sequence: Int64, kind: String, exam: String? = nil, number: String? = nil) {
      self.sequence = sequence
      self.kind = kind
      self.exam = exam
      self.number = number
    }
  }

  /// A candidate of an exam, by code and number.
  package struct Who: Hashable, Sendable {
    package var exam: String
    package var number: String

    package init(exam: String, number: String) {
      self.exam = exam
      self.number = number
    }
  }

  /// What differs.
  package enum Field: String, Hashable, Sendable, CaseIterable {
    case code, title, blueprint, makeUp, rehearsal, hiding, created, window, forms
    case number, person, wave, seat, form, seed, extraMinutes, unit
    case sealed, digest, content
    case score, full, pass, passed, sections, time
    case kind, account, by, role, disabled
  }

  // The chain
  /// What an entry says, or its digest, was changed.
  case entryAltered(Place)
  /// What it says is as it was; its digest is not.
  case digestAltered(Place)
  /// The digest of the entry before is gone, so this one cannot be checked.
  case entryUncheckable(Place)
  /// It stood elsewhere.
  case entryMoved(Place, from: Int64)
  case entriesMissing(ClosedRange<Int64>)
  /// Before the first.
  case entryInserted(Place)
  /// None of these follows from the one before; `shift`: how many places they stand behind where they stood.
  case entriesBroken(ClosedRange<Int64>, shift: Int64?)
  case entryUnreadable(Place)
  case kindUnknown(Place)
  /// It concerns an exam or a candidate that is not there, or not of this exam.
  case entryAstray(Place)
  // Exams
  case examWithoutEntry(exam: String)
  case examGone(Place)
  case examDiffers(exam: String, Field)
  case blueprintUnreadable(exam: String)
  case formGone(exam: String, position: Int)
  case formAdded(exam: String, form: String)
  case formDiffers(exam: String, form: String, Field)
  case formUnreadable(exam: String, form: String)
  case keyGone(exam: String)
  /// It lies there though nobody opened the exam.
  /// The words of a note are not those that were noted.
  case noteAltered(Place)
  /// The words of a note are gone, though the exam's names were not taken away.
  case noteGone(Place)
  /// Words of an entry that is none of a note.
  case noteAstray(Int64)
  case keyEarly(exam: String)
  /// An opening code of an exam that is not there.
  case keyAstray(exam: Int64)
  /// It opens none of the forms, though these are as they were.
  case keyAltered(exam: String)
  case questionsDiffer(exam: String)
  /// Cancelled though somebody had begun or the results were out.
  case cancelledTooLate(Place)
  /// It was opened, published or begun after it was cancelled.
  case afterCancelling(Place)
  // Candidates
  case candidateWithoutEntry(Who)
  case candidateGone(Place)
  case candidateDiffers(Who, Field)
  // Sittings
  case repeated(Place)
  case beforeOpening(Place)
  case beforeBeginning(Place)
  case afterEnd(Place)
  /// So many milliseconds late.
  case afterDeadline(Place, late: Int64)
  /// It comes after the wave had ended.
  case afterClosing(Place)
  /// It comes from a terminal that did not hold the sitting.
  case notHeld(Place)
  /// The wave has ended, and the paper was never taken in.
  case neverEnded(Who)
  case endWithoutGrade(Who)
  case gradeWithoutEnd(Place)
  // Scores, in hundredths
  /// The entry tells another score than its answers come to.
  case scoreDiffers(Who, Place, stored: Int, recounted: Int)
  case gradeDiffers(Who, Place, Field)
  /// The kept result is another than that of the log.
  case resultDiffers(Who, stored: Int, logged: Int)
  case resultFieldDiffers(Who, Field)
  case resultGone(Who)
  case resultWithoutEntry(candidate: Int64, Who?)
  // Accounts
  case accountEventDiffers(Int64, Field)
  case accountEventGone(Int64, Place)
  case accountEventWithoutEntry(Int64)
  case accountDiffers(Int64, Field)
  /// The log made the account; nothing the program does takes one away.
  case accountGone(Int64)
  // Anchors
  /// The chain once had more entries.
  case cutOff(anchor: String, count: Int64, has: Int64)
  case rewritten(anchor: String, count: Int64)
  case otherDatabase(anchor: String)
  case exportUnreadable(anchor: String)
  case signatureWrong(anchor: String)
  /// The signature is right, and this log knows nothing of its key.
  case signerUnknown(anchor: String)
  case exportExamDiffers(anchor: String, Field)
  case exportResultDiffers(anchor: String, number: String, sealed: Int?, recounted: Int?)
}
