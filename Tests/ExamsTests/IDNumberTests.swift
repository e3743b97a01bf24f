import People
import Testing

@Suite struct IDNumberTests {
  /// By the definition of ISO 7064 itself: the numbers times 2 to the power of their places sum up to 1.
  private static func number(_ body: String) -> String {
    let sum = body.reduce(0) { ($0 + ($1.wholeNumberValue ?? 0)) * 2 % 11 }
    let check = (12 - sum) % 11
    return body + (check == 10 ? "X" : String(check))
  }

  @Test(arguments: [
    "11010519491231002", "44052418800101001", "00000020000229000", "00000019991231123",
  ])
  func `a number with its check sign is read, and masked by six and four`(body: String) throws {
    let text = Self.number(body)
    let number = try IDNumber(text.lowercased())
    #expect(number.full == text)
    let masked = "\(body.prefix(6))********\(text.suffix(4))"
    #expect(number.masked == masked)
    for printed in ["\(number)", String(reflecting: number), String(reflecting: [number])] {
      #expect(printed.contains(masked) && !printed.contains(text))
    }
    var dumped = ""
    dump(RosterEntry(line: 1, name: "某", idNumber: number), to: &dumped)
    #expect(dumped.contains(masked) && !dumped.contains(text))
  }

  @Test func `the examples of the standard are read`() throws {
    #expect(throws: Never.self) { try IDNumber("11010519491231002X") }
    #expect(throws: Never.self) { try IDNumber("440524188001010014") }
  }

  @Test func `every single wrong sign and every two that changed places are found`() {
    let right = Array(Self.number("11010519491231002"))
    for place in right.indices {
      for sign in "0123456789X" where sign != right[place] {
        var wrong = right
        wrong[place] = sign
        #expect(throws: IDNumber.Fault.self) { try IDNumber(String(wrong)) }
      }
      guard place + 1 < right.count, right[place] != right[place + 1] else { continue }
      var swapped = right
      swapped.swapAt(place, place + 1)
      #expect(throws: IDNumber.Fault.self) { try IDNumber(String(swapped)) }
    }
  }

  @Test(
    arguments: [
      ("", .length), ("1101051949123100", .length), ("11010519491231002X0", .length),
      ("110105491231002", .fifteen), ("11010519491231X02X", .signs), ("110105********002X", .signs),
      ("一10105194912310020", .length), ("11010519490230002X", .birthDate),
      ("110105194912310020", .checkSign), ("110105194912310000", .rounded),
      ("1.10105E+17", .rounded),
      ("1E+17", .rounded),
    ] as [(String, IDNumber.Fault)])
  func `what is none is refused with the reason`(text: String, fault: IDNumber.Fault) {
    #expect(throws: fault) { try IDNumber(text) }
  }

  @Test(arguments: [
    ("11010519491231002X", "110105********002X"),
    ("号码110105194912310020。", "号码110105********0020。"),
    ("110105 19491231 002x", "110105 ******** 002x"), ("１１０１０５１９４９１２３１００２Ｘ", "１１０１０５********００２Ｘ"),
    ("110105-1949-1231-0020", "110105-****-****-0020"), ("13800001234", "138****1234"),
    ("第300页", "第300页"), ("2026年11月24日", "2026年11月24日"), ("某县/某镇", "某县/某镇"), ("", ""),
    ("1101051949123100201", "110105*********0201"), ("110105491231002", "110105*****1002"),
  ])
  func `no text keeps a long number whole`(text: String, masked: String) {
    #expect(IDNumber.masking(text) == masked)
    #expect(IDNumber.masking(masked) == masked)
  }
}
