import Questions
import TestKit
import Testing

/// Answers typed with the keys of digits.
@Suite struct TypedDigitsTests {
  typealias Flaw = TypedDigits.Flaw

  static let several: [(typed: String, positions: Set<Int>)] = [
    ("1", [0]), ("4", [3]), ("13", [0, 2]), ("31", [0, 2]), ("1 3", [0, 2]), ("1、3", [0, 2]),
    ("１３", [0, 2]), ("１，　３。", [0, 2]), ("1.2/3;4", [0, 1, 2, 3]), ("11", [0]),
  ]

  @Test(arguments: several)
  func `digits of either width name options, with or without stops between`(
    typed: String, positions: Set<Int>
  ) {
    #expect(
      TypedDigits.positions(typed, optionCount: 4, severalAllowed: true) == .success(positions))
    #expect(
      TypedDigits.positions(typed, optionCount: 4, severalAllowed: false)
        == (positions.count == 1 ? .success(positions) : .failure(.oneOnly(last: 4))))
  }

  @Test(arguments: [
    "", " 、", "0", "5", "15", "10", "a", "1a", "一", "①", "-1", "99999999999999999999",
  ])
  func `anything else is answered by the digits that count`(typed: String) {
    #expect(
      TypedDigits.positions(typed, optionCount: 4, severalAllowed: true)
        == .failure(.otherThanDigits(last: 4)))
  }

  static let truths: [(typed: String, truth: Result<Bool, Flaw>)] = [
    ("1", .success(true)), ("2", .success(false)), ("２", .success(false)), (" 1。", .success(true)),
    ("3", .failure(.neitherTrueNorFalse)), ("12", .failure(.neitherTrueNorFalse)),
    ("11", .failure(.neitherTrueNorFalse)), ("", .failure(.neitherTrueNorFalse)),
    ("对", .failure(.neitherTrueNorFalse)),
  ]

  @Test(arguments: truths)
  func `1 is true and 2 is false`(typed: String, truth: Result<Bool, Flaw>) {
    #expect(TypedDigits.truth(typed) == truth)
  }

  static let texts: [(text: String, numbered: String)] = [
    ("A和B都对", "1和2都对"), ("ABC都对", "123都对"), ("A、C", "1、3"), ("Both A and B", "Both 1 and 2"),
    ("A and C", "1 and 3"), ("AB", "12"), ("以上都对", "以上都对"), ("A股", "A股"), ("应当登记", "应当登记"),
    ("DNA 和 RNA 都要检", "DNA 和 RNA 都要检"), ("", ""),
  ]

  @Test(arguments: texts)
  func `an option that names others by letter names them by number`(text: String, numbered: String)
  {
    #expect(OptionOrderDetection.numbered(text) == numbered)
  }

  @Test func `the types that digits answer are the choices and true or false`() {
    let kinds = QuestionKind.all.filter { $0.type.form.isAnsweredByDigits }
    #expect(kinds == [.single, .multiple, .indefinite, .trueFalse])
  }
}
