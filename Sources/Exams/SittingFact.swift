import Learning
import Questions

/// Something that happened in a candidate's sitting. Kept in the log of evidence, never changed.
package enum SittingFact: Hashable, Sendable {
  /// Extra time granted to the person before the start, in minutes.
  case extended(minutes: Int, reason: String)
  /// The paper was handed out at a terminal.
  case began(terminal: String)
  /// A line, by its number on the form, has this answer from now on; blank takes it back.
  case answered(line: Int, Response)
  /// The candidate wants to look at a line again, or no longer.
  case marked(line: Int, Bool)
  /// An invigilator let the sitting go on at another terminal.
  case released(reason: String)
  /// The sitting goes on at a terminal.
  case resumed(terminal: String)
  /// Time given back, in milliseconds.
  case gaveTime(Int64, reason: String)
  case ended(SittingEnd)
}

/// How a sitting ended. The raw values are stored.
package enum SittingEnd: String, CaseIterable, Hashable, Sendable {
  /// Handed in by the candidate.
  case submitted
  /// The time was over.
  case deadline
  /// Taken in when the exam was ended.
  case collected
}

/// A fact with its place in the sitting and all clocks at its commit.
package struct SittingEvent: Hashable, Sendable {
  /// Of its entry in the log: rising within the sitting, with gaps.
  package var sequence: Int64
  package var moment: Moment
  package var fact: SittingFact

  package init(sequence: Int64, moment: Moment, fact: SittingFact) {
    self.sequence = sequence
    self.moment = moment
    self.fact = fact
  }
}
