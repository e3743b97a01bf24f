import Text

/// The notebook as a page to be printed on A4: the questions, then keys and reasons on pages of their
/// own, so that one can be worked through without the other.
package enum NotebookHTML {
  /// - Parameter isLarge: 18 pt type for those who see less well; else 12 pt.
  package static func text(
    of leaf: NotebookLeaf, in language: Language, isLarge: Bool
  ) -> String {
    let title = escaped(leaf.title(language))
    let questions = leaf.entries.enumerated().map { question($1, number: $0 + 1, language) }
    let keys = leaf.entries.enumerated().map { key($1, number: $0 + 1, language) }
    return """
      <!DOCTYPE html>
      <html lang="\(HTMLText.tag(language))">
      <head>
      <meta charset="utf-8">
      <title>\(title)</title>
      <style>
      @page { size: A4; margin: 20mm 18mm; }
      body { font: \(isLarge ? "18pt/1.7" : "12pt/1.6") "Noto Serif CJK SC", "SimSun", serif; }
      h1, h2 { font-size: 1.2em; }
      .question, .key { break-inside: avoid; margin: 0 0 1em; }
      .question p, .key p { margin: 0 0 .2em; }
      .option { padding-left: 1.5em; text-indent: -1.2em; }
      .passage { border-left: 2px solid; padding-left: .8em; }
      .keys { break-before: page; }
      </style>
      </head>
      <body>
      <h1>\(title)</h1>
      <p>\(escaped(leaf.count(language)))</p>
      \(questions.joined(separator: "\n"))
      <section class="keys">
      <h2>\(escaped(Wording(zh: "答案与解析", en: "Keys and reasons")(language)))</h2>
      \(keys.joined(separator: "\n"))
      </section>
      </body>
      </html>

      """
  }

  private static func question(
    _ entry: NotebookLeaf.Entry, number: Int, _ language: Language
  ) -> String {
    var lines = ["<div class=\"question\">"]
    if let passage = entry.passage { lines.append("<p class=\"passage\">\(escaped(passage))</p>") }
    lines.append("<p>\(number). [\(escaped(entry.kind(language)))] \(escaped(entry.stem))</p>")
    lines += entry.options.map { "<p class=\"option\">\(escaped($0))</p>" }
    return (lines + ["</div>"]).joined(separator: "\n")
  }

  private static func key(
    _ entry: NotebookLeaf.Entry, number: Int, _ language: Language
  ) -> String {
    var lines = ["<div class=\"key\">", "<p>\(number). <strong>\(escaped(entry.key))</strong></p>"]
    if !entry.reasons.isEmpty { lines.append("<p>\(escaped(entry.reasons))</p>") }
    if !entry.citations.isEmpty {
      lines.append(
        "<p>\(escaped(entry.citations.joined(separator: Wording(zh: "；", en: "; ")(language))))</p>"
      )
    }
    if let note = entry.note {
      lines.append("<p>\(escaped(Wording(zh: "笔记：", en: "Note: ")(language) + note))</p>")
    }
    return (lines + ["</div>"]).joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String { HTMLText.escaped(text) }
}
