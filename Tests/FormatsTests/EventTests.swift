import Documents
import Questions
import Testing

@testable import Formats

private struct Stop: Error {}

/// The events of a text, as short words with their lines.
private func words(
  _ text: String, pastErrors: Bool = false
) throws -> (words: [String], report: ReadReport) {
  var words: [String] = []
  let source = try TextSource(bytes: Array(text.utf8), name: "bank.txt")
  let report = MingfaText().read(source, known: nil, pastErrors: pastErrors) { event in
    switch event {
    case .header(let header): words.append("header \(header.id)")
    case .chapter(let title, let line): words.append("chapter \(title) \(line)")
    case .item(let item):
      let codes =
        [item.passage?.code.text].compactMap { $0 } + item.value.questions.map(\.code.text)
      let numbers = [item.lines.passage].compactMap { $0 } + item.lines.questions
      words.append("item \(codes.joined(separator: " ")) \(numbers)")
    }
  }
  return (words, report)
}

private func question(_ code: String, _ tag: String = "[判断]", key: String = "对") -> String {
  "1. \(tag) 题\n答案：\(key)\n编号：\(code)\n"
}

struct EventTests {
  @Test("Header, chapters and items come in the order of the file, with their lines")
  func order() throws {
    let text =
      MarkedBank.front + question("D-1") + "# 一\n# 二\n" + question("D-2")
      + "案例：材料\n编号：D-C\n" + question("D-3") + question("D-4") + "案例：又\n编号：D-E\n"
      + question("D-5")
    let (found, report) = try words(text)
    #expect(
      found == [
        "header demo", "item D-1 [8]", "chapter 一 11", "chapter 二 12", "item D-2 [13]",
        "item D-C D-3 D-4 [16, 18, 21]", "item D-E D-5 [24, 26]",
      ])
    #expect(report.isWhole)
    #expect(report.questionCount == 5)
    let bank = try bank(text)
    #expect(bank.chapters.map(\.title) == [nil, "一", "二"])
    #expect(bank.chapters.map(\.items.count) == [1, 0, 3])
  }

  @Test("After the first error there are no events, and all later errors are still found")
  func noEventsAfterError() throws {
    let text =
      MarkedBank.front + question("D-1") + question("D-2", key: "?") + question("D-3")
      + question("D-1")
    let (found, report) = try words(text)
    #expect(found == ["header demo", "item D-1 [8]"])
    #expect(report.errorCount == 2)
    #expect(report.questionCount == 4)
    #expect(try words("---\n题库：d\n---\n" + question("D-1")).words == [])
  }

  @Test("Where they are wanted, events go on behind an error with what has none")
  func eventsPastErrors() throws {
    let text =
      MarkedBank.front + question("D-1") + question("D-2", key: "?") + question("D-3")
      + "1. 没有题型\n答案：对\n编号：D-4\n" + question("D-5") + "难度：难\n难度：易\n# 一\n" + question("D-1")
      + "案例：材料\n编号：D-C\n" + question("D-6", key: "?") + question("D-7") + "案例完\n"
      + "案例：没有编号\n" + question("D-8") + "案例完\n" + question("D-9")
    let (found, report) = try words(text, pastErrors: true)
    #expect(
      found == [
        "header demo", "item D-1 [8]", "item D-3 [14]", "chapter 一 25",
        "item D-C D-7 [29, 34]", "item D-9 [43]",
      ])
    #expect(report.problems == (try words(text).report.problems))
    #expect(try words("---\n题库：d\n---\n" + question("D-1"), pastErrors: true).words == [])
  }

  @Test("What the caller throws ends the reading")
  func throwing() throws {
    var count = 0
    let source = try TextSource(
      bytes: Array((MarkedBank.front + question("D-1") + question("D-2")).utf8), name: "b")
    #expect(throws: Stop.self) {
      try MingfaText().read(source) { event in
        count += 1
        if case .item = event { throw Stop() }
      }
    }
    #expect(count == 2)
  }

  @Test("What a question would better have is a warning, and the bank is taken")
  func warnings() throws {
    let (bank, report) = try read(MarkedBank.front + "1. [判断] 题\n答案：对\n编号：D-1\n")
    #expect(bank != nil)
    #expect(report.errorCount == 0)
    let facts = Set(report.problems.map(\.fact))
    #expect(facts == [.noExplanation, .noCitation, .noDifficulty, .noLevel])
  }

  @Test("A label that is not known is read as text, with a warning in black brackets")
  func unknownLabel() throws {
    let marked = MarkedBank(
      MarkedBank.front + "## 单选题\n"
        + MarkedBank.whole.replacing("因为", with: "因为\n⟦⟧【出题人】王\n来源：某处"))
    let (bank, report) = try read(marked.text)
    #expect(
      bank?.chapters.first?.items.first?.questions.first?.rationale
        == Rationale("因为\n【出题人】王\n来源：某处"))
    #expect(report.problems.map(\.fact) == [.unknownLabel("出题人")])
    #expect(report.problems.map(\.position) == marked.marks)
  }

  @Test(
    "A heading of a type with a slip in it is read as text, with a warning",
    arguments: ["多选题：", "二、多选题目", "二 、多项选择题", "Ⅱ、多选题（每题 2 分）", "多项选择"])
  func lostHeading(line: String) throws {
    let marked = MarkedBank(
      MarkedBank.front + "## 单选题\n"
        + MarkedBank.whole.replacing("因为", with: "因为\n⟦⟧\(line)"))
    let (_, report) = try read(marked.text)
    #expect(report.problems.map(\.fact) == [.likeTypeHeading(line)])
    #expect(report.problems.map(\.position) == marked.marks)
  }

  @Test("A file full of errors lists some hundred of them and counts the rest")
  func cap() throws {
    let text =
      MarkedBank.front + (0..<1000).map { question("D-\($0)", key: "?") }.joined()
    let (_, report) = try words(text)
    #expect(report.errorCount == 1000)
    #expect(report.warningCount == 4000)
    let errors = report.problems.filter { $0.severity == .error }
    #expect(errors.count == ProblemLog.errorLimit + 1)
    #expect(errors.last?.fact == .more(errors: 800))
    #expect(report.problems.last?.fact == .moreWarnings(3900))
    let positions = report.problems.compactMap(\.position)
    #expect(positions == positions.sorted())
  }

  @Test(
    "A problem quotes its line, and of a long one the part around its place",
    arguments: [
      ("编号：D-1", "编号：D-1"), ("   编号：D-1  \r", "编号：D-1"),
      (
        "编号：D-1" + String(repeating: "长", count: 200),
        "编号：D-1" + String(repeating: "长", count: 74) + "…"
      ),
      (
        "依据：《民法典》第一条" + String(repeating: "；《民法典》第一条", count: 20) + "；《刑法》第一条",
        "…条；《民法典》第一条；《民法典》第一条；《刑法》第一条"
      ),
    ])
  func quoted(line: String, quote: String) throws {
    let text = MarkedBank.front + question("D-1") + "2. [判断] 题\n答案：对\n\(line)\n编号：D-2\n"
    let problem = try #require(
      words(text).report.problems.first { $0.severity == .error })
    #expect(problem.quote == quote)
  }

  @Test("A problem is printed as file, line, column and sentence")
  func printed() throws {
    let problem = try #require(
      read(MarkedBank.front + question("D-1") + question("D-1")).report.problems.first {
        $0.severity == .error
      })
    #expect(problem.text(in: .chinese) == "bank.txt:13:4: 编号 D-1 已在第 10 行用过，请换一个没用过的")
    #expect(
      problem.text(in: .english)
        == "bank.txt:13:4: The code D-1 stands in line 10 already; take one never used")
  }
}
