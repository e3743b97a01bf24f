import Documents
import Questions
import Statutes

/// Puts citations into a bank file for questions that have none.
package enum CitationEntry {
  /// The file's text as UTF-8, the same but for the lines put in: a citation stands before the field that
  /// follows the explanation, and a statute that the front matter lacks at its end.
  ///
  /// - Parameters:
  ///   - settled: citations by the line in which their question begins, from 1.
  ///   - editions: of the statutes that are cited; those that the front matter has are left out.
  package static func text(
    of source: TextSource, with settled: [Int: Citation], editions: [Edition], in header: BankHeader
  ) -> String {
    // By bytes: what ends a line of Windows is one sign of a text.
    var lines = source.withBytes { bytes in
      bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    let end = lines.first?.hasSuffix("\r") == true ? "\r" : ""
    for (line, citation) in settled.sorted(by: { $0.key > $1.key }) {
      let label = BankField.basis.wording(header.language)
      let colon = header.language == .chinese ? "：" : ": "
      let entry = label + colon + citation.text(in: header.language) + end
      let place = place(for: line, in: lines)
      if place.isEmptyField {
        lines[place.line] = entry
      } else {
        lines.insert(entry, at: place.line)
      }
    }
    let new = editions.filter { edition in
      !header.editions.contains { $0.title == edition.title }
    }
    if !new.isEmpty, let close = closing(of: lines) {
      let label = HeaderField.statute.wording(header.language)
      let colon = header.language == .chinese ? "：" : ": "
      lines.insert(
        contentsOf: new.map { label + colon + $0.title.quoted + " " + $0.date.iso + end }, at: close
      )
    }
    let mark = source.encoding == .utf8 && source.hasByteOrderMark ? "\u{FEFF}" : ""
    return mark + lines.joined(separator: "\n")
  }

  /// Where the citation of a question goes, by place among the lines.
  private static func place(
    for question: Int, in lines: [String]
  ) -> (line: Int, isEmptyField: Bool) {
    var last = question
    for line in lines.indices.dropFirst(question) {
      guard let shape = shape(of: lines[line]) else { continue }
      switch shape {
      case .field(.basis, _): return (line, true)
      case .field(let field, _) where follows(field): return (line, false)
      case .number, .chapter, .typeHeading, .caseStart, .caseEnd, .rule: return (last, false)
      default: last = line + 1
      }
    }
    return (last, false)
  }

  private static func follows(_ field: BankField) -> Bool {
    switch field {
    case .answer, .explanation, .basis: false
    default: true
    }
  }

  /// The second line of dashes.
  private static func closing(of lines: [String]) -> Int? {
    let rules = lines.indices.filter { shape(of: lines[$0]) == .rule }
    return rules.count >= 2 ? rules[1] : nil
  }

  /// nil for a line without anything to see.
  private static func shape(of line: String) -> LineShape? {
    var text = line.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.isEmpty ? nil : LineShape.ofLine(text)
  }
}
