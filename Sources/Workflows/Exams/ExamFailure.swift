import Exams

/// Why something with a formal exam could not be done.
package enum ExamFailure: Error, Hashable, Sendable {
  case noExams
  case noSuchExam(String, known: [String])
  case codeTaken(String)
  /// Letters, digits and hyphens, 1 to 40 of them.
  case codeUnusable(String)
  case noCandidates
  /// People on the roster may not sit the exam.
  case notEligible([CheckEligibility.Refused])
  /// A make-up of an exam whose results are not published, by its code.
  case makeUpTooEarly(String)
  /// The blueprint asks for what the banks do not have.
  /// With how many questions stand on papers whose results are not out, and so are not to be had.
  case impossible([AssemblyObstacle], held: Int)
  /// No forms were found, and none proven impossible.
  case notFound([AssemblyGap])
  case roomUnusable
  /// The code that opens the papers is missing, or another.
  case keyNeeded
  case wrongKey
  /// A form whose bytes are not those that were frozen.
  case formAltered(String)
  case noSuchWave(Int, of: Int)
  /// Another wave sits just now.
  case waveOpen(Int)
  case waveNotOpen(Int)
  case waveWasOpened(Int)
  /// Not all waves have ended.
  case notOver
  case isPublished
  case notPublished
  /// The exam with this code was cancelled.
  case isCancelled(String)
  /// Somebody has begun the exam with this code, so it cannot be cancelled.
  case wasHeld(String)
  /// An exam with this code sits, so no rehearsal can be opened.
  case examSits(String)
  /// A rehearsal with this code is open, so that no other can be.
  case rehearsalOpen(String)
  /// What stands on no exam's papers does not make one for a rehearsal.
  case rehearsalLacks([AssemblyObstacle])
  case noSuchCandidate(String)
  case wrongTicket
  /// No exam is open.
  case nothingOpen
  /// Several exams are open; their codes.
  case severalOpen([String])
  /// The candidate sits in another wave.
  case otherWave(Int)
  /// Too late to begin, by this many minutes at most.
  case tooLate(minutes: Int)
  case hasEnded
  /// The sitting is held at another terminal.
  case heldElsewhere(terminal: String)
  /// This terminal lost the sitting to another one.
  case goneElsewhere
  case timeIsOver
  /// The time was over, and then some was given: the sitting goes on, with so many milliseconds.
  case timeWasGiven(Int64)
  /// Candidates of a wave that is to be ended still have time: how many, and the most that one of them has,
  /// in milliseconds.
  case stillSitting(candidates: Int, longest: Int64)
  /// Handing in is possible in this many milliseconds.
  case tooEarly(Int64)
  /// The sitting has not begun.
  case notBegun(String)
  /// Minutes out of 1 to 600.
  case minutesUnusable(Int)
  case reasonMissing
  /// Neither a file nor a code of the log.
  case noSuchAnchor(String)
  /// The file of the key that signs exports; its path.
  case signingKeyUnusable(String)
  /// The sitting has begun, or its wave has ended: too late for extra time.
  case hasBegun(String)
  /// The marks on record are not those that the answers on record come to.
  case gradeDiffers(String)
  /// The data folder lies on a file system of another computer, of this kind.
  case onNetwork(kind: String)
}
