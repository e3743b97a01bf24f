import Foundation
import Learning

/// What a workflow needs from the world, handed in so that tests and tours can fix it.
package struct Environment: Sendable {
  package var clock: any Timekeeper
  /// A fresh random seed.
  package var randomSeed: @Sendable () -> UInt64
  /// The data folder.
  package var folder: URL
  /// The folder of the banks that came with the program; nil where it was not found.
  package var shippedBanks: URL?
  /// The program and its version, as steps record it.
  package var program: String

  package init(
    clock: any Timekeeper, randomSeed: @escaping @Sendable () -> UInt64, folder: URL,
    shippedBanks: URL?, program: String
  ) {
    self.clock = clock
    self.randomSeed = randomSeed
    self.folder = folder
    self.shippedBanks = shippedBanks
    self.program = program
  }
}

/// A reading of the clocks.
package protocol Timekeeper: Sendable {
  func now() -> Moment
}

/// The clocks of this computer.
package struct SystemClocks: Timekeeper {
  private let boot: String

  package init() {
    // Names the boot that the monotonic clock counts from.
    var text = ""
    let file = open("/proc/sys/kernel/random/boot_id", O_RDONLY)
    if file >= 0 {
      var buffer = [UInt8](repeating: 0, count: 36)
      let count = read(file, &buffer, buffer.count)
      if count > 0 { text = String(decoding: buffer.prefix(count), as: UTF8.self) }
      close(file)
    }
    boot = text
  }

  package func now() -> Moment {
    Moment(
      utc: Self.milliseconds(CLOCK_REALTIME), monotonic: Self.milliseconds(CLOCK_BOOTTIME),
      boot: boot)
  }

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

/// A clock that starts at a set time and goes on by a set step at each reading: for tests, tours and
/// reproducible reports.
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
