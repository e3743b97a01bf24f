import Statutes
import Text
import Workflows

/// What is shown of statutes.
package enum LawPage {
  /// What a load came to.
  package static func loaded(
    _ loaded: LoadStatutes.Loaded, isTrial: Bool, style: PageStyle
  ) -> [String] {
    let summary = loaded.summary
    let outcome =
      switch summary.outcome {
      case .added:
        Wording(zh: "载入 \(summary.articles) 条", en: "\(summary.articles) articles loaded")
      case .unchanged: Wording(zh: "已有，文字相同", en: "was there, with the same text")
      case .dated: Wording(zh: "已有，补上施行日期", en: "was there; since when it is in force is new")
      }
    let trial = Wording(zh: "（试载，未写入）", en: " (dry run, nothing written)")
    return style.wrapped(
      summary.title.quoted + " " + edition(summary.date, summary.effective, style)
        + Wording(zh: "：", en: ": ")(style.language) + outcome(style.language)
        + (isTrial ? trial(style.language) : ""), indent: 2)
      + differing(loaded.comparison, style: style)
  }

  /// How many questions newer editions put in doubt; nothing where none.
  package static func touched(_ count: Int, style: PageStyle) -> [String] {
    guard count > 0 else { return [] }
    return style.sentence(
      Wording(
        zh: "\(count) 道题的依据有变，已标为存疑；请用 mingfa bank review 复核",
        en: "\(count) questions cite what changed and are flagged; go through them with "
          + "mingfa bank review"), indent: 2)
  }

  /// What differs from the edition that the index knows.
  private static func differing(
    _ comparison: IndexStatutes.Comparison, style: PageStyle
  ) -> [String] {
    guard case .differs(let articles) = comparison else { return [] }
    let some = articles.prefix(10).map(\.arabic).joined(separator: " ")
    let count = articles.count
    return style.sentence(
      Wording(
        zh: "与已知的这一版有 \(count) 条不同：\(some)；请与正式文本核对",
        en: "\(count) articles differ from the known text of this edition: \(some); compare them "
          + "with the official text"), indent: 2)
  }

  /// The loaded editions. How they compare with the index is shown where there is one.
  package static func list(
    _ editions: [IndexStatutes.Held], hasIndex: Bool, style: PageStyle
  ) -> [String] {
    let unknown = Wording(zh: "不明", en: "unknown")(style.language)
    let column = Wording(zh: "与索引", en: "Index")(style.language)
    return style.table(
      AlignedColumns(
        headings: [
          .init(Wording(zh: "法律", en: "Statute")(style.language)),
          .init(Wording(zh: "版本", en: "Edition")(style.language)),
          .init(Wording(zh: "施行", en: "In force")(style.language)),
          .init(Wording(zh: "条数", en: "Articles")(style.language), .right),
        ] + (hasIndex ? [.init(column)] : []),
        rows: editions.map { edition in
          let statute = edition.statute
          return [
            SafeText.clean(statute.title.short), statute.date.iso,
            statute.effective?.iso ?? unknown, String(statute.articles),
          ] + (hasIndex ? [comparison(edition.comparison)(style.language)] : [])
        }))
  }

  private static func comparison(_ comparison: IndexStatutes.Comparison) -> Wording {
    switch comparison {
    case .same: Wording(zh: "完整一致", en: "complete")
    case .differs(let articles):
      Wording(zh: "\(articles.count) 条不同", en: "\(articles.count) differ")
    case .otherEdition: Wording(zh: "另一版本", en: "other edition")
    case .unknown: Wording(zh: "未收录", en: "not listed")
    }
  }

  /// An article with its neighbours, a preamble, or the tree of the whole statute.
  package static func lines(
    _ place: ReadStatutes.Place, _ range: Range<Int>, style: PageStyle
  ) -> [String] {
    let statute = place.statute
    var lines = style.wrapped(
      statute.title.quoted + " " + edition(statute.date, statute.effective, style), indent: 2)
    if place.isPreamble {
      lines += style.wrapped(Wording(zh: "序言", en: "Preamble")(style.language), indent: 2)
      return lines + place.text.preamble.flatMap { style.wrapped($0, first: "  ", indent: 2) }
    }
    guard place.article != nil else { return lines + tree(place.text, style: style) }
    var path: [StatuteHeading] = []
    for article in place.text.articles[range] {
      let headings = place.text.path(of: article)
      if headings != path {
        path = headings
        lines += style.wrapped(headings.map(\.chinese).joined(separator: " > "), indent: 2)
      }
      lines += style.wrapped(article.number.chinese)
      for line in article.lines { lines += style.wrapped(line, first: "  ", indent: 2) }
    }
    return lines
  }

  /// The headings with their first and last articles.
  private static func tree(_ text: StatuteText, style: PageStyle) -> [String] {
    let ranges = StatuteTree.ranges(of: text)
    var lines = ranges.enumerated().flatMap { place, range in
      let heading = text.headings[place]
      let depth = 2 * StatuteTree.path(to: place, in: text.headings).count
      let numbers = range.map { "  \($0.lowerBound.arabic)-\($0.upperBound.arabic)" } ?? ""
      return style.wrapped(
        heading.chinese + numbers, first: String(repeating: " ", count: depth), indent: depth + 2)
    }
    let count = text.articles.count
    lines += style.wrapped(
      Wording(zh: "共 \(count) 条", en: "\(count) articles")(style.language))
    return lines
  }

  /// An article that was found by words.
  package static func hit(_ hit: ArticleHit, style: PageStyle) -> [String] {
    style.wrapped("\(hit.title.quoted)\(hit.number.chinese)   \(hit.date.iso)", indent: 2)
      + style.wrapped(hit.line, first: "  | ", indent: 4)
  }

  /// 2020-05-28 版，2021-01-01 起施行.
  private static func edition(
    _ date: CalendarDate, _ effective: CalendarDate?, _ style: PageStyle
  ) -> String {
    guard let effective else {
      return Wording(zh: "\(date.iso) 版", en: "edition of \(date.iso)")(style.language)
    }
    return Wording(
      zh: "\(date.iso) 版，\(effective.iso) 起施行",
      en: "edition of \(date.iso), in force since \(effective.iso)")(style.language)
  }
}
