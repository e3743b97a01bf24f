import Exams
import Testing

@Suite struct ReadableCodeTests {
  @Test(arguments: [
    "7K3Q-9F2M", "7k3q 9f2m", "７Ｋ３Ｑ－９Ｆ２Ｍ", "７ｋ３ｑ　９ｆ２ｍ", "7K3Q—9F2M", "7K3Q–9F2M", " 7K3Q9F2M ",
  ])
  func `width, case, hyphens and blanks do not matter`(typed: String) {
    #expect(ReadableCode.plain(typed) == "7K3Q9F2M")
  }

  @Test func `signs that look alike are one, and what is read is plain already`() {
    #expect(ReadableCode.plain("oO0-iIlL1") == "00011111")
    for bytes: [UInt8] in [[0, 1, 2, 3, 4], [255, 254, 253, 7, 9], Array(0..<10)] {
      let plain = ReadableCode.plain(ReadableCode.text(of: bytes))
      #expect(ReadableCode.plain(plain) == plain)
      #expect(plain.count == (bytes.count * 8 + 4) / 5)
    }
  }

  @Test func `a window has a beginning and an end, or none`() {
    let window = ExamWindow(from: 10, until: 20)
    #expect(window.place(of: 9) == .before(10) && window.place(of: 10) == .within)
    #expect(window.place(of: 19) == .within && window.place(of: 20) == .after(20))
    #expect(window.isPossible && !ExamWindow(from: 20, until: 20).isPossible)
    #expect(ExamWindow.always.place(of: .min) == .within && ExamWindow.always.isPossible)
  }
}
