import Exams
import Learning
import Testing

/// How much time a candidate has.
@Suite struct DeadlineTests {
  private static let minute: Int64 = 60_000
  private static let time = Blueprint.TimeRules(minutes: 60, latestEntry: 30, earliestLeaving: 30)

  private static func moment(_ minutes: Int64, wall: Int64? = nil, boot: String = "a") -> Moment {
    Moment(utc: (wall ?? minutes) * minute, monotonic: minutes * minute, boot: boot)
  }

  static let courses: [(moments: [Moment], minutes: Int64)] = [
    // Within a boot the clock on the wall counts nothing, however it is set.
    ([moment(0), moment(20)], 20), ([moment(0), moment(20, wall: -60)], 20),
    ([moment(0), moment(20, wall: 900)], 20),
    // A boot in between: the clock on the wall from the last moment on record.
    ([moment(0), moment(10), moment(1, wall: 25, boot: "b")], 25),
    // Set back meanwhile: no time goes, and none is won.
    ([moment(0), moment(10), moment(1, wall: 3, boot: "b")], 10),
    ([moment(0), moment(10), moment(1, wall: 3, boot: "b"), moment(6, wall: 8, boot: "b")], 15),
  ]

  @Test(arguments: courses)
  func `time runs by the clock that nobody sets, and across a boot by the one on the wall`(
    moments: [Moment], minutes: Int64
  ) {
    #expect(Deadline.elapsed(moments) == minutes * Self.minute)
  }

  @Test func `extra time moves the end, time given moves the latest entry with it`() {
    let usual = Deadline(Self.time, extraMinutes: 0, given: 0)
    let more = Deadline(Self.time, extraMinutes: 15, given: 5 * Self.minute)
    #expect(usual.remaining(elapsed: 59 * Self.minute) == Self.minute)
    #expect(usual.remaining(elapsed: 61 * Self.minute) == 0)
    #expect(more.remaining(elapsed: 61 * Self.minute) == 19 * Self.minute)
    #expect(usual.admits(elapsed: 30 * Self.minute))
    #expect(!usual.admits(elapsed: 30 * Self.minute + 1))
    #expect(more.admits(elapsed: 35 * Self.minute) && !more.admits(elapsed: 35 * Self.minute + 1))
    #expect(more.untilLeaving(elapsed: 10 * Self.minute) == 20 * Self.minute)
    #expect(more.untilLeaving(elapsed: 30 * Self.minute) == 0)
  }

  @Test func `without such rules one may come and go at any time`() {
    let open = Deadline(Blueprint.TimeRules(minutes: 10), extraMinutes: 0, given: 0)
    #expect(open.admits(elapsed: 10 * Self.minute - 1) && !open.admits(elapsed: 10 * Self.minute))
    #expect(open.untilLeaving(elapsed: 0) == 0)
  }
}
