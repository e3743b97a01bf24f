import Foundation

/// A bank of so many questions of all types, the same for the same seed; optionally with one stem
/// changed.
struct GeneratedBank {
  static let chapters = 20
  /// Of a hundred questions, how many of each type; the rest are the cases' questions.
  private static let shares = [
    ("单项选择题", 40), ("多项选择题", 18), ("不定项选择题", 6), ("判断题", 18), ("填空题", 9), ("简答题", 3),
  ]
  private static let questionsOfCase = 3

  let code: String
  let count: Int
  let seed: UInt64
  /// The number, from 1, of the question whose stem differs.
  var changed: Int?

  /// What was written.
  struct Counts {
    var questions = 0
    var chapters = 0
    var cases = 0
    var textBytes = 0
  }

  /// Writes the bank as text, and the same fields as CSV where that is asked for, a piece at a time,
  /// so that the memory of this process stays out of what is measured.
  @discardableResult
  func write(text: String, csv: String? = nil) throws -> Counts {
    var bank = try GrowingFile(text)
    var sheet = try csv.map { try GrowingFile($0) }
    var source = QuestionSource(seed: seed)
    var counts = Counts()
    try bank.append(
      "---\n题库：\(code)\n名称：测速题库\n语言：zh\n版本：\(changed == nil ? 1 : 2)\n"
        + "法律：《民法典》 2020-05-28\n---\n")
    try sheet?.append(
      "code,chapter,type,passage,stem,a,b,c,d,key,rationale,citations,difficulty,level,topics\n")
    func add(_ type: String, passage: String?, chapter: String) throws {
      counts.questions += 1
      var question = source.question(type, code: "Q-\(counts.questions)")
      if counts.questions == changed { question.stem = "（修订）" + question.stem }
      let tag = passage == nil ? "" : "[\(type.replacingOccurrences(of: "项选择题", with: "选"))] "
      try bank.append(Self.text(question, number: counts.questions, tag: tag))
      try sheet?.append(Self.line(question, chapter: chapter, passage: passage ?? ""))
    }
    for chapter in 0..<Self.chapters {
      let last = count * (chapter + 1) / Self.chapters
      let size = last - counts.questions
      guard size > 0 else { continue }
      counts.chapters += 1
      let title = "第\(chapter + 1)章 测速"
      try bank.append("\n# \(title)\n")
      for (type, share) in Self.shares where size * share / 100 > 0 {
        try bank.append("\n## \(type)\n")
        for _ in 0..<size * share / 100 { try add(type, passage: nil, chapter: title) }
      }
      let rest = last - counts.questions
      if rest >= Self.questionsOfCase {
        try bank.append("\n## 案例题\n")
        while last - counts.questions >= Self.questionsOfCase {
          counts.cases += 1
          let passage = source.passage()
          try bank.append("\n案例：\(passage)\n编号：C-\(counts.cases)\n")
          for type in ["单项选择题", "多项选择题", "判断题"] {
            try add(type, passage: passage, chapter: title)
          }
        }
      }
      if last > counts.questions {
        try bank.append("\n## 判断题\n")
        while last > counts.questions { try add("判断题", passage: nil, chapter: title) }
      }
    }
    counts.textBytes = try bank.close()
    _ = try sheet?.close()
    return counts
  }

  private static func text(_ question: GeneratedQuestion, number: Int, tag: String) -> String {
    var text = "\n\(number). \(tag)\(question.stem)\n"
    for (letter, option) in zip(["A", "B", "C", "D"], question.options) {
      text += "\(letter). \(option)\n"
    }
    text += "答案：\(question.key)\n解析：\(question.rationale)\n依据：\(question.citations)\n"
    text += "难度：\(question.difficulty)\n层次：\(question.level)\n标签：\(question.topics)\n"
    return text + "编号：\(question.code)\n"
  }

  private static func line(
    _ question: GeneratedQuestion, chapter: String, passage: String
  ) -> String {
    let options = question.options + Array(repeating: "", count: 4 - question.options.count)
    let fields =
      [question.code, chapter, question.type, passage, question.stem] + options + [
        question.key, question.rationale, question.citations, question.difficulty, question.level,
        question.topics,
      ]
    return "\"" + fields.joined(separator: "\",\"") + "\"\n"
  }
}

/// A file that is written in large pieces.
struct GrowingFile {
  private let handle: FileHandle
  private var buffer = Data()
  private var written = 0

  init(_ path: String) throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  mutating func append(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count > 1 << 20 { try flush() }
  }

  private mutating func flush() throws {
    try handle.write(contentsOf: buffer)
    written += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes the rest; returns how many bytes the file has.
  mutating func close() throws -> Int {
    try flush()
    try handle.close()
    return written
  }
}
