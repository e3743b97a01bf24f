import Formats
import Seals
import Storage

// What screens and commands may know of the rooms below: values to show and facts to word. They
// import Workflows and the domain only, so no SQL and no file syntax can leak into them.

/// Why data could not be read or kept.
package typealias StorageFailure = Storage.StorageFailure
/// A question as it is put before someone.
package typealias StoredQuestion = Storage.StoredQuestion
/// A bank as it is loaded.
package typealias StoredBank = Storage.StoredBank
/// A chapter of a loaded bank.
package typealias StoredChapter = Storage.StoredChapter
/// An attempt that can be gone on with.
package typealias OpenAttempt = Storage.OpenAttempt
/// Who makes steps.
package typealias StepAuthor = Storage.StepAuthor
/// What a load of a bank did.
package typealias BankLoadSummary = Storage.BankLoadSummary
/// What reading a bank file came to.
package typealias ReadReport = Formats.ReadReport
/// Something wrong with a file that was read.
package typealias ReadProblem = Formats.ReadProblem
/// A learner's word that a question is wrong, and the answer to it.
package typealias Objection = Storage.StoredObjection
/// A question that was found by words.
package typealias QuestionHit = Storage.QuestionSearch.Hit
/// An edition of a statute whose text is loaded.
package typealias StoredStatute = Storage.StoredStatute
/// What a load of a statute came to.
package typealias StatuteLoadSummary = Storage.StatuteLoadSummary
/// An article that was found by words.
package typealias ArticleHit = Storage.ArticleHit
/// The name of a backup: what made it, and when.
package typealias BackupName = Storage.BackupName
/// What loads changed in a bank.
package typealias Amendment = Storage.VisitQueries.Amendment
/// What a look at a database file shows.
package typealias DatabaseFacts = Storage.DatabaseFacts
/// What puts a question in doubt.
package typealias StoredFlag = Storage.StoredFlag
/// What a newer edition changed in what a question cites.
package typealias AmendmentFlag = Storage.AmendmentFlag
/// What became of a question's state, with who did it, when and why.
package typealias StateTransition = Storage.RevisionStore.Transition
/// A question's text, field by field.
package typealias QuestionSheet = Formats.QuestionSheet
/// A field of a question.
package typealias BankField = Formats.BankField
/// Why a text cannot be a password.
package typealias PasswordFault = Seals.PasswordFault
/// An exam as it is kept.
package typealias StoredExam = Storage.StoredExam
/// A frozen form under its key.
package typealias StoredForm = Storage.StoredForm
/// Somebody who is to sit an exam.
package typealias StoredCandidate = Storage.StoredCandidate
/// A result as it was counted.
package typealias StoredGrade = Storage.StoredGrade
