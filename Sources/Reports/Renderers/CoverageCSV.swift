import Text

/// A coverage as CSV that a spreadsheet opens, an article a row.
package enum CoverageCSV {
  /// The whole file: headings, articles, then what they rest on in rows of their own.
  package static func text(of map: CoverageMap, in language: Language) -> String {
    CSVRenderer.text(of: report(map), in: language)
  }

  private static func report(_ map: CoverageMap) -> Report {
    Report(
      id: "law-coverage", schema: 1, title: map.title, notes: notes(map),
      columns: columns(hasPerson: map.person != nil),
      rows: map.statutes.flatMap { rows($0, hasPerson: map.person != nil) })
  }

  private static let divisions: [(code: String, heading: Wording)] = [
    ("part", Wording(zh: "编", en: "Part")), ("subpart", Wording(zh: "分编", en: "Subpart")),
    ("chapter", Wording(zh: "章", en: "Chapter")), ("section", Wording(zh: "节", en: "Section")),
  ]

  private static func columns(hasPerson: Bool) -> [Report.Column] {
    func column(_ id: String, _ heading: Wording, isNumber: Bool = false) -> Report.Column {
      Report.Column(id: id, heading: heading, isNumber: isNumber)
    }
    let answered = column("answered", Wording(zh: "答过", en: "Answered"), isNumber: true)
    return [
      column("statute", Wording(zh: "法律", en: "Statute")),
      column("edition", Wording(zh: "版本", en: "Edition")),
    ] + divisions.map { column($0.code, $0.heading) } + [
      column("article", Wording(zh: "条文", en: "Article")),
      column("questions", Wording(zh: "题数", en: "Questions"), isNumber: true),
    ] + (hasPerson ? [answered] : [])
  }

  private static func rows(_ statute: CoverageMap.Statute, hasPerson: Bool) -> [Report.Row] {
    func row(_ path: [String: Wording], _ name: Wording, _ count: CoverageMap.Count) -> Report.Row {
      let answered = hasPerson ? [Report.Cell.count(count.answered)] : []
      return Report.Row(
        cells: [.named(statute.title, statute.name), .text(statute.edition)]
          + divisions.map { path[$0.code].map { .worded($0) } ?? .text("") }
          + [.worded(name), .count(count.questions)] + answered)
    }
    func rows(_ places: Range<Int>, _ path: [String: Wording]) -> [Report.Row] {
      statute.articles[places].map { row(path, $0.name, $0.count) }
    }
    let preamble = statute.preamble.map { [row([:], Wording(zh: "序言", en: "Preamble"), $0)] } ?? []
    var path: [CoverageMap.Heading] = []
    return preamble + rows(statute.leading, [:])
      + statute.headings.flatMap { heading in
        path = path.prefix(heading.depth) + [heading]
        return rows(
          heading.own,
          Dictionary(path.map { ($0.division, $0.name) }, uniquingKeysWith: { $1 }))
      }
  }

  private static func notes(_ map: CoverageMap) -> [Wording] {
    let statutes = map.statutes.flatMap { statute in
      let lines = [statute.summary] + (map.person == nil ? [] : [statute.meeting])
      return lines.map { line in
        Wording(
          zh: "\(statute.name.zh) \(statute.editionName.zh)：\(line.zh)",
          en: "\(statute.name.en), \(statute.editionName.en): \(line.en)")
      }
    }
    let absent = map.absent.map { absent in
      let place = "\(absent.bank) \(absent.code)"
      return Wording(
        zh: "不存在的依据：\(place)：\(absent.citation)", en: "No such place: \(place): \(absent.citation)")
    }
    return map.origin + statutes + map.notes + absent
  }
}
