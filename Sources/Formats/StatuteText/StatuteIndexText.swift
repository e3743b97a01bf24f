import Documents
import Statutes

/// The index of statutes as a text file: a line a statute, heading or article, its fields parted by tabs.
package enum StatuteIndexText {
  private static let head = "mingfa statute index 1"

  /// Why a file is no index: the line that cannot be read.
  package struct Flaw: Error, Hashable {
    package let line: Int
  }

  /// The file's text.
  package static func text(of index: StatuteIndex) -> String {
    var lines = [head]
    for statute in index.statutes {
      lines.append(
        [
          "statute", statute.fullTitle, statute.date.iso, statute.effective?.iso ?? "-",
          String(statute.preamble),
        ].joined(separator: "\t"))
      var headings = statute.headings[...]
      for (place, article) in statute.articles.enumerated() {
        while let next = headings.first, next.article <= place {
          lines.append(line(of: next.heading))
          headings.removeFirst()
        }
        let items = article.shape.items.map(String.init).joined(separator: ",")
        lines.append(
          [article.number.arabic, items + (article.shape.isClear ? "" : "?"), article.digest]
            .joined(separator: "\t"))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(of heading: StatuteHeading) -> String {
    [heading.division.code, heading.number.map(String.init) ?? "-", heading.title]
      .joined(separator: "\t")
  }

  /// Reads an index.
  ///
  /// - Throws: `Flaw`.
  package static func index(in text: String) throws(Flaw) -> StatuteIndex {
    var reader = Reader()
    for (place, line) in text.split(separator: "\n").enumerated() {
      let isRead = place == 0 ? line == head : reader.take(line.split(separator: "\t"))
      guard isRead else { throw Flaw(line: place + 1) }
    }
    reader.close()
    return StatuteIndex(statutes: reader.statutes)
  }

  /// Reads an index from a file; nil where there is none.
  ///
  /// - Throws: `Flaw`; a file that is no text has it in its first line.
  package static func index(inFile path: String) throws(Flaw) -> StatuteIndex? {
    let source: TextSource
    do throws(TextFault) {
      source = try TextSource(path: path)
    } catch {
      if error == .missing { return nil }
      throw Flaw(line: 1)
    }
    return try index(in: source.withBytes { String(decoding: $0, as: UTF8.self) })
  }

  private struct Reader {
    var statutes: [IndexedStatute] = []
    private var fullTitle = ""
    private var date: CalendarDate?
    private var effective: CalendarDate?
    private var preamble = 0
    private var headings: [(heading: StatuteHeading, article: Int)] = []
    private var articles: [IndexedStatute.Article] = []

    mutating func take(_ fields: [Substring]) -> Bool {
      guard let first = fields.first else { return false }
      if first == "statute" { return begin(fields) }
      guard date != nil else { return false }
      if let division = StatuteDivision.allCases.first(where: { $0.code == first }) {
        guard fields.count >= 2 else { return false }
        headings.append(
          (
            StatuteHeading(
              division: division, number: Int(fields[1]),
              title: fields.count > 2 ? String(fields[2]) : ""), articles.count
          ))
        return true
      }
      return article(fields)
    }

    private mutating func begin(_ fields: [Substring]) -> Bool {
      close()
      guard fields.count == 5, let date = CalendarDate(iso: fields[2]), let count = Int(fields[4])
      else { return false }
      (fullTitle, self.date, preamble) = (String(fields[1]), date, count)
      effective = CalendarDate(iso: fields[3])
      (headings, articles) = ([], [])
      return true
    }

    private mutating func article(_ fields: [Substring]) -> Bool {
      guard fields.count == 3 else { return false }
      let numbers = fields[0].split(separator: "-").map { Int($0) }
      guard (1...2).contains(numbers.count), let number = numbers[0],
        let insertion = numbers.count == 2 ? numbers[1] : 0
      else { return false }
      let isClear = fields[1].last != "?"
      let items = (isClear ? fields[1] : fields[1].dropLast()).split(separator: ",").map { Int($0) }
      guard items.allSatisfy({ $0 != nil }), fields[2].utf8.count == 32 else { return false }
      articles.append(
        .init(
          number: ArticleNumber(number, insertion: insertion),
          shape: ArticleShape(items: items.compactMap(\.self), isClear: isClear),
          digest: String(fields[2])))
      return true
    }

    mutating func close() {
      guard let date else { return }
      statutes.append(
        IndexedStatute(
          fullTitle: fullTitle, date: date, effective: effective, preamble: preamble,
          headings: headings, articles: articles))
      self.date = nil
    }
  }
}
