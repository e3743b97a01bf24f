import Foundation
import Learning

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
