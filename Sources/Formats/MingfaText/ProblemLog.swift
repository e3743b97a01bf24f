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
    let column = String(decoding: bytes[start..<offset], as: UTF8.self).count + 1
    return ReadProblem(
      file: file, position: SourcePosition(line: place.line, column: column), fact: fact)
  }

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
