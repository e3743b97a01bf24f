import Learning
import Seals

/// How far an exam has come: a function of the entries that concern it and none of its candidates.
package struct ExamState: Hashable, Sendable {
  /// When a wave was opened and ended.
  package struct Wave: Hashable, Sendable {
    package var opened: Moment
    package var ended: Moment?
  }

  /// Something written down by whoever watched over the exam. Its words may name people, so the log has its
  /// digest alone, and the words can be taken away.
  package struct Note: Hashable, Sendable {
    package var text: String
    package var witness: String
    /// Random bytes, so that nobody finds the words by their digest.
    package var salt: [UInt8]
    package var moment: Moment

    package init(text: String, witness: String, salt: [UInt8], moment: Moment) {
      self.text = text
      self.witness = witness
      self.salt = salt
      self.moment = moment
    }

    /// SHA-256 of salt, text and witness, each with its length in bytes before it (eight bytes, the least
    /// significant first).
    package var digest: Digest {
      let parts = [salt, Array(text.utf8), Array(witness.utf8)]
      return Digest(
        of: parts.flatMap { part in
          (0..<8).map { UInt8(truncatingIfNeeded: part.count >> ($0 * 8)) } + part
        })
    }
  }

  /// That the exam will not be held, and why.
  package struct Cancellation: Hashable, Sendable {
    package var reason: String
    package var moment: Moment
  }

  /// An act that concerns the exam as a whole.
  package enum Fact: Hashable, Sendable {
    case opened(wave: Int)
    case ended(wave: Int)
    case noted(Note)
    case published
    /// It will not be held.
    case cancelled(reason: String)
  }

  /// By number, from 1.
  package private(set) var waves: [Int: Wave] = [:]
  package private(set) var notes: [Note] = []
  package private(set) var published: Moment?
  package private(set) var cancelled: Cancellation?

  package init() {}

  /// The state after one more act.
  package mutating func take(_ fact: Fact, at moment: Moment) {
    switch fact {
    case .opened(let wave):
      if waves[wave] == nil { waves[wave] = Wave(opened: moment) }
    case .ended(let wave): waves[wave]?.ended = moment
    case .noted(let note): notes.append(note)
    case .published: if published == nil { published = moment }
    case .cancelled(let reason):
      if cancelled == nil { cancelled = Cancellation(reason: reason, moment: moment) }
    }
  }

  /// The wave that sits just now; nil between waves, and where the exam is cancelled.
  package var openWave: Int? {
    cancelled == nil ? waves.filter { $0.value.ended == nil }.keys.min() : nil
  }

  /// When the first wave was opened; nil before.
  package var firstOpened: Moment? {
    waves.min { $0.key < $1.key }?.value.opened
  }

  /// Whether all of these waves have ended, so that nothing can be told to somebody who still has to sit.
  package func isOver(waves count: Int) -> Bool {
    count > 0 && (1...count).allSatisfy { waves[$0]?.ended != nil }
  }
}
