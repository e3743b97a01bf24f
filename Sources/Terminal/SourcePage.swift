import Statutes
import Text
import Workflows

/// What a question rests on: where it stands in the law, and what stands there.
enum SourcePage {
  /// The citations, each with its edition, when it was checked, and its operative sentence where the text
  /// is loaded.
  static func brief(_ card: PracticeCard, style: PageStyle) -> [String] {
    brief(card.sources, in: card.stored.language, style: style)
  }

  /// - Parameter language: that of the question.
  static func brief(
    _ sources: [CitedSource], in language: Language, style: PageStyle
  ) -> [String] {
    let label = Wording(zh: " 依据  ", en: " Basis  ")(style.language)
    let indent = DisplayWidth.columns(of: label)
    var lines: [String] = []
    for source in sources {
      lines += style.wrapped(
        place(source, in: language, style: style),
        first: lines.isEmpty ? label : String(repeating: " ", count: indent), indent: indent)
      if let sentence = source.sentence {
        lines += style.wrapped(sentence, first: "   | ", indent: 5)
      }
    }
    return lines
  }

  /// The whole articles, the sentence on which the question rests between 【 and 】.
  static func whole(_ card: PracticeCard, style: PageStyle) -> [String] {
    whole(card.sources, in: card.stored.language, style: style)
  }

  /// - Parameter language: that of the question.
  static func whole(
    _ sources: [CitedSource], in language: Language, style: PageStyle
  ) -> [String] {
    guard sources.contains(where: { !$0.lines.isEmpty }) else {
      let lines = brief(sources, in: language, style: style)
      return lines.isEmpty ? lines : lines + style.sentence(missing)
    }
    var shown: [(StatuteTitle, Citation.Provision)] = []
    return sources.flatMap { source -> [String] in
      var lines = style.wrapped(place(source, in: language, style: style), first: " ", indent: 3)
      let provision = (source.citation.title, source.citation.provision)
      if source.lines.isEmpty { return lines + style.sentence(missing) }
      // Two paragraphs of one article are cited one by one; it is shown whole once.
      if shown.contains(where: { $0 == provision }), source.operative == nil { return lines }
      shown.append(provision)
      for (place, line) in source.lines.enumerated() {
        lines += style.wrapped(marked(line, at: place, source), first: "   ", indent: 3)
      }
      return lines
    }
  }

  private static let missing = Wording(
    zh: "法律全文还没有载入；请管理员用 mingfa law load 载入",
    en: "The text of the law is not loaded; whoever keeps the banks loads it with mingfa law load")

  private static func marked(_ line: String, at place: Int, _ source: CitedSource) -> String {
    guard let operative = source.operative, operative.line == place else { return line }
    return line[..<operative.range.lowerBound] + "【" + line[operative.range] + "】"
      + line[operative.range.upperBound...]
  }

  /// 《民法典》第一百八十四条（2020-05-28 版，2026-11-20 核对）.
  static func place(
    _ source: CitedSource, in language: Language, style: PageStyle
  ) -> String {
    let text = source.citation.text(in: language)
    guard let edition = source.edition else { return text }
    var facts = [
      Wording(zh: "\(edition.date.iso) 版", en: "edition of \(edition.date.iso)")(style.language)
    ]
    if let day = source.checkedOn {
      facts.append(
        Wording(zh: "\(day.iso) 核对", en: "checked on \(day.iso)")(style.language))
    }
    if let later = source.later {
      facts.append(
        Wording(
          zh: "另有 \(later.iso) 新版", en: "there is a newer one of \(later.iso)")(style.language))
    }
    let list = facts.joined(separator: Wording(zh: "，", en: ", ")(style.language))
    return text + Wording(zh: "（\(list)）", en: " (\(list))")(style.language)
  }
}
