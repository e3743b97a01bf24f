import Text

/// The notebook as plain text: the questions first, then keys and reasons.
package enum NotebookText {
  package static func text(of leaf: NotebookLeaf, in language: Language) -> String {
    var lines = [leaf.title(language), leaf.count(language), ""]
    for (index, entry) in leaf.entries.enumerated() {
      if let passage = entry.passage { lines += [passage, ""] }
      lines.append("\(index + 1). [\(entry.kind(language))] \(entry.stem)")
      lines += entry.options.map { "   " + $0 }
      lines.append("")
    }
    lines += [Wording(zh: "答案与解析", en: "Keys and reasons")(language), ""]
    for (index, entry) in leaf.entries.enumerated() {
      lines.append("\(index + 1). \(entry.key)   (\(entry.bank) \(entry.code))")
      if !entry.reasons.isEmpty { lines.append("   " + entry.reasons) }
      if !entry.citations.isEmpty {
        lines.append(
          "   " + entry.citations.joined(separator: Wording(zh: "；", en: "; ")(language)))
      }
      if let note = entry.note {
        lines.append("   " + Wording(zh: "笔记：", en: "Note: ")(language) + note)
      }
    }
    return lines.map { SafeText.clean($0) + "\n" }.joined()
  }
}
