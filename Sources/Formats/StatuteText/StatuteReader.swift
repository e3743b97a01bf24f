import Statutes

/// Reads the lines of one file of a statute.
struct StatuteReader {
  let file: String
  var problems: [ReadProblem] = []
  var head: [StatuteLine] = []
  var hasBody = false
  var headings: [StatuteHeading] = []
  var headingPositions: [SourcePosition] = []
  /// Headings since the last article: a table of contents has them once more.
  var pending: [(heading: StatuteHeading?, line: StatuteLine)] = []
  var preamble: [String] = []
  /// Between the heading of the preamble and the next.
  var isInPreamble = false
  /// A heading whose title stands in the next line.
  var isTitleOpen = false
  var articles: [StatutePart.Article] = []
  /// The lines of the last article, for places.
  var articleLines: [StatuteLine] = []
  /// Lines that a footer or an annex begins; they come back where the statute goes on behind them.
  var suspended: [StatuteLine] = []
  var isFooter = false
  /// Whether a quotation is open in the last article.
  var isQuoting = false

  init(file: String) { self.file = file }

  mutating func read(_ lines: [StatuteLine]) {
    warnOfNumbers(lines)
    for line in lines where !line.text.isEmpty || line.mark > 0 { take(line) }
    closeFooter()
  }

  private mutating func take(_ line: StatuteLine) {
    if line.text.hasPrefix("<!--") || line.text.isEmpty { return }
    if !suspended.isEmpty {
      guard resumes(line) else { return suspended.append(line) }
      let back = suspended
      suspended = []
      for line in back { append(line) }
    }
    if takeHeading(line) { return }
    if let article = ArticleHead(line.text), begins(article, at: line) {
      return begin(article, at: line)
    }
    if isTitleOpen, articles.isEmpty || !pending.isEmpty, line.text.count <= 40 {
      return completeTitle(line)
    }
    if articles.isEmpty || isInPreamble {
      if isInPreamble, pending.last?.heading == nil {
        preamble.append(String(line.text))
      } else if !hasBody {
        head.append(line)
      }
      return
    }
    // What stands between a heading and its first article is no part of the article before.
    guard pending.isEmpty else { return }
    let isLabel = PageFooter.begins(line.text)
    if isLabel || line.mark > 0 || PageFooter.beginsAnnex(line.text) {
      isFooter = isLabel
      return suspended.append(line)
    }
    append(line)
  }

  /// Whether a line behind a footer is the statute again.
  private func resumes(_ line: StatuteLine) -> Bool {
    guard let head = ArticleHead(line.text), head.isParted, let last = articles.last else {
      return false
    }
    return Self.follows(head.number, last.number)
  }

  static func follows(_ number: ArticleNumber, _ last: ArticleNumber) -> Bool {
    number == ArticleNumber(last.number + 1)
      || number == ArticleNumber(last.number, insertion: last.insertion + 1)
  }

  /// Whether what looks like the head of an article is one.
  private mutating func begins(_ head: ArticleHead, at line: StatuteLine) -> Bool {
    guard let last = articles.last else {
      return head.isParted || head.number == ArticleNumber(1)
    }
    let isNext = Self.follows(head.number, last.number)
    if isQuoting, !isNext {
      warn(.quotedArticle(head.number, within: last.number), line)
      return false
    }
    if head.isParted { return true }
    // 第三条规定的… begins a paragraph.
    let reference: Set<Character> = ["规", "的", "第", "、", "和", "至", "所", "，", "或", "与", "及", "中"]
    return isNext && head.rest.first.map { !reference.contains($0) } ?? true
  }

  private mutating func begin(_ head: ArticleHead, at line: StatuteLine) {
    settleHeadings()
    isInPreamble = false
    isTitleOpen = false
    hasBody = true
    if let sign = head.wrongSign { warn(.wrongSign(found: String(sign), head.number), line) }
    if head.hasSpace { warn(.spaceInNumber(head.number), line) }
    if !head.isParted { warn(.numberNotParted(head.number), line) }
    articles.append(
      StatutePart.Article(
        number: head.number, heading: headings.isEmpty ? nil : headings.count - 1,
        lines: head.rest.isEmpty ? [] : [String(head.rest)],
        position: SourcePosition(line: line.number, column: line.column)))
    articleLines = head.rest.isEmpty ? [] : [line]
    isQuoting = Self.quotes(head.rest, open: false)
  }

  mutating func append(_ line: StatuteLine) {
    articles[articles.count - 1].lines.append(String(line.text))
    articleLines.append(line)
    isQuoting = Self.quotes(line.text, open: isQuoting)
  }

  /// Whether a quotation is open at the end of a line. Each paragraph of a long quotation begins with a
  /// sign, and only the last ends with one: so the last sign tells.
  private static func quotes(_ text: Substring, open: Bool) -> Bool {
    // In bytes: “ is E2 80 9C, ” is E2 80 9D.
    var (before, last) = (UInt8(0), UInt8(0))
    for byte in text.utf8.reversed() {
      if byte == 0xE2, before == 0x80, last == 0x9C || last == 0x9D { return last == 0x9C }
      (last, before) = (before, byte)
    }
    return open
  }

  mutating func warn(_ flaw: StatuteFlaw, _ line: StatuteLine) {
    report(flaw, SourcePosition(line: line.number, column: line.column), quote: line.text)
  }

  mutating func report(_ flaw: StatuteFlaw, _ position: SourcePosition?, quote: Substring? = nil) {
    problems.append(
      ReadProblem(
        file: file, position: position, fact: .statute(flaw),
        quote: quote.map { $0.count > 60 ? String($0.prefix(60)) + "…" : String($0) }))
  }
}
