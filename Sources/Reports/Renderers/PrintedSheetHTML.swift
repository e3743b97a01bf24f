import Text

/// A sheet as a page to be printed on A4; everything it needs is in it.
package enum PrintedSheetHTML {
  package static func text(of sheet: PrintedSheet, in language: Language) -> String {
    let title = marked(sheet.title, language)
    return """
      <!DOCTYPE html>
      <html lang="\(HTMLText.tag(language))">
      <head>
      <meta charset="utf-8">
      <title>\(HTMLText.escaped(sheet.title(language)))</title>
      <style>
      @page { size: A4; margin: 20mm 18mm; }
      body { font: 12pt/1.6 "Noto Serif CJK SC", "SimSun", serif; }
      h1 { font-size: 1.3em; text-align: center; }
      h2 { font-size: 1.1em; margin: 1em 0 .3em; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border: 1px solid; padding: .15em .5em; text-align: left; vertical-align: top; }
      .facts th { width: 9em; font-weight: normal; }
      .item { break-inside: avoid; margin: 0 0 1em; }
      .item p { margin: 0 0 .2em; }
      .option, .outcome { padding-left: 1.5em; }
      .passage { border-left: 2px solid; padding-left: .8em; }
      .signature { display: inline-block; min-width: 45%; margin: 2.5em 0 0; border-bottom: 1px solid; }
      </style>
      </head>
      <body>
      <h1>\(title)</h1>
      \(sheet.blocks.map { block($0, language) }.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private static func block(_ block: PrintedSheet.Block, _ language: Language) -> String {
    switch block {
    case .heading(let words): return "<h2>\(marked(words, language))</h2>"
    case .sentence(let words): return "<p>\(marked(words, language))</p>"
    case .facts(let facts):
      let rows = facts.map {
        "<tr><th scope=\"row\">\(marked($0.label, language))</th><td>\(marked($0.value, language))</td></tr>"
      }
      return "<table class=\"facts\">\n\(rows.joined(separator: "\n"))\n</table>"
    case .table(let headings, let rows):
      let head = headings.map { "<th scope=\"col\">\(marked($0, language))</th>" }.joined()
      let body = rows.map { row in
        "<tr>" + row.map { "<td>\(marked($0, language))</td>" }.joined() + "</tr>"
      }
      return "<table>\n<tr>\(head)</tr>\n\(body.joined(separator: "\n"))\n</table>"
    case .items(let items): return items.map { item($0, language) }.joined(separator: "\n")
    case .signatures(let names):
      return names.map { "<p class=\"signature\">\(marked($0, language))</p>" }
        .joined(separator: "\n")
    }
  }

  private static func item(_ item: PrintedSheet.Item, _ language: Language) -> String {
    func paragraph(_ text: String, _ name: String = "") -> String {
      let mark = name.isEmpty ? "" : " class=\"\(name)\""
      return "<p\(mark)>\(HTMLText.marked(text, in: language))</p>"
    }
    var lines = ["<div class=\"item\">"]
    if let passage = item.passage { lines.append(paragraph(passage, "passage")) }
    lines.append(paragraph(item.stem))
    lines += item.options.map { paragraph($0, "option") }
    lines += item.facts.map { fact in
      paragraph(
        Wording(
          zh: "\(fact.label.zh)：\(fact.value.zh)", en: "\(fact.label.en): \(fact.value.en)")(
            language), "outcome")
    }
    return (lines + ["</div>"]).joined(separator: "\n")
  }

  private static func marked(_ words: Wording, _ language: Language) -> String {
    HTMLText.marked(words(language), in: language)
  }
}
