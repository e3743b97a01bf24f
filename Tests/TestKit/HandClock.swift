import Foundation
import Learning
import Workflows

/// Clocks that stand still until a test moves them. The clock on the wall can be set apart from the
/// monotonic one, and the computer can be booted anew, as happens to real ones.
package final class HandClock: Timekeeper {
  private let lock = NSLock()
  private nonisolated(unsafe) var current: Moment

  /// 2026-11-24 12:00 in China.
  package static let noon: Int64 = 1_795_492_800_000

  package init(utc: Int64 = noon) {
    current = Moment(utc: utc, monotonic: 1_000_000, boot: "first")
  }

  /// Done once, before the next reading.
  private nonisolated(unsafe) var interruption: (() -> Void)?

  package func now() -> Moment {
    let act = lock.withLock {
      defer { interruption = nil }
      return interruption
    }
    act?()
    return lock.withLock { current }
  }

  /// Lets somebody else act just before the clock is read the next time: between what a workflow looked at
  /// and what it commits.
  package func atNextReading(_ act: @escaping () -> Void) { lock.withLock { interruption = act } }

  /// Lets time pass, in milliseconds.
  package func advance(_ milliseconds: Int64) {
    lock.withLock {
      current.utc += milliseconds
      current.monotonic += milliseconds
    }
  }

  /// Sets the clock on the wall, as a person may; the monotonic one does not notice.
  package func setWall(_ utc: Int64) { lock.withLock { current.utc = utc } }

  /// The computer was off for so long: the monotonic clock begins anew.
  package func reboot(after milliseconds: Int64) {
    lock.withLock {
      current.utc += milliseconds
      current.monotonic = 5_000
      current.boot += "+"
    }
  }
}
