import Foundation
import Questions
import Statutes
import Storage
import TestKit
import Testing

@testable import Formats
@testable import Workflows

/// Files held against the rules, against each other and against what is loaded.
@Suite struct CheckBankTests {
  private let test: TestData
  private let folder: TemporaryFolder

  init() throws {
    test = try TestData()
    folder = try TemporaryFolder()
  }

  /// A bank file with questions of two options.
  private func write(_ name: String, id: String, _ questions: String...) throws -> String {
    let text = """
      ---
      题库：\(id)
      名称：\(id)的题
      版本：1
      法律：《某法》 2020-01-02
      ---
      ## 单选题

      """
    return try folder.write(text + questions.joined(separator: "\n"), to: name)
  }

  private func question(
    _ code: String, stem: String, last: String = "乙", key: String = "A", extra: String = ""
  ) -> String {
    """
    1. \(stem)
    A. 甲
    B. \(last)
    答案：\(key)
    解析：略。
    依据：《某法》第一条
    难度：中
    层次：识记
    \(extra.isEmpty ? "" : extra + "\n")编号：\(code)

    """
  }

  private func check(_ files: String...) -> [CheckBank.Outcome] {
    CheckBank(index: StatuteIndex(statutes: []), data: test.data).check(files: files)
  }

  /// `line:column rule` of each problem.
  private func places(_ problems: [ReadProblem]) -> [String] {
    problems.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.fact.rule)" }
  }

  @Test func `what questions silence is not in the report but is listed, with place and reason`()
    throws
  {
    let file = try write(
      "a.txt", id: "a",
      question("A-1", stem: "谁先到", last: "以上都对", extra: "免查：all-of-the-above（教材原题；（二）)"),
      question("A-2", stem: "什么时候还书", last: "以上都对"))
    let outcome = try #require(check(file).first)
    #expect(places(outcome.report.problems) == ["21:4 all-of-the-above"])
    #expect(outcome.report.warningCount == 1)
    #expect(places(outcome.waived.map(\.problem)) == ["10:4 all-of-the-above"])
    #expect(outcome.waived.map(\.reason) == ["教材原题；（二）"])
  }

  @Test(
    arguments: [
      ("免查：⟦⟧reading-load（长）", 0), ("免查：all-of-the-above（一；(二)）； ⟦⟧reading-load（长）", 1),
      ("【免查】all-of-the-above（一）\n  ⟦⟧Reading-Load(长)", 1), ("免检:\n⟦⟧reading-load（长）", 0),
    ])
  func `a waiver that silences nothing is told where it stands`(marked: String, waived: Int) throws
  {
    let file = try write(
      "a.txt", id: "a",
      question(
        "A-1", stem: "谁先到", last: waived > 0 ? "以上都对" : "乙",
        extra: marked.replacing("⟦⟧", with: "")))
    let lines = marked.components(separatedBy: "\n")
    let line = try #require(lines.firstIndex { $0.contains("⟦⟧") })
    let column = try #require(lines[line].range(of: "⟦⟧")).lowerBound
    let place = "\(16 + line):\(lines[line].distance(from: lines[line].startIndex, to: column) + 1)"
    let outcome = try #require(check(file).first)
    #expect(places(outcome.report.problems) == ["\(place) idle-waiver"])
    #expect(outcome.waived.count == waived)
  }

  @Test func `questions behind an error are held against the rules, too`() throws {
    let file = try write(
      "a.txt", id: "a", question("A-1", stem: "谁先到", key: "?"),
      question("A-2", stem: "什么时候还书", last: "以上都对"),
      question("A-3", stem: "在哪里登记", key: "?"),
      question("A-4", stem: "找谁借", last: "以上都对", extra: "免查：all-of-the-above（有意）"))
    let outcome = try #require(check(file).first)
    #expect(
      places(outcome.report.problems) == ["11:4 format", "20:4 all-of-the-above", "31:4 format"])
    #expect(outcome.report.errorCount == 2)
    #expect(outcome.waived.count == 1)
    #expect(outcome.report.questionCount == 4)
  }

  @Test func `another key in another file or loaded bank is told, and can be waived`() throws {
    let stem = "谁先到"
    for (name, id, key) in [("x.txt", "x", "B"), ("b.txt", "b", "B")] {
      let file = try write(name, id: id, question("\(id)-1", stem: stem, key: key))
      _ = try LoadBank(test.data, actor: test.actor).load(file: file)
    }
    let a = try write("a.txt", id: "a", question("A-1", stem: stem))
    // Loaded itself, with another key: its own former version is no contradiction.
    let b = try write("b.txt", id: "b", question("b-1", stem: "谁，先到？"))
    let c = try write(
      "c.txt", id: "c", question("C-1", stem: stem, key: "B", extra: "免查：contradicting-keys（旧版）"))
    let outcomes = check(a, b, c)
    func sources(_ problems: [ReadProblem]) -> [Int] {
      // By what each names: the bank x, the bank b, the file a, the file b.
      problems.map { problem in
        let sentence = problem.text(in: .chinese).replacing(problem.file, with: "")
        return ["x的题", "b的题", "a.txt", "b.txt"].firstIndex { sentence.contains($0) } ?? -1
      }
    }
    #expect(outcomes.map { sources($0.report.problems) } == [[0, 1], [0], []])
    #expect(sources(outcomes[2].waived.map(\.problem)) == [2, 3])
    #expect(outcomes.map { places($0.report.problems).count } == [2, 1, 0])
  }
}
