import Text
import Workflows

/// The answer sheet: which questions are answered, empty or marked.
enum SheetPage {
  /// - Parameter isExam: whether questions can be marked, and all of them are listed.
  static func lines(_ sheet: [SheetLine], style: PageStyle, isExam: Bool) -> [String] {
    let language = style.language
    var lines = style.sentence(
      isExam
        ? Wording(
          zh: "答题卡  #=已答  .=未答  *=标记  >=当前", en: "Sheet  #=answered  .=empty  *=marked  >=here")
        : Wording(
          zh: "出现过的题  #=已答  .=未答  >=当前", en: "Questions so far  #=answered  .=empty  >=here"))
    if style.plain {
      func list(_ keep: (SheetLine) -> Bool) -> String {
        let numbers = sheet.filter(keep).map { String($0.number) }
        return numbers.isEmpty
          ? Wording(zh: "无", en: "none")(language)
          : numbers.joined(separator: Wording(zh: "、", en: ", ")(language))
      }
      let empty = list { !$0.isAnswered }
      let marked = list(\.isMarked)
      return style.sentence(Wording(zh: "未答：\(empty)", en: "Empty: \(empty)"))
        + style.sentence(Wording(zh: "标记：\(marked)", en: "Marked: \(marked)"))
    }
    // Ten to a row where they fit, each cell five columns wide.
    let perRow = style.width >= 60 ? 10 : 5
    var index = 0
    while index < sheet.count {
      let row = sheet[index..<min(index + perRow, sheet.count)]
      let first = AlignedColumns.padded(String(row.first?.number ?? 0), to: 5, alignment: .right)
      let cells = row.map { line in
        let state = line.isAnswered ? "#" : "."
        let mark = (line.isCurrent ? ">" : "") + (line.isMarked ? "*" : "") + state
        return AlignedColumns.padded(mark, to: 4, alignment: .right)
      }
      lines.append(first + " " + cells.joined())
      index += perRow
    }
    let answered = sheet.count { $0.isAnswered }
    let marked = sheet.count { $0.isMarked }
    lines += style.sentence(
      Wording(
        zh: "已答 \(answered)，未答 \(sheet.count - answered)，标记 \(marked)",
        en: "\(answered) answered, \(sheet.count - answered) empty, \(marked) marked"))
    return lines
  }
}
