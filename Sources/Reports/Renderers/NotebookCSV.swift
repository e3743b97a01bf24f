import Text

/// The notebook as CSV that a spreadsheet opens, a question a row.
package enum NotebookCSV {
  package static func text(of leaf: NotebookLeaf, in language: Language) -> String {
    let headings = [
      Wording(zh: "序号", en: "No."), Wording(zh: "题库", en: "Bank"), Wording(zh: "编号", en: "Code"),
      Wording(zh: "章节", en: "Chapter"), Wording(zh: "题型", en: "Type"),
      Wording(zh: "材料", en: "Passage"), Wording(zh: "题干", en: "Question"),
      Wording(zh: "选项", en: "Options"), Wording(zh: "答案", en: "Key"),
      Wording(zh: "解析", en: "Reasons"), Wording(zh: "依据", en: "Basis"),
      Wording(zh: "错过次数", en: "Missed"), Wording(zh: "笔记", en: "Note"),
    ]
    var rows = [headings.map { CSVRenderer.field($0(language)) }]
    for (index, entry) in leaf.entries.enumerated() {
      let texts = [
        entry.bank, entry.code, entry.chapter, entry.kind(language), entry.passage ?? "",
        entry.stem, entry.options.joined(separator: "\n"), entry.key, entry.reasons,
        entry.citations.joined(separator: "\n"),
      ]
      rows.append(
        [String(index + 1)] + texts.map { CSVRenderer.field($0) } + [String(entry.missed)]
          + [CSVRenderer.field(entry.note ?? "")])
    }
    return "\u{FEFF}" + rows.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }
}
