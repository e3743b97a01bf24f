import TestKit
import Testing
import Text

@testable import Terminal

@Suite struct DurationsTests {
  @Test(
    arguments: [
      (0, "0:00:00"), (1, "0:00:01"), (999, "0:00:01"), (1000, "0:00:01"), (1001, "0:00:02"),
      (59_000, "0:00:59"), (59_001, "0:01:00"), (60_000, "0:01:00"), (3_599_000, "0:59:59"),
      (3_599_999, "1:00:00"), (3_909_000, "1:05:09"), (36_000_000, "10:00:00"), (-5, "0:00:00"),
      (Int64.min, "0:00:00"), (360_000_000, "100:00:00"),
    ] as [(Int64, String)])
  func `the clock counts a begun second, so that zero means over`(
    milliseconds: Int64, clock: String
  ) {
    #expect(Durations.clock(milliseconds) == clock)
  }

  @Test(
    arguments: [
      (0, "0 秒", "0 s"), (999, "0 秒", "0 s"), (48_000, "48 秒", "48 s"), (59_999, "59 秒", "59 s"),
      (60_000, "1 分 0 秒", "1 min 0 s"), (725_000, "12 分 5 秒", "12 min 5 s"),
      (3_599_999, "59 分 59 秒", "59 min 59 s"), (3_600_000, "1 小时 0 分", "1 h 0 min"),
      (3_780_000, "1 小时 3 分", "1 h 3 min"), (-1, "0 秒", "0 s"),
    ] as [(Int64, String, String)])
  func `a time that passed is told in words`(milliseconds: Int64, zh: String, en: String) {
    #expect(Durations.words(milliseconds) == Wording(zh: zh, en: en))
    #expect(SentenceCheck.faults(of: Durations.words(milliseconds)) == [])
  }
}
