import Foundation
import Learning

/// A clock that starts at a set time and goes on by a set step at each reading: for tests, tours
/// and reproducible reports.
package final class SteppedClock: Timekeeper {
  private let state: NSLock
  private nonisolated(unsafe) var current: Int64
  private let stride: Int64

  /// - Parameters:
  ///   - start: UTC milliseconds of the first reading.
  ///   - stride: milliseconds between readings.
  package init(start: Int64, stride: Int64 = 0) {
    state = NSLock()
    current = start
    self.stride = stride
  }

  package func now() -> Moment {
    state.withLock {
      defer { current += stride }
      return Moment(utc: current, monotonic: current, boot: "stepped")
    }
  }
}
