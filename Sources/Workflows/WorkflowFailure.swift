import Exams
import Learning
import People
import Questions
import Statutes
import Text

/// Why something a person wanted to do could not be done.
package enum WorkflowFailure: Error, Hashable, Sendable {
  case noBanks
  case noSuchBank(String, known: [String])
  /// The file's version of a bank is older than the loaded one.
  case olderBank(file: String, loaded: BankVersion)
  case noSuchChapter(String, known: [String])
  /// The words stand in the titles of several chapters.
  case severalChapters(String, found: [String])
  case chapterNeeded(known: [String])
  case noSuchQuestion(String)
  /// What was named is no field of a question.
  case noSuchField(String)
  /// A field of a question that cannot be changed in the program.
  case fieldFixed(String)
  /// What was named is no type of question.
  case noSuchType(String, known: [String])
  /// Nothing says what is to be changed, and there is no terminal to ask at.
  case nothingToChange
  /// A name or a reason is missing, and there is no terminal to ask at.
  case authorMissing
  /// A reason without words, or with more than so many characters.
  case reasonUnusable(limit: Int)
  /// Somebody changed the question, by its code, while it was on the desk.
  case changedMeanwhile(String)
  /// A question of the bank has the code already.
  case codeTaken(String)
  /// A file has no question, several, or a case.
  case notOneQuestion(file: String)
  /// From a question's state, by its code, nothing leads there.
  case stateUnreachable(String, QuestionState)
  case noSuchLearner(String)
  /// Somebody whose name was taken away.
  case isForgotten(LearnerID)
  /// Forgetting someone wants to be confirmed.
  case forgettingUnconfirmed
  case noSuchUnit(String)
  case nameTaken(String)
  case nameUnusable(String)
  case unitPathUnusable(String)
  case streakOutOfRange(Int)
  case notebookEmpty
  case nothingStarred
  /// A question that stands on the papers of exams (their codes) whose results are not out.
  case heldForExam(String, exams: [String])
  /// An objection's number.
  case noSuchObjection(Int64)
  /// What is to be kept has no words, or more than so many characters.
  case textUnusable(limit: Int)
  /// A search without words.
  case nothingToFind
  /// An answer to a question that is not before the learner, or was answered already.
  case notBeforeYou
  /// Notes and other questions may hold the keys of a paper.
  case notInExam
  /// A paper without questions.
  case emptyPaper
  /// The first month lies behind the last.
  case monthsReversed(YearMonth, YearMonth)
  /// Nothing is due and the day's new questions are done; when the next come due, nil where none will.
  case nothingToday(next: NextDue?)
  /// No question of the banks can be answered by digits.
  case nothingByDigits
  /// New questions a day: 0 to 500.
  case newPerDayOutOfRange(Int)
  case plan(PlanFailure)
  case noStatutes
  /// The file of the index that came with the program.
  case indexUnreadable(file: String, line: Int)
  /// What was asked for, and the names that come into question.
  case noSuchStatute(String, known: [String])
  case noSuchEdition(StatuteTitle, date: CalendarDate, known: [CalendarDate])
  case noSuchArticle(StatuteTitle, ArticleNumber, last: ArticleNumber)
  case noPreamble(StatuteTitle)
  /// What stands behind `@` is no date.
  case noEditionDate(String)
  /// Of the statute there is nothing to compare with.
  case onlyOneEdition(StatuteTitle, CalendarDate)
  /// A text claims an edition that is loaded with another text; nil where the preamble differs.
  case statuteDiffers(StatuteTitle, date: CalendarDate, article: ArticleNumber?)
  case paperCannotBeFilled(MockDraw.Shortage)
  /// No paper was found that has the shares of its blueprint.
  case sharesNotMet([ShareGap])
  /// A code that no blueprint has.
  case noSuchBlueprint(String, known: [String])
  /// Several files of one folder have a blueprint of this code.
  case blueprintTwice(String, files: [String])
  case timeIsOver
  case nothingToUndo
  case zoneUnknown(String)
  case hourOutOfRange(Int)
  /// A file of that name is there already.
  case fileExists(path: String)
  case fileUnwritable(path: String, reason: SystemReason)

  /// Whether all that there is to it is that the day's practice is done.
  package var isDayDone: Bool { doneNews != nil }
}
