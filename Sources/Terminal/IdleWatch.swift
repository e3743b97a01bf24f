import Learning
import Workflows

/// Knows for how long nobody has pressed a key: after ten minutes it may be someone else who does.
package final class IdleWatch {
  /// So many milliseconds without a key, and the person may be another one.
  package static let limit: Int64 = 600_000

  private let clock: any Timekeeper
  private var lastKey: Moment
  /// The pause before a key that came after the limit, in milliseconds.
  private var longPause: Int64?

  /// - Parameter clock: the one that steps are stamped by.
  package init(_ clock: any Timekeeper) {
    self.clock = clock
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
    guard pause >= Self.limit else { return false }
    longPause = pause
    return true
  }

  /// Milliseconds for which nobody was there; nil where nobody was away.
  var absence: Int64? {
    if let longPause { return longPause }
    let pause = clock.now().milliseconds(since: lastKey)
    return pause >= Self.limit ? pause : nil
  }

  /// Milliseconds that a body took.
  func duration(of body: () throws -> Void) rethrows -> Int64 {
    let start = clock.now()
    try body()
    return clock.now().milliseconds(since: start)
  }
}
