import Foundation

/// A page of the documentation, so that tests can hold it against the program.
package struct DocumentationPage {
  package let text: String
  package let lines: [Substring]

  /// - Parameter path: `docs/commands.md`.
  package init(_ path: String) throws {
    let file = Repository.folder.appendingPathComponent(path)
    text = try String(contentsOf: file, encoding: .utf8)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// What stands under a heading, up to the next of the same or a higher level; nil without it.
  package func section(_ heading: String) -> [Substring]? {
    guard let start = lines.firstIndex(where: { $0 == heading }) else { return nil }
    let level = Self.level(of: lines[start])
    return Array(
      lines[(start + 1)...].prefix { line in
        let own = Self.level(of: line)
        return own == 0 || own > level
      })
  }

  /// The rows of the tables under a heading, cell by cell, without their heads.
  package func rows(under heading: String) -> [[String]] {
    let table = (section(heading) ?? []).filter { $0.hasPrefix("|") }
    return table.indices.dropFirst(2).filter { index in
      // A head is the row above a rule.
      !table[index].hasPrefix("|---")
        && !(index + 1 < table.count && table[index + 1].hasPrefix("|---"))
    }.map { index in
      table[index].split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// The fenced blocks, each as text with a line feed at its end.
  package var blocks: [String] { parts.blocks }

  /// What stands between backquotes outside of fenced blocks.
  package var codeSpans: [String] { Self.code(in: parts.prose) }

  private var parts: (prose: String, blocks: [String]) {
    var prose = ""
    var blocks: [String] = []
    var isInside = false
    for line in lines {
      if line.hasPrefix("```") {
        isInside.toggle()
        if isInside { blocks.append("") }
      } else if isInside {
        blocks[blocks.count - 1] += line + "\n"
      } else {
        prose += line + "\n"
      }
    }
    return (prose, blocks)
  }

  /// What stands between backquotes in a text.
  package static func code(in text: some StringProtocol) -> [String] {
    String(text).matches(of: /`([^`]+)`/).map { String($0.1) }
  }

  /// 2 for `## heading`, 0 for a line that is none.
  private static func level(of line: Substring) -> Int {
    let level = line.prefix { $0 == "#" }.count
    return level > 0 && line.dropFirst(level).first == " " ? level : 0
  }
}
