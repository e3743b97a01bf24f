import Testing
import Text

/// How far spellings are from each other.
@Suite struct EditDistanceTests {
  static let pairs = [
    ("", "", 0), ("", "list", 4), ("load", "load", 0), ("lod", "load", 1), ("laod", "load", 1),
    ("practise", "practice", 1), ("practis", "practice", 2), ("listt", "list", 1),
    ("foo", "law", 3),
    ("练刁", "练习", 1), ("abc", "ca", 3), ("show", "list", 4), ("doctro", "doctor", 1),
  ]

  @Test(arguments: pairs)
  func `slips are counted, in either direction`(first: String, second: String, distance: Int) {
    #expect(EditDistance.between(first, second) == distance)
    #expect(EditDistance.between(second, first) == distance)
  }
}
