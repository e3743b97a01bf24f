import Statutes

/// What stands above the first heading or article of a statute: its name, and the decisions that made
/// it.
struct StatuteHead {
  /// How the edition came about.
  enum Making {
    /// The closing article of the text says since when it is in force.
    case adopted, revised
    /// Articles were amended; the closing article is often that of the first edition.
    case amended
  }

  private(set) var title: String?
  /// A book of the statute that the file is, or nil where it is all of it.
  private(set) var book: String?
  /// The date of the last decision.
  private(set) var date: CalendarDate?
  /// 2021年1月1日 施行 in the head.
  private(set) var effective: CalendarDate?
  private(set) var making = Making.adopted

  init(_ lines: [StatuteLine]) {
    readTitle(lines)
    readDates(lines.map { String($0.text) }.joined(separator: "\n"))
  }

  private static let endings = [
    "法", "条例", "法典", "规定", "办法", "细则", "规则", "章程", "决定", "解释", "规范", "修正案",
  ]

  private static func isTitle(_ text: String) -> Bool {
    text.count <= 60 && endings.contains { text.hasSuffix($0) }
      && !text.contains { "。，：".contains($0) }
  }

  private mutating func readTitle(_ lines: [StatuteLine]) {
    let marked = lines.filter { $0.mark > 0 && !$0.text.isEmpty }
    if let first = marked.first {
      title = HeadingLine.title(first.text)
      book = marked.dropFirst().first { $0.mark == 1 }.map { HeadingLine.title($0.text) }
      return
    }
    // A name may be broken into two lines; before it may stand what a web page has above a text.
    let plain = lines.map { HeadingLine.title($0.text) }
    for (place, text) in plain.enumerated() where WrittenDate.all(in: text).isEmpty {
      if Self.isTitle(text) {
        title = text
        return
      }
      guard text.hasPrefix("中华人民共和国"),
        let next = plain[(place + 1)...].first(where: { !$0.isEmpty }), Self.isTitle(text + next)
      else { continue }
      title = text + next
      return
    }
    title = plain.first { !$0.isEmpty && $0.count <= 60 && WrittenDate.all(in: $0).isEmpty }
  }

  private mutating func readDates(_ text: String) {
    let dates = WrittenDate.all(in: text)
    let signs = Array(text)
    for (place, found) in dates.enumerated() {
      let end = place + 1 < dates.count ? dates[place + 1].range.lowerBound : signs.count
      let entry = String(signs[found.range.upperBound..<end].filter { !$0.isWhitespace })
      if entry.hasPrefix("施行") || entry.hasPrefix("起施行") || entry.hasPrefix("起实施") {
        effective = found.date
        continue
      }
      if date.map({ $0 < found.date }) ?? true { (date, effective) = (found.date, nil) }
      if entry.contains("修正") || entry.contains("关于修改") {
        making = .amended
      } else if entry.contains("修订") {
        making = .revised
      }
    }
    if let date, let effective, effective < date { self.effective = nil }
  }

  /// The date in a file's name: `监察法(2024-12-25).md`, `…_20241225.docx`.
  static func date(inName path: String) -> CalendarDate? {
    let name = path.split(separator: "/").last ?? ""
    var runs: [[Substring]] = [[]]
    for piece in name.split(omittingEmptySubsequences: false, whereSeparator: { !$0.isNumber }) {
      if piece.isEmpty { runs.append([]) } else { runs[runs.count - 1].append(piece) }
    }
    for run in runs.reversed() {
      if run.count == 1, run[0].count == 8, let number = Int(run[0]) {
        return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      }
      if run.count == 3, let date = CalendarDate(iso: run.joined(separator: "-")) { return date }
    }
    return nil
  }

  /// Since when a closing article says the statute is in force.
  static func effective(closing lines: [String], edition: CalendarDate) -> CalendarDate? {
    for line in lines {
      guard let range = line.firstRange(of: "起施行") else { continue }
      let before = line[..<range.lowerBound]
      if before.hasSuffix("公布之日") || before.hasSuffix("发布之日") { return edition }
      if let last = WrittenDate.all(in: before).last, last.range.upperBound == before.count {
        return last.date >= edition ? last.date : nil
      }
    }
    return nil
  }
}
