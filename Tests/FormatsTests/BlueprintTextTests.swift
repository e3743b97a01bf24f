import Exams
import Foundation
import People
import Questions
import TestKit
import Testing
import Text

@testable import Formats

/// Blueprints as files: what is read, what is refused and where, and that printing and reading are one.
@Suite struct BlueprintTextTests {
  static let sound = """
    code: town
    title: 年度学法考试
    sections:
      - type: single
        count: 20
        points: 2
      - type: multiple
        count: 5
        points: 4
        scoring: half
    time:
      minutes: 60
    pass:
      mark: 60%

    """

  private static func read(_ text: String) -> (blueprint: Blueprint?, report: ReadReport) {
    BlueprintText.blueprint(in: text, name: "t.yaml")
  }

  private static func flaws(_ text: String) -> [String: BlueprintFlaw] {
    Dictionary(
      read(text).report.problems.compactMap { problem in
        guard case .blueprint(let flaw) = problem.fact, let place = problem.position else {
          return nil
        }
        return ("\(place.line):\(place.column)", flaw)
      }, uniquingKeysWith: { $1 })
  }

  @Test func `a sound file is read`() throws {
    let blueprint = try #require(Self.read(Self.sound).blueprint)
    #expect(blueprint.title == "年度学法考试")
    #expect(blueprint.sections.map(\.questions) == [20, 5])
    #expect(blueprint.sections.map(\.rule) == [nil, .half])
    #expect(blueprint.pass == Blueprint.PassRules())
    #expect(blueprint.forms == Blueprint.FormRules())
  }

  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func `reading what is printed gives the same blueprint, with remarks or without`(
    seed: UInt64
  ) {
    guard let blueprint = RandomBlueprint.blueprint(seed: seed) else { return }
    for remarks in [nil, Language.chinese, .english] {
      let text = BlueprintText.text(of: blueprint, remarks: remarks)
      let (again, report) = Self.read(text)
      #expect(report.problems.map { $0.text(in: .english) } == [], "\(text)")
      #expect(again == blueprint, "\(text)")
      #expect(again.map { BlueprintText.text(of: $0, remarks: remarks) } == text)
    }
  }

  @Test func `most drawn blueprints are possible, so that the property is tried`() {
    #expect((1...300).count { RandomBlueprint.blueprint(seed: $0) != nil } > 150)
  }

