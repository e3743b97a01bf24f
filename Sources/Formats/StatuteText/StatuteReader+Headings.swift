import Statutes

extension StatuteReader {
  /// Takes a heading; false where the line is none.
  mutating func takeHeading(_ line: StatuteLine) -> Bool {
    guard !isQuoting || line.mark > 0 else { return false }
    if let heading = HeadingLine(line.text, isMarked: line.mark > 0)?.heading {
      hasBody = true
      isInPreamble = false
      isTitleOpen = heading.title.isEmpty
      pending.append((heading, line))
      return true
    }
    guard line.text.utf8.count <= 24 else { return false }
    let title = HeadingLine.title(line.text)
    if title == "目录" { return true }
    if title == "序言", articles.isEmpty {
      hasBody = true
      isInPreamble = true
      pending.append((nil, line))
      return true
    }
    if title == "附则", !articles.isEmpty || !pending.isEmpty || line.mark > 1 {
      hasBody = true
      isInPreamble = false
      pending.append((StatuteHeading(division: outermost, number: nil, title: title), line))
      return true
    }
    return false
  }

  /// The division of an 附则 without a number: beside the outermost divisions before it.
  private var outermost: StatuteDivision {
    (headings + pending.compactMap(\.heading)).map(\.division).min() ?? .chapter
  }

  /// The title of a heading, in a line of its own.
  mutating func completeTitle(_ line: StatuteLine) {
    isTitleOpen = false
    guard let last = pending.indices.last, let heading = pending[last].heading else { return }
    pending[last].heading = StatuteHeading(
      division: heading.division, number: heading.number, title: HeadingLine.title(line.text))
  }

  /// An article begins: the headings before it hold, those of a table of contents do not.
  mutating func settleHeadings() {
    defer { pending = [] }
    guard let first = pending.first else { return }
    var start = 0
    // The table ends where the first of its headings stands again.
    for place in pending.indices.dropFirst() {
      let other = pending[place].heading
      if other?.division == first.heading?.division, other?.number == first.heading?.number,
        other != nil || first.heading == nil
      {
        start = place
      }
    }
    for (heading, line) in pending[start...] {
      guard let heading else { continue }
      check(heading, at: line)
      headings.append(heading)
    }
  }

  /// Numbers go up by one, and begin anew with the division above; in books they may go on.
  private mutating func check(_ heading: StatuteHeading, at line: StatuteLine) {
    guard let number = heading.number, number > 1 else { return }
    var expected: Int?
    for earlier in headings.reversed() {
      if earlier.division == heading.division, let before = earlier.number {
        expected = before + 1
        break
      }
    }
    // The first of a file that is one book of several may have any number.
    guard let expected, expected != number else { return }
    warn(.headingBehind(title: heading.title, number: number, expected: expected), line)
  }

  /// Numbers that Word makes up itself are not in the file, so those of items may be lost unseen.
  mutating func warnOfNumbers(_ lines: [StatuteLine]) {
    let lost = lines.filter { line in
      guard line.isNumbered, let first = line.text.first else { return false }
      return !first.isNumber && !"第笫苐（(".contains(first)
    }
    if let first = lost.first { warn(.automaticNumbers(count: lost.count), first) }
  }

  /// What stands below the text falls away, and is told where it came from a web page.
  mutating func closeFooter() {
    if let first = suspended.first, isFooter {
      warn(.footer(words: String(first.text.prefix(20))), first)
    }
    guard let last = articles.indices.last else { return }
    while let line = articleLines.last, articles[last].lines.count > 1, isStray(line.text) {
      warn(.footer(words: String(line.text.prefix(20))), line)
      articles[last].lines.removeLast()
      articleLines.removeLast()
    }
    guard let line = articles[last].lines.last, let place = articleLines.last,
      let cut = PageFooter.glued(to: line[...])
    else { return }
    let kept = line[..<cut].trimmingSuffix()
    report(
      .footer(words: String(line[cut...].prefix(20))),
      SourcePosition(
        line: place.number,
        column: place.column + place.text.count - line.distance(from: cut, to: line.endIndex)),
      quote: line[cut...])
    articles[last].lines[articles[last].lines.count - 1] = kept
  }

  /// A last line that ends like no line of a statute.
  private func isStray(_ text: Substring) -> Bool {
    text.last.map { !"。；：，、”）)』」!！:;,".contains($0) } ?? false
  }
}

extension Substring {
  /// Without spaces at the end.
  fileprivate func trimmingSuffix() -> String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
