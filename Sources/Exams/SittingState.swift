import Learning
import Questions

/// What a candidate's sitting has come to: a function of its events alone.
package struct SittingState: Hashable, Sendable {
  /// A stretch in which nobody could answer: from the last event of the candidate before the sitting was
  /// gone on with. What an invigilator did in between does not make it shorter.
  package struct Gap: Hashable, Sendable {
    package var from: Moment
    package var to: Moment

    /// Milliseconds lost.
    package var length: Int64 { to.milliseconds(since: from) }
  }

  /// How and when it ended.
  package struct Ending: Hashable, Sendable {
    package var reason: SittingEnd
    package var moment: Moment
  }

  /// The standing answers, by the line's number on the form. A line taken back is not here.
  package private(set) var responses: [Int: Response] = [:]
  package private(set) var marked: Set<Int> = []
  /// Whether anything was ever answered, taken back or not.
  package private(set) var hasAnswered = false
  /// Minutes granted before the start, beside those that the roster grants.
  package private(set) var extraMinutes = 0
  /// Milliseconds given back so far.
  package private(set) var given: Int64 = 0
  package private(set) var gaps: [Gap] = []
  /// Where the sitting is held; nil before it began and after a release.
  package private(set) var terminal: String?
  package private(set) var began: Moment?
  /// The last event that came from the candidate's terminal.
  package private(set) var last: Moment?
  package private(set) var end: Ending?
  /// Of the last event; 0 before the first.
  package private(set) var sequence: Int64 = 0

  /// Milliseconds lost and not given back, as of the last event; below 0 while more was given back than was
  /// lost, which counts until the candidate goes on.
  private var owed: Int64 = 0
  /// Milliseconds given before it began: by so much nobody came late.
  package private(set) var givenBefore: Int64 = 0

  /// Whether it began, has not ended, and is held at no terminal.
  package var isReleased: Bool { began != nil && end == nil && terminal == nil }

  /// Milliseconds lost and not given back so far; of a sitting that was released and not gone on with, up to
  /// now. Never negative.
  package func lost(at now: Moment) -> Int64 {
    let since = isReleased ? last.map { now.milliseconds(since: $0) } ?? 0 : 0
    return max(0, owed + since)
  }

  /// How many times time was lost; a stretch that lasts is one of them.
  package var losses: Int { gaps.count + (isReleased ? 1 : 0) }

  package init() {}

  package init(_ events: some Sequence<SittingEvent>) {
    for event in events { take(event) }
  }

  /// The state after one more event. Facts after the end change nothing but the count.
  package mutating func take(_ event: SittingEvent) {
    sequence = event.sequence
    guard end == nil else { return }
    defer {
      if Self.isOfCandidate(event.fact) {
        last = event.moment
        owed = max(0, owed)
      }
    }
    if case .answered = event.fact { hasAnswered = true }
    switch event.fact {
    case .began(let terminal):
      self.terminal = terminal
      began = event.moment
    case .answered(let line, .blank): responses[line] = nil
    case .answered(let line, let response): responses[line] = response
    case .marked(let line, true): marked.insert(line)
    case .marked(let line, false): marked.remove(line)
    case .released: terminal = nil
    case .resumed(let terminal):
      self.terminal = terminal
      lose(upTo: event.moment)
    case .extended(let minutes, _): extraMinutes += minutes
    case .gaveTime(let milliseconds, _):
      given += milliseconds
      if began == nil { givenBefore += milliseconds } else { owed -= milliseconds }
    case .ended(let reason):
      // Who was released and never came back lost the time up to here.
      if isReleased { lose(upTo: event.moment) }
      end = Ending(reason: reason, moment: event.moment)
    }
  }

  private mutating func lose(upTo moment: Moment) {
    guard let last else { return }
    let gap = Gap(from: last, to: moment)
    gaps.append(gap)
    owed += gap.length
  }

  private static func isOfCandidate(_ fact: SittingFact) -> Bool {
    switch fact {
    case .began, .answered, .marked, .resumed: true
    case .extended, .released, .gaveTime, .ended: false
    }
  }
}