  @Test func `Chinese keys and values read like the English ones`() throws {
    let chinese = """
      代号：town
      """
    #expect(Self.read(chinese).blueprint == nil, "YAML wants its own colon")
    let text = """
      代号: town
      名称: 年度学法考试
      参考人员: [在编人员, 明白人]
      大题:
        - 题型: 单选题
          题数: ２０
          每题分值: 2
        - 题型: 多选题
          题数: 5
          分值: 4
          计分: 每选对一项
          每项分值: 0.5
        - 题型: 判断题
          题数: 7
          分值: 1
          计分: 全对才得分
          倒扣: 0.5
          最低分: 无
        - 题型: 案例题
          题数: 2
          每案题数: 4
          分值: 2
          计分: 选不全得一半
      比例:
        - 层次: 应用
          至少: 40%
        - 难度: 较易-中
          至多: ５０％
        - 法律: 《宪法》
          占比: 20%
      时间:
        分钟: 90
        迟到限时: 30
      合格:
        合格线: 60%
        次数: 2
        补考: 0
      试卷:
        打乱选项: 否

      """
    let (blueprint, report) = Self.read(text)
    #expect(report.problems.map { $0.text(in: .english) } == [])
    let found = try #require(blueprint)
    #expect(found.candidates == [.staff, .liaison])
    #expect(
      found.sections.map(\.rule) == [
        nil, .perOption, ScoringRule(deduction: Score(hundredths: 50)), .half,
      ])
    #expect(found.sections.map(\.floor) == [.zero, .zero, nil, .zero])
    #expect(
      found.shares == [
        Blueprint.Share(trait: .level(.apply), bounds: 4000...10_000),
        Blueprint.Share(trait: .difficulty(2...3), bounds: 0...5000),
        Blueprint.Share(trait: .statute("宪法"), bounds: 2000...2000),
      ])
    #expect(found.time == Blueprint.TimeRules(minutes: 90, latestEntry: 30))
    #expect(found.pass == Blueprint.PassRules(attempts: 2, makeUps: 0))
    #expect(!found.forms.shufflesOptions && found.forms.shufflesQuestions)
  }

  /// A file with one mistake: what is replaced by what, and what is told where.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var place: String
    var flaw: BlueprintFlaw
    var testDescription: String { "\(new) \(flaw)" }

    init(_ old: String, _ new: String, _ place: String, _ flaw: BlueprintFlaw) {
      (self.old, self.new, self.place, self.flaw) = (old, new, place, flaw)
    }
  }

  static let mistakes: [Mistake] = [
    // The text.
    Mistake("code: town", "code:\ttown\n\tx: 1", "2:1", .syntax(.sign)),
    Mistake("title: 年度学法考试", "title: 年度: 学法", "2:10", .syntax(.colon)),
    Mistake("title: 年度学法考试", "title: \"年度", "2:8", .syntax(.quote)),
    Mistake("  minutes: 60", " - minutes: 60\n x", "14:1", .syntax(.indentation)),
    Mistake("code: town", "code: &a town", "1:7", .reference("&")),
    Mistake("code: town", "code: *a", "1:7", .reference("*")),
    Mistake("code: town", "code: !!binary town", "1:7", .reference("!")),
    Mistake("code: town", "[\"a # \", *b]: 1\ncode: town", "1:10", .reference("*")),
    Mistake("code: town", "x: |\n  # a\u{2028}*b\ncode: town", "2:7", .reference("*")),
    Mistake("pass:", "---\npass:", "13:1", .severalDocuments),
    // Keys.
    Mistake("title:", "titel:", "2:1", .unknownKey("titel", like: "title", group: nil)),
    Mistake(
      "count: 20", "counts: 20", "5:5", .unknownKey("counts", like: "count", group: .sections)),
    Mistake("mark:", "合格:", "14:3", .unknownKey("合格", like: "mark", group: .pass)),
    Mistake(
      "mark: 60%", "mark: 60%\n  xyzzy: 1", "15:3", .unknownKey("xyzzy", like: nil, group: .pass)),
    Mistake("points: 2", "points: 2\n    分值: 3", "7:5", .keyTwice(.points, firstLine: 6)),
    Mistake("points: 2", "points: 2\n    points: 3", "6:5", .sameKeys("points")),
    Mistake("code: town\n", "", "1:1", .missing(.code)),
    Mistake("    points: 4\n", "", "7:5", .missing(.points)),
    Mistake("  mark: 60%", "  attempts: 2", "13:1", .missing(.mark)),
    Mistake("time:\n  minutes: 60", "time: 60", "11:7", .shape(.time, .fields)),
    Mistake("title: 年度学法考试", "title: [a]", "2:8", .shape(.title, .value)),
    Mistake("time:", "shares: 20%\ntime:", "11:9", .shape(.shares, .list)),
    // Values.
    Mistake("title: 年度学法考试", "title:", "2:1", .noValue(.title)),
    Mistake("count: 20", "count: many", "5:12", .unreadable(.count, text: "many")),
    Mistake("count: 20", "count: 1e2", "5:12", .unreadable(.count, text: "1e2")),
    Mistake(
      "count: 20", "count: 99999999999999999999", "5:12",
      .unreadable(.count, text: "99999999999999999999")),
    Mistake("points: 2", "points: 0.005", "6:13", .unreadable(.points, text: "0.005")),
    Mistake("mark: 60%", "mark: 0.6", "14:9", .unreadable(.mark, text: "0.6")),
    Mistake("type: single", "type: singel", "4:11", .unreadable(.type, text: "singel")),
    Mistake("scoring: half", "scoring: some", "10:14", .unreadable(.scoring, text: "some")),
    Mistake("count: 20", "count: 20\n    questions: 4", "6:5", .onlyForCases(.questions)),
    Mistake("points: 2", "points: 2\n    each: 0.5", "7:5", .withoutPerOption),
    Mistake("time:", "candidates: [工人]\ntime:", "11:14", .unreadable(.candidates, text: "工人")),
    Mistake("time:", "shares:\n  - share: 20%\ntime:", "12:5", .noTrait),
    Mistake(
      "time:", "shares:\n  - topic: a\n    level: apply\n    share: 20%\ntime:", "13:5",
      .severalTraits(.topic, .level)),
    Mistake("time:", "shares:\n  - topic: a\ntime:", "12:5", .noBounds),
    Mistake(
      "time:", "shares:\n  - topic: a\n    share: 20%\n    at-most: 30%\ntime:", "14:5",
      .shareAndBounds),
    Mistake(
      "time:", "shares:\n  - topic: a\n    at-least: 40%\n    at-most: 30%\ntime:", "13:5",
      .boundsReversed),
    // What no paper can come of.
    Mistake(
      "count: 20", "count: 0", "5:12",
      .problem(BlueprintProblem(.count, item: 0, .outOfRange(least: "1", most: "1000")))),
    Mistake(
      "time:", "shares:\n  - topic: a\n    share: 33%\ntime:", "13:12",
      .problem(BlueprintProblem(.share, item: 0, .noWholeNumber(questions: 25)))),
    Mistake(
      "mark: 60%", "mark: 160%", "14:9",
      .problem(BlueprintProblem(.mark, .outOfRange(least: "0.01%", most: "100%")))),
    Mistake(
      "minutes: 60", "minutes: 60\n  latest-entry: 61", "13:17",
      .problem(BlueprintProblem(.latestEntry, .beyondEnd(minutes: 60)))),
  ]

  @Test(arguments: mistakes) func `a mistake is told once, at its place`(mistake: Mistake) {
    #expect(Self.sound.contains(mistake.old))
    let text = Self.sound.replacingOccurrences(
      of: mistake.old, with: mistake.new, options: [],
      range: Self.sound.range(of: mistake.old))
    #expect(Self.flaws(text) == [mistake.place: mistake.flaw])
    #expect(Self.read(text).report.errorCount == 1)
    #expect(Self.read(text).blueprint == nil)
  }

  @Test func `several mistakes are all told`() {
    let text = Self.sound.replacing("count: 20", with: "count: x").replacing("60%", with: "60")
      .replacing("title", with: "titel")
    #expect(Set(Self.flaws(text).keys) == ["2:1", "5:12", "14:9"])
  }

  @Test(arguments: ["", "# 只有说明\n", "---\n", "\n\n"])
  func `a file that says nothing is refused`(text: String) {
    #expect(Self.flaws(text) == ["1:1": .empty])
  }

  @Test func `nested aliases and deep brackets are refused at once`() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let alias = "*a\(level - 1)"
      bomb +=
        "a\(level): &a\(level) [\(Array(repeating: alias, count: 9).joined(separator: ", "))]\n"
    }
    #expect(Self.flaws(bomb + "? *a40\n: 1\n") == ["1:5": .reference("&")])
    let deep = "code: " + String(repeating: "[", count: 100_000)
    #expect(Self.flaws(deep).values.first == .syntax(.depth))
  }

  @Test func `a file is read in its encoding and refused where it is too long or missing`() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("t.yaml").path
    // 年度学法考试 in GB18030.
    let bytes: [UInt8] = [0xC4, 0xEA, 0xB6, 0xC8, 0xD1, 0xA7, 0xB7, 0xA8, 0xBF, 0xBC, 0xCA, 0xD4]
    let parts = Self.sound.components(separatedBy: "年度学法考试")
    try (Data(parts[0].utf8) + Data(bytes) + Data(parts[1].utf8))
      .write(to: URL(fileURLWithPath: path))
    #expect(BlueprintText.blueprint(inFile: path).blueprint?.title == "年度学法考试")
    try (Self.sound + String(repeating: "#", count: 256 << 10))
      .write(toFile: path, atomically: true, encoding: .utf8)
    let large = BlueprintText.blueprint(inFile: path).report.problems.map(\.fact)
    #expect(large == [.blueprint(.tooLarge(limit: 256 << 10))])
    let missing = BlueprintText.blueprint(inFile: path + "x").report.problems.map(\.fact)
    #expect(missing == [.file(.missing)])
  }

  @Test func `a file cut off, or with a byte changed, is read or refused and never more`() {
    let text = Self.sound
    for end in 0..<text.utf8.count {
      _ = Self.read(String(decoding: Array(text.utf8)[..<end], as: UTF8.self))
    }
    for place in 0..<text.utf8.count {
      for byte in "&*!:-#'\"[]{}|>%@`,?\t\u{0}".utf8 {
        var bytes = Array(text.utf8)
        bytes[place] = byte
        let (blueprint, report) = Self.read(String(decoding: bytes, as: UTF8.self))
        #expect((blueprint == nil) == (report.errorCount > 0))
      }
    }
  }

  static let samples: [BlueprintFlaw] =
    mistakes.map(\.flaw) + BlueprintFlaw.Syntax.allCases.map { .syntax($0) }
    + [.tooLarge(limit: 256 << 10), .empty]
    + BlueprintFlaw.Shape.allCases.flatMap { [.shape(nil, $0), .shape(.time, $0)] }
    + BlueprintField.allCases.flatMap {
      [BlueprintFlaw.unreadable($0, text: "x"), .noValue($0), .missing($0)]
    }

  @Test func `every flaw is worded in both languages`() throws {
    #expect(
      try Set(Self.samples.map { Repository.caseName(of: $0) })
        == Repository.cases(of: "BlueprintFlaw", in: "Formats/Blueprint/BlueprintFlaw.swift"))
    for flaw in Self.samples {
      #expect(
        SentenceCheck.faults(of: flaw.wording, quoting: ["合格", "工人"]) == [], "\(flaw)")
    }
  }
}
