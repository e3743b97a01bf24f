import Text

/// A sheet as lines for a screen.
package enum PrintedSheetText {
  /// - Parameters:
  ///   - width: in columns.
  ///   - plain: for screen readers: tables as sentences, no rules.
  package static func lines(
    of sheet: PrintedSheet, in language: Language, width: Int, plain: Bool
  ) -> [String] {
    func wrapped(_ text: String, _ indent: Int = 0) -> [String] {
      let lead = String(repeating: " ", count: indent)
      return LineBreaking.wrap(
        SafeText.clean(text, keepingNewlines: true), width: width, firstIndent: lead, indent: lead)
    }
    func facts(_ facts: [PrintedSheet.Fact], _ indent: Int) -> [String] {
      facts.flatMap { fact in
        wrapped(
          Wording(
            zh: "\(fact.label.zh)：\(fact.value.zh)", en: "\(fact.label.en): \(fact.value.en)")(
              language), indent)
      }
    }
    let rule = plain ? [] : [String(repeating: "-", count: width)]
    var lines = wrapped(sheet.title(language))
    for block in sheet.blocks {
      switch block {
      case .heading(let words): lines += rule + wrapped(words(language))
      case .facts(let list): lines += facts(list, 1)
      case .sentence(let words): lines += wrapped(words(language), 1)
      case .table(let headings, let rows):
        let table = AlignedColumns(
          headings: headings.map { .init($0(language)) },
          rows: rows.map { $0.map { SafeText.clean($0(language)) } })
        lines += plain ? table.sentences(in: language) : table.lines(width: width)
      case .items(let items):
        for item in items {
          if let passage = item.passage { lines += wrapped(passage) }
          lines += wrapped(item.stem)
          lines += item.options.flatMap { wrapped($0, 3) }
          lines += facts(item.facts, 3)
        }
      case .signatures(let names):
        lines += rule + names.flatMap { wrapped($0(language) + " ____________________") }
      }
    }
    return lines
  }
}
