import Documents
import Questions
import Testing

@testable import Formats

/// Remembers digests as a database would.
private struct Memory: KnownSources {
  var context: UInt128 = 1
  var numbers: [UInt128: Int] = [:]

  func digest(of bytes: UnsafeBufferPointer<UInt8>, under context: UInt128) -> UInt128 {
    (0..<2).reduce(0) { digest, half in
      var hasher = Hasher()
      hasher.combine(half)
      hasher.combine(context)
      hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
      return digest << 64 | UInt128(UInt64(bitPattern: Int64(hasher.finalize())))
    }
  }

  func question(source digest: UInt128) -> Int? { numbers[digest] }
}

/// Questions whose lines stand in the file as before are handed out by number.
@Suite struct KnownSourcesTests {
  private static let text = """
    ---
    题库：demo
    名称：演示
    版本：1
    法律：《民法典》 2020-05-28
    核对：2026-11-24 某县司法局
    ---

    # 第一章 甲

    ## 单选题

    1. 题一
    A. 甲
    B. 乙
    答案：A
    解析：因为
    依据：《民法典》第一条
    难度：中
    层次：识记
    编号：D-1

    2. [判断] 题二
    答案：对
    解析：因为
    依据：《民法典》第二条
    难度：中
    层次：识记
    编号：D-2

    ## 案例题

    案例：材料
    编号：D-C
    3. [判断] 题三
    答案：对
    解析：因为
    依据：《民法典》第三条
    难度：中
    层次：识记
    编号：D-3

    4. [判断] 题四
    答案：错
    编号：D-4

    # 第二章 乙

    ## 判断题

    5. 题五
    答案：错
    解析：因为
    依据：《民法典》第五条
    难度：中
    层次：识记
    编号：D-5

    """

  /// What came of a text: the codes of the questions that were read, the numbers of those that were
  /// known, the other events, and the report.
  private struct Reading {
    var read: [String] = []
    var known: [Int] = []
    var frame: [String] = []
    var sources: [UInt128] = []
    var report = ReadReport()
  }

  private func read(_ text: String, _ memory: Memory?) throws -> Reading {
    var reading = Reading()
    let source = try TextSource(bytes: Array(text.utf8), name: "bank.txt")
    reading.report = MingfaText().read(source, known: memory, pastErrors: false) { event in
      switch event {
      case .header(let header): reading.frame.append("header \(header.version.text)")
      case .chapter(let title, let line): reading.frame.append("chapter \(title) \(line)")
      case .item(let item):
        reading.frame.append(
          "item \(item.passage?.text ?? "-") \(item.lines.passage ?? 0) \(item.lines.questions)")
        for question in item.questions {
          switch question {
          case .read(let question, let source):
            reading.read.append(question.code.text)
            if let source { reading.sources.append(source) }
          case .known(let number): reading.known.append(number)
          }
        }
      }
    }
    return reading
  }

  /// What a first reading leaves behind: D-4 gave warnings, so it has no digest.
  private func memory() throws -> Memory {
    var memory = Memory()
    let first = try read(Self.text, memory)
    #expect(first.read == ["D-1", "D-2", "D-3", "D-4", "D-5"])
    #expect(first.known == [])
    try #require(Set(first.sources).count == 4)
    for (number, source) in zip([1, 2, 3, 5], first.sources) { memory.numbers[source] = number }
    return memory
  }

  @Test func `the same text gives the same events, its clean questions by number`() throws {
    let plain = try read(Self.text, nil)
    #expect(plain.sources == [])
    let again = try read(Self.text, try memory())
    #expect(again.known == [1, 2, 3, 5])
    #expect(again.read == ["D-4"])
    #expect(again.frame == plain.frame)
    #expect(again.report.problems == plain.report.problems)
    #expect(again.report.warningCount == 4)
    #expect(again.report.questionCount == 5)
  }

