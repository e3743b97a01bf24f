import Text

/// A coverage as a heat map: one page without scripts, links to elsewhere or anything to be loaded.
package enum CoverageHTML {
  /// The whole page.
  package static func text(of map: CoverageMap, in language: Language) -> String {
    let title = HTMLText.marked(map.title(language), in: language)
    let style = CoverageStyle.sheet
    var body = ["<header>", "<h1>\(title)</h1>"]
    body += map.origin.map {
      "<p class=\"soft\">\(HTMLText.marked($0(language), in: language))</p>"
    }
    body += ["</header>", "<main>"] + overview(map, language) + legend(map, language)
    for (place, statute) in map.statutes.enumerated() {
      body += section(statute, number: place + 1, hasPerson: map.person != nil, language)
    }
    body += ["</main>"] + notes(map, language)
    return """
      <!DOCTYPE html>
      <html lang="\(HTMLText.tag(language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(HTMLText.escaped(map.title(language)))</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      \(body.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  // MARK: All statutes

  /// A row a statute, with a link to its map.
  private static func overview(_ map: CoverageMap, _ language: Language) -> [String] {
    let headings = [
      Wording(zh: "法律", en: "Statute"), Wording(zh: "覆盖", en: "Asked"),
      Wording(zh: "题数", en: "Questions"),
    ]
    let rows = map.statutes.enumerated().map { place, statute in
      let asked = statute.asked(statute.all)
      let share = asked.percent ?? Report.Cell.none(language)
      let count = statute.total.answered
      let answered = Wording(zh: "答过 \(count)", en: "answered \(count)")(language)
      // A second line instead of a further column: it has to fit a phone.
      let figures = [
        ("\(asked.numerator)/\(asked.denominator)", share),
        ("\(statute.total.questions)", map.person == nil ? "" : answered),
      ].map { first, second in
        second.isEmpty ? first : "\(first)<br><span class=\"soft\">\(second)</span>"
      }
      return "<tr><td><a href=\"#s\(place + 1)\">\(marked(statute.name, language))</a>"
        + "<br><span class=\"soft\">\(statute.edition)</span></td>"
        + figures.map { "<td>\($0)</td>" }.joined() + "</tr>"
    }
    guard !rows.isEmpty else {
      return ["<p>\(marked(CoverageMap.nothing, language))</p>"]
    }
    let heads = headings.map { "<th scope=\"col\">\(marked($0, language))</th>" }.joined()
    return ["<table>", "<thead><tr>\(heads)</tr></thead>", "<tbody>"] + rows
      + ["</tbody>", "</table>"]
  }

  private static func legend(_ map: CoverageMap, _ language: Language) -> [String] {
    guard !map.statutes.isEmpty else { return [] }
    let levels = CoverageStyle.levels
    var items = levels.indices.map { level -> String in
      let first = levels[level]
      let last = level + 1 < levels.count ? levels[level + 1] - 1 : nil
      let range = last.map { $0 == first ? "\(first)" : "\(first)-\($0)" } ?? "\(first)+"
      let name =
        level == 0
        ? Wording(zh: "没有题", en: "no question")
        : Wording(zh: "\(range) 题", en: "questions: \(range)")
      return "<li><span class=\"cell l\(level)\" aria-hidden=\"true\">\(range)</span> "
        + "\(marked(name, language))</li>"
    }
    var words = Wording(
      zh: "每格上面是条号，下面是题数；颜色越深（深色背景下越亮），题越多。",
      en:
        "A cell has the article's number above and the number of questions below; the stronger its "
        + "colour, the more questions.")
    if map.person != nil {
      words = Wording(
        zh: "每格上面是条号，下面是“答过的题/全部题”；颜色表示题数，虚线框表示有题而从未问到。",
        en: "A cell has the article's number above and answered/all questions below; colour tells "
          + "how many questions there are, a dashed frame that none of them was answered.")
      let name = Wording(zh: "有题而从未问到", en: "never asked about")
      items.append(
        "<li><span class=\"cell l1 unmet\" aria-hidden=\"true\">0/1</span> "
          + "\(marked(name, language))</li>")
    }
    return ["<p>\(marked(words, language))</p>", "<ul class=\"legend\">"] + items
      + ["</ul>", "<p class=\"soft\">\(marked(map.shares, language))</p>"]
  }

  // MARK: One statute

  private static func section(
    _ statute: CoverageMap.Statute, number: Int, hasPerson: Bool, _ language: Language
  ) -> [String] {
    var lines = [
      "<section>",
      "<h2 id=\"s\(number)\">\(marked(statute.name, language)) "
        + "<span class=\"share\">\(marked(statute.editionName, language))</span></h2>",
      "<p>\(marked(statute.summary, language))</p>",
    ]
    if hasPerson { lines.append("<p>\(marked(statute.meeting, language))</p>") }
    if let preamble = statute.preamble {
      let name = Wording(zh: "序言", en: "Preamble")
      lines += cells(
        [CoverageMap.Article(number: name(language), name: name, count: preamble)],
        hasPerson: hasPerson, language)
    }
    lines += cells(Array(statute.articles[statute.leading]), hasPerson: hasPerson, language)
    for heading in statute.headings {
      let level = min(6, 3 + heading.depth)
      lines.append(
        "<h\(level)>\(marked(heading.name, language)) "
          + "<span class=\"share\">\(statute.share(heading, hasPerson: hasPerson))</span></h\(level)>"
      )
      lines += cells(Array(statute.articles[heading.own]), hasPerson: hasPerson, language)
    }
    return lines + ["</section>"]
  }

  private static func cells(
    _ articles: [CoverageMap.Article], hasPerson: Bool, _ language: Language
  ) -> [String] {
    guard !articles.isEmpty else { return [] }
    return ["<ol class=\"cells\" role=\"list\">"]
      + articles.map { article in
        let count = article.count
        let isUnmet = hasPerson && count.isUnmet
        let shown =
          hasPerson && count.questions > 0
          ? "\(count.answered)/\(count.questions)" : "\(count.questions)"
        // The title is what a screen reader reads of the cell, and what a pointer shows.
        let title = HTMLText.escaped(article.sentence(hasPerson: hasPerson)(language))
        // The name of the preamble is wider than a number.
        let item = article.number.count > 6 ? "<li class=\"wide\">" : "<li>"
        return item + "<span role=\"img\" class=\"cell l\(CoverageStyle.level(count.questions))"
          + (isUnmet ? " unmet" : "") + "\" title=\"\(title)\"><small>"
          + "\(HTMLText.escaped(article.number))</small>\(shown)</span></li>"
      } + ["</ol>"]
  }

  // MARK: What does not count

  private static func notes(_ map: CoverageMap, _ language: Language) -> [String] {
    var lines = map.notes.map { "<p>\(marked($0, language))</p>" }
    if !map.absent.isEmpty {
      lines.append("<ul class=\"absent\">")
      lines += map.absent.map {
        "<li>"
          + HTMLText.marked("\($0.bank) \($0.code): \($0.citation)", in: language) + "</li>"
      }
      lines.append("</ul>")
    }
    return lines.isEmpty ? [] : ["<footer>"] + lines + ["</footer>"]
  }

  private static func marked(_ wording: Wording, _ language: Language) -> String {
    HTMLText.marked(wording(language), in: language)
  }
}
