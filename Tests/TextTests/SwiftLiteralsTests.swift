import TestKit
import Testing

/// The scanner that other tests of the sources stand on.
@Suite struct SwiftLiteralsTests {
  @Test func `literals come with their text, interpolations and calls`() {
    let literals = SwiftLiterals.all(
      in: ##"""
        // "no" /* "no" */
        /* "no" /* "no" */ "no" */
        let a = "one" + f(x, label: "two", other: [1, 2], "three")
        say(Wording(zh: "甲\(list.map { "乙\($0)" }.joined(separator: "、"))丙", en: "a"))
        let b = #"raw \(no) "quoted" \#(c("d"))"#
        let c = """
          many
          lines \(x)
          """
        let d = "\u{4E00}\n\"", e = g("last")
        """##)
    #expect(
      literals.map(\.text) == [
        "one", "two", "three", "甲丙", "乙", "、", "a", "raw \\(no) \"quoted\" ", "d",
        "\n  many\n  lines \n  ", "一\n ", "last",
      ])
    #expect(literals.map(\.line) == [3, 3, 3, 4, 4, 4, 4, 5, 5, 6, 10, 10])
    #expect(
      literals.map { $0.frames.map { "\($0.callee) \($0.label)" } } == [
        [], ["f label"], ["f "], ["say ", "Wording zh"],
        ["say ", "Wording zh", " "], ["say ", "Wording zh", "joined separator"],
        ["say ", "Wording en"], [], ["c "], [], [], ["g "],
      ])
    #expect(literals[3].interpolations == [#"list.map { "乙\($0)" }.joined(separator: "、")"#])
    #expect(literals.map(\.isNested).enumerated().filter(\.element).map(\.offset) == [4, 5, 8])
    #expect(literals[3].call(of: ["Wording"])?.label == "zh")
    #expect(literals[5].call(of: ["Wording"])?.label == "zh")
    #expect(literals[0].call(of: ["Wording"]) == nil)
  }

  @Test func `the cases of an enumeration are those of its source`() throws {
    #expect(
      try Repository.cases(of: "Verdict", in: "Questions/Grade.swift")
        == ["blank", "wrong", "partial", "right"])
    #expect(
      try Repository.cases(of: "Part", in: "Questions/QuestionProblem.swift")
        == ["stem", "option", "key", "rationale"])
    #expect(throws: (any Error).self) {
      try Repository.cases(of: "Nothing", in: "Questions/Grade.swift")
    }
    enum Sample {
      case plain
      case pair(Int, label: String)
    }
    #expect(Repository.caseName(of: Sample.plain) == "plain")
    #expect(Repository.caseName(of: Sample.pair(1, label: "x")) == "pair")
  }
}