  struct Edit: Sendable, CustomTestStringConvertible {
    let name: String
    let from: String
    let to: String
    /// The questions that have to be read, besides D-4.
    let read: [String]
    var testDescription: String { name }
  }

  static let edits = [
    Edit(name: "a stem", from: "题二", to: "题2", read: ["D-2"]),
    Edit(name: "a key", from: "题五\n答案：错", to: "题五\n答案：对", read: ["D-5"]),
    Edit(name: "a number", from: "1. 题一", to: "7、题一", read: []),
    Edit(name: "an option less", from: "B. 乙\n答案", to: "B. 丙\n答案", read: ["D-1"]),
    Edit(name: "a line more", from: "题五\n", to: "题五\n第二行\n", read: ["D-5"]),
    Edit(name: "a chapter", from: "第一章 甲", to: "第一章 丙", read: ["D-1", "D-2", "D-3"]),
    Edit(name: "a chapter less", from: "# 第二章 乙\n", to: "", read: ["D-5"]),
    Edit(
      name: "the announced type", from: "## 单选题", to: "## 不定项选择题\n", read: ["D-1", "D-2"]),
    Edit(name: "a passage", from: "案例：材料", to: "案例：别的材料", read: ["D-3"]),
    Edit(name: "a passage's code", from: "D-C", to: "D-E", read: ["D-3"]),
    Edit(
      name: "an edition", from: "2020-05-28", to: "2020-05-29",
      read: ["D-1", "D-2", "D-3", "D-5"]),
    Edit(
      name: "a check", from: "2026-11-24", to: "2026-11-25", read: ["D-1", "D-2", "D-3", "D-5"]),
    Edit(
      name: "the language", from: "版本：1", to: "版本：1\n语言：en",
      read: ["D-1", "D-2", "D-3", "D-5"]),
    Edit(name: "the bank", from: "题库：demo", to: "题库：demo2", read: ["D-1", "D-2", "D-3", "D-5"]),
    Edit(name: "title and version", from: "演示\n版本：1", to: "展示\n版本：2", read: []),
    Edit(name: "empty lines", from: "编号：D-1\n\n", to: "编号：D-1\n\n\n  \n", read: []),
  ]

  @Test(arguments: edits)
  func `only what an edit may touch is read again`(edit: Edit) throws {
    let text = Self.text.replacing(edit.from, with: edit.to, maxReplacements: 1)
    try #require(text != Self.text)
    let again = try read(text, try memory())
    #expect(again.read.filter { $0 != "D-4" } == edit.read)
    #expect(again.known.count + again.read.count == 5)
    let plain = try read(text, nil)
    #expect(again.frame == plain.frame)
    #expect(again.report.problems == plain.report.problems)
  }

  @Test func `another version of the program reads everything again`() throws {
    var memory = try memory()
    memory.context = 2
    #expect(try read(Self.text, memory).known == [])
  }

  @Test(arguments: [
    ("D-5", "D-1"), ("D-1", "D-5"), ("D-C", "D-5"), ("D-4", "D-3"), ("D-5", "D-C"),
  ])
  func `a code that stands twice is told, whichever of the two is known`(
    code: String, other: String
  ) throws {
    let text = Self.text.replacing("编号：\(code)", with: "编号：\(other)")
    let plain = try read(text, nil)
    try #require(plain.report.errorCount == 1)
    let again = try read(text, try memory())
    #expect(again.report.problems == plain.report.problems)
    #expect(again.report.errorCount == 1)
  }

  @Test func `the same lines twice are a code that stands twice`() throws {
    let question = "\n2. [判断] 题二\n答案：对\n解析：因为\n依据：《民法典》第二条\n难度：中\n层次：识记\n编号：D-2\n"
    let text = Self.text.replacing(question, with: question + question)
    let again = try read(text, try memory())
    #expect(again.report.problems == (try read(text, nil)).report.problems)
    #expect(again.report.errorCount == 1)
  }
}
