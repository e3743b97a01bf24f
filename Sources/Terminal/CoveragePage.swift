import Reports
import Text

/// A coverage of statutes on the screen: a sign an article.
package enum CoveragePage {
  /// Articles in a group, with a space behind it, so that a place in a row can be counted.
  private static let group = 10
  /// Citations without a place that are listed; the JSON has all of them.
  private static let listed = 10

  /// The lines of a coverage: each statute by its headings, then what the signs mean and what does not
  /// count.
  package static func lines(_ map: CoverageMap, style: PageStyle) -> [String] {
    var lines = style.wrapped(map.title(style.language))
    for origin in map.origin { lines += style.sentence(origin) }
    if map.statutes.isEmpty { lines += style.sentence(CoverageMap.nothing) }
    for statute in map.statutes {
      lines += style.rule + Self.lines(statute, hasPerson: map.person != nil, style: style)
    }
    lines += style.rule
    if !map.statutes.isEmpty {
      if !style.plain { lines += legend(hasPerson: map.person != nil, style: style) }
      lines += style.sentence(map.shares)
    }
    return lines + notes(map, style: style)
  }

  private static func lines(
    _ statute: CoverageMap.Statute, hasPerson: Bool, style: PageStyle
  ) -> [String] {
    let language = style.language
    var lines = style.wrapped(
      statute.name(language) + "  " + statute.editionName(language), indent: 2)
    lines += style.sentence(statute.summary)
    if hasPerson {
      lines += style.sentence(statute.meeting)
      let unmet = statute.unmet.joined(separator: " ")
      if !unmet.isEmpty { lines += style.wrapped(unmet, first: "   ", indent: 3) }
    }
    if let preamble = statute.preamble {
      let name = Wording(zh: "序言", en: "Preamble")
      lines += style.sentence(
        CoverageMap.Article(number: "", name: name, count: preamble).sentence(hasPerson: hasPerson)
      )
    }
    func articles(_ places: Range<Int>) -> [String] {
      style.plain
        ? sentences(statute, places, hasPerson: hasPerson, style: style)
        : rows(statute, places, hasPerson: hasPerson, style: style)
    }
    lines += articles(statute.leading)
    for heading in statute.headings {
      let depth = 1 + 2 * heading.depth
      lines += style.wrapped(
        heading.name(language) + "  " + statute.share(heading, hasPerson: hasPerson),
        first: String(repeating: " ", count: depth), indent: depth + 2)
      lines += articles(heading.own)
    }
    return lines
  }

  // MARK: Signs

  /// The sign of an article. Digits stop at 9; a person's own sign for "there are questions, none
  /// answered" differs from that for "there is no question".
  static func sign(_ count: CoverageMap.Count, hasPerson: Bool) -> Character {
    guard count.questions > 0 else { return "." }
    if hasPerson, count.answered == 0 { return "-" }
    let shown = hasPerson ? count.answered : count.questions
    return shown > 9 ? "+" : Character(String(shown))
  }

  /// Rows of signs, each behind the number of its first article.
  private static func rows(
    _ statute: CoverageMap.Statute, _ places: Range<Int>, hasPerson: Bool, style: PageStyle
  ) -> [String] {
    // As far to the right as the deepest heading, so that all rows stand under one another.
    let label =
      2 * (statute.headings.map(\.depth).max() ?? 0) + 3
      + (statute.articles.map(\.number.count).max() ?? 0)
    let lead = label + 2
    // The last group of a row has no space behind it.
    let groups = max(1, (style.width - lead + 1) / (group + 1))
    return stride(from: places.lowerBound, to: places.upperBound, by: groups * group).map { start in
      let row = start..<min(start + groups * group, places.upperBound)
      let number = AlignedColumns.padded(
        statute.articles[start].number, to: label, alignment: .right)
      return row.reduce(into: number + " ") { line, place in
        if (place - start) % group == 0 { line += " " }
        line.append(sign(statute.articles[place].count, hasPerson: hasPerson))
      }
    }
  }

  private static func legend(hasPerson: Bool, style: PageStyle) -> [String] {
    let language = style.language
    let none = Wording(zh: ". 没有题", en: ". no question")
    let unmet = Wording(zh: "- 有题而从未问到", en: "- never asked about")
    let counts =
      hasPerson
      ? [
        Wording(zh: "1-9 答过的题数", en: "1-9 questions answered"),
        Wording(zh: "+ 答过 10 题以上", en: "+ 10 or more answered"),
      ] : [Wording(zh: "1-9 题数", en: "1-9 questions"), Wording(zh: "+ 10 题以上", en: "+ 10 or more")]
    return style.sentence(
      Wording(zh: "每条一格，行首是这一行的第一条", en: "A sign an article; a row begins with its number"))
      + style.row(([none] + (hasPerson ? [unmet] : []) + counts).map { $0(language) })
  }

  // MARK: For a screen reader

  /// Runs of articles with the same counts, each in a few words: rows of signs cannot be read out.
  private static func sentences(
    _ statute: CoverageMap.Statute, _ places: Range<Int>, hasPerson: Bool, style: PageStyle
  ) -> [String] {
    var runs: [Range<Int>] = []
    for place in places {
      if let run = runs.last,
        statute.articles[run.lowerBound].count == statute.articles[place].count
      {
        runs[runs.count - 1] = run.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    let words = runs.map { run -> String in
      let first = statute.articles[run.lowerBound]
      let last = statute.articles[run.upperBound - 1]
      var article = first
      if run.count > 1 {
        article.name = Wording(
          zh: "\(first.name.zh)至\(last.name.zh)", en: "\(first.name.en) to \(last.name.en)")
      }
      guard article.count.questions > 0 else {
        return Wording(zh: "\(article.name.zh)：没有题", en: "\(article.name.en): no question")(
          style.language)
      }
      return article.sentence(hasPerson: hasPerson)(style.language)
    }
    guard !words.isEmpty else { return [] }
    let joint = Wording(zh: "；", en: "; ")(style.language)
    let end = Wording(zh: "。", en: ".")(style.language)
    return style.wrapped(words.joined(separator: joint) + end, first: " ", indent: 1)
  }

  // MARK: What does not count

  private static func notes(_ map: CoverageMap, style: PageStyle) -> [String] {
    var lines = map.notes.flatMap { style.sentence($0) }
    for absent in map.absent.prefix(listed) {
      let place = "\(absent.bank) \(absent.code)"
      lines += style.wrapped("\(place)  \(absent.citation)", first: "   ", indent: 5)
    }
    let more = map.absent.count - listed
    if more > 0 {
      lines += style.sentence(
        Wording(zh: "另有 \(more) 处，见 --format json", en: "\(more) more: see --format json"),
        indent: 3)
    }
    return lines
  }
}
