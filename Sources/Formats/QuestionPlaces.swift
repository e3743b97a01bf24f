import Documents

/// Where the citations of a question stand in the file of its bank.
package struct CitationPlaces {
  private let lines: [Substring]

  /// - Parameter path: a bank that was read just before; nil where it is gone.
  package init?(file path: String) {
    guard let source = try? TextSource(path: path) else { return nil }
    let text = source.withBytes { String(decoding: $0, as: UTF8.self) }
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  /// The place of a citation; the line of the question where it is not found.
  ///
  /// - Parameters:
  ///   - number: which of the question's citations, from 0.
  ///   - question: the line in which the question begins, from 1.
  package func place(of number: Int, question: Int) -> SourcePosition {
    let beginning = SourcePosition(line: question, column: 1)
    let labels =
      [BankField.basis.wording.zh, BankField.basis.wording.en] + Vocabulary.aliases(of: .basis)
    for line in max(0, question - 1)..<lines.count {
      let text = lines[line]
      guard let label = labels.first(where: { text.hasPrefix($0) }) else { continue }
      return place(of: number, from: line, behind: label.count + 1) ?? beginning
    }
    return beginning
  }

  /// Counts the pieces between semicolons, which may go on in the next lines.
  private func place(of number: Int, from line: Int, behind column: Int) -> SourcePosition? {
    var (left, isNext, skipped) = (number, true, column)
    for line in line..<min(lines.count, line + 40) {
      for (column, sign) in lines[line].enumerated().dropFirst(skipped) {
        if isNext, left == 0, !sign.isWhitespace {
          return SourcePosition(line: line + 1, column: column + 1)
        }
        if !sign.isWhitespace { isNext = false }
        if sign == "；" || sign == ";" {
          left -= 1
          isNext = true
        }
      }
      skipped = 0
    }
    return nil
  }
}
