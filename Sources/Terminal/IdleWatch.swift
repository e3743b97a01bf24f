import Learning
import Workflows

/// Knows for how long nobody has pressed a key: after a while it may be someone else who does.
package final class IdleWatch {
  /// So many milliseconds without a key, and the person may be another one.
  package static let limit: Int64 = 600_000

  private let clock: any Timekeeper
  private let limit: Int64
  private var lastKey: Moment
  /// The pause before a key that came after the limit, in milliseconds.
  private var longPause: Int64?

  /// - Parameters:
  ///   - clock: the one that steps are stamped by.
  ///   - limit: milliseconds.
  package init(_ clock: any Timekeeper, limit: Int64 = IdleWatch.limit) {
    self.clock = clock
    self.limit = limit
    lastKey = clock.now()
  }

  /// A prompt opens just after someone did something: what the program took for it is no absence.
  func begin() {
    lastKey = clock.now()
    longPause = nil
  }

  /// A key was pressed and not read yet.
  ///
  /// - Returns: whether nobody pressed one for so long that it may be someone else's.
  func keyComes() -> Bool {
    let now = clock.now()
    let pause = now.milliseconds(since: lastKey)
    lastKey = now
    guard pause >= limit else { return false }
    longPause = pause
    return true
  }

  /// Milliseconds for which nobody was there; nil where nobody was away.
  var absence: Int64? {
    if let longPause { return longPause }
    let pause = clock.now().milliseconds(since: lastKey)
    return pause >= limit ? pause : nil
  }

  /// Milliseconds that a body took.
  func duration(of body: () throws -> Void) rethrows -> Int64 {
    let start = clock.now()
    try body()
    return clock.now().milliseconds(since: start)
  }
}
