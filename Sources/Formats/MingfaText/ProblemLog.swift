/// Collects the problems of one file, some hundred of them, and counts the rest.
struct ProblemLog {
  static let errorLimit = 200
  static let warningLimit = 100

  private let file: String
  private var errors: [ReadProblem] = []
  private var warnings: [ReadProblem] = []
  private(set) var errorCount = 0
  private(set) var warningCount = 0

  init(file: String) { self.file = file }

  mutating func add(
    _ fact: ReadFact, at place: Place, in bytes: UnsafeBufferPointer<UInt8>
  ) {
    switch fact.severity {
    case .error:
      errorCount += 1
      guard errors.count < Self.errorLimit else { return }
      errors.append(problem(fact, place, bytes))
    case .warning:
      warningCount += 1
      guard warnings.count < Self.warningLimit else { return }
      warnings.append(problem(fact, place, bytes))
    }
  }

  private func problem(
    _ fact: ReadFact, _ place: Place, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> ReadProblem {
    let offset = min(place.offset, bytes.count)
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    let before = String(decoding: bytes[start..<offset], as: UTF8.self)
    return ReadProblem(
      file: file, position: SourcePosition(line: place.line, column: before.count + 1), fact: fact,
      quote: Self.quote(before, lineOf: offset, bytes))
  }

  /// A line to be looked at beside a problem: enough of it to be found, never a line of megabytes.
  private static func quote(
    _ before: String, lineOf offset: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> String? {
    let limit = min(bytes.count, offset + quoteLimit * 4)
    let end = bytes[offset..<limit].firstIndex(of: 0x0A) ?? limit
    let after = String(decoding: bytes[offset..<end], as: UTF8.self)
    // A place deep in a long line: what stands just before it leads there.
    let lead = before.count > quoteLimit / 2 ? "…" + before.suffix(quoteLimit / 4) : before
    let room = quoteLimit - lead.count
    let isCut = end == limit && limit < bytes.count || after.count > room
    var line = (lead + after.prefix(room))[...]
    while line.first?.isWhitespace == true { line.removeFirst() }
    while line.last?.isWhitespace == true { line.removeLast() }
    return line.isEmpty ? nil : line + (isCut ? "…" : "")
  }

  /// In characters.
  private static let quoteLimit = 80

  /// All in the order of the file, then how many were left out.
  func report(questionCount: Int) -> ReadReport {
    // Stable, so that what was found first at a place stays first.
    var problems = (errors + warnings).enumerated().sorted { left, right in
      let (first, second) = (left.element.position, right.element.position)
      guard first != second, let first, let second else { return left.offset < right.offset }
      return first < second
    }.map(\.element)
    if errorCount > errors.count {
      problems.append(
        ReadProblem(file: file, position: nil, fact: .more(errors: errorCount - errors.count)))
    }
    if warningCount > warnings.count {
      problems.append(
        ReadProblem(
          file: file, position: nil, fact: .moreWarnings(warningCount - warnings.count)))
    }
    return ReadReport(
      problems: problems, errorCount: errorCount, warningCount: warningCount,
      questionCount: questionCount)
  }
}
