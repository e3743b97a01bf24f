import Documents
import Questions

/// Where the parts of questions stand in the file of their bank.
package struct QuestionPlaces {
  private let lines: [Substring]

  /// - Parameter path: a bank that was read just before; nil where it is gone.
  package init?(file path: String) {
    guard let source = try? TextSource(path: path) else { return nil }
    let text = source.withBytes { String(decoding: $0, as: UTF8.self) }
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  /// The place of a part; the line of the question where it is not found.
  ///
  /// - Parameter question: the line in which the question begins, from 1.
  package func place(of part: CheckFinding.Part, question: Int) -> SourcePosition {
    let beginning = SourcePosition(line: question, column: 1)
    for line in max(0, question - 1)..<lines.count {
      let (shape, indent) = shape(of: line)
      if line >= question, isEnd(shape) { break }
      switch (part, shape) {
      case (.stem, .number(let rest)): return position(line, indent, rest)
      case (.option(let wanted), .option(let found, let rest)) where wanted == found:
        return position(line, indent, rest)
      case (.key, .field(.answer, let value)), (.explanation, .field(.explanation, let value)):
        return position(line, indent, value)
      case (.citation(let number), .field(.basis, let value)):
        let column = position(line, indent, value).column
        return citation(number, from: line, behind: column - 1) ?? beginning
      case (.waiver(let number), .field(.waivers, let value)):
        let column = position(line, indent, value).column
        return waiver(number, from: line, behind: column - 1) ?? beginning
      default: continue
      }
    }
    return beginning
  }

  /// The line's shape, and how many signs stand before it.
  private func shape(of line: Int) -> (LineShape, indent: Int) {
    let text = lines[line]
    let trimmed = text.drop { $0.isWhitespace }
    return (LineShape.ofLine(trimmed), text.count - trimmed.count)
  }

  private func isEnd(_ shape: LineShape) -> Bool {
    switch shape {
    case .number, .chapter, .typeHeading, .caseStart, .caseEnd: true
    default: false
    }
  }

  /// - Parameter offset: in bytes, from the first sign that is no space.
  private func position(_ line: Int, _ indent: Int, _ offset: Int) -> SourcePosition {
    let text = lines[line].dropFirst(indent)
    let signs = String(decoding: text.utf8.prefix(offset), as: UTF8.self).count
    return SourcePosition(line: line + 1, column: indent + signs + 1)
  }

  /// Counts the rules, each of which stands before its reason in brackets; a line ends all brackets.
  private func waiver(_ number: Int, from line: Int, behind column: Int) -> SourcePosition? {
    var (left, skipped) = (number, column)
    for line in line..<min(lines.count, line + 40) {
      var (depth, isNext) = (0, true)
      for (column, sign) in lines[line].enumerated().dropFirst(skipped) where !sign.isWhitespace {
        switch sign {
        case "(", "（": depth += 1
        case ")", "）": depth -= 1
        case ";" where depth == 0, "；" where depth == 0: isNext = true
        default:
          guard isNext else { continue }
          if left == 0 { return SourcePosition(line: line + 1, column: column + 1) }
          left -= 1
          isNext = false
        }
      }
      skipped = 0
    }
    return nil
  }

  /// Counts the pieces between semicolons, which may go on in the next lines.
  private func citation(_ number: Int, from line: Int, behind column: Int) -> SourcePosition? {
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
