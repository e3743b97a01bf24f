import Statutes
import Text
import Workflows

/// What an amendment changed, as people read it: old and new side by side where there is room, else one
/// below the other. What changed stands in brackets, on the old side what is gone, on the new side what
/// came.
package enum EditionDiffPage {
  /// The columns that two sides need.
  static let sideBySide = 80

  /// The whole comparison.
  ///
  /// - Parameter isSummary: the head with its counts only.
  package static func lines(
    _ comparison: CompareEditions.Comparison, isSummary: Bool, style: PageStyle
  ) -> [String] {
    let diff = comparison.diff
    var lines = head(comparison, style: style)
    guard !isSummary else { return lines }
    let shown = diff.changes.indices.filter { !diff.changes[$0].kind.keepsWords }
    if !shown.isEmpty {
      lines += style.sentence(
        Wording(
          zh: "【】里是改动的字：旧条文里的是删去的，新条文里的是增加的",
          en:
            "Changed words stand in [brackets]: in the old text what is gone, in the new text what "
            + "came"))
    }
    for place in shown {
      lines += style.plain ? [""] : style.rule
      lines += change(diff.changes[place], comparison.questions[place], style: style)
    }
    return lines + placed(comparison, style: style)
  }

  // MARK: Head

  private static func head(
    _ comparison: CompareEditions.Comparison, style: PageStyle
  ) -> [String] {
    let (old, new) = (comparison.diff.old, comparison.diff.new)
    let titles =
      old.title == new.title
      ? old.title.quoted : "\(old.title.quoted) -> \(new.title.quoted)"
    let (before, after) = (old.articles.count, new.articles.count)
    var lines = style.wrapped(titles)
    lines += style.sentence(
      Wording(
        zh: "\(old.date.iso) 版 \(before) 条 -> \(new.date.iso) 版 \(after) 条",
        en: "edition of \(old.date.iso), \(before) articles -> edition of \(new.date.iso), "
          + "\(after) articles"))
    let counts = comparison.diff.counts
    lines += style.row(
      ChangeKind.allCases.compactMap { kind in
        guard let count = counts[kind], count > 0 else { return nil }
        return "\(kind.wording(style.language)) \(count)"
      })
    let (met, current) = (comparison.met, comparison.current)
    if met + current > 0 {
      lines += style.sentence(
        Wording(
          zh: "题目：\(met) 道的依据有变，\(current) 道已按新版",
          en: "Questions: \(met) cite what changed, \(current) follow the new edition"))
    }
    return lines
  }

  // MARK: One change

  private static func change(
    _ change: ProvisionChange, _ questions: [CompareEditions.MetQuestion], style: PageStyle
  ) -> [String] {
    var lines = style.wrapped(
      "\(change.kind.wording(style.language))   \(numbers(change, style))", indent: 2)
    lines += met(questions, style: style)
    return lines + texts(of: change, style: style)
  }

  /// What became of a provision: the old text and the new one.
  static func texts(of change: ProvisionChange, style: PageStyle) -> [String] {
    if style.width >= sideBySide, !style.plain { return columns(change, style: style) }
    return stacked(change, style: style)
  }

  /// 第三条、第四条 -> 第五条; one number where both sides have the same.
  static func numbers(_ change: ProvisionChange, _ style: PageStyle) -> String {
    let comma = Wording(zh: "、", en: ", ")(style.language)
    func names(_ provisions: [Citation.Provision]) -> String {
      provisions.map { name($0, style) }.joined(separator: comma)
    }
    if change.old.isEmpty { return names(change.new) }
    if change.new.isEmpty || change.old == change.new { return names(change.old) }
    return "\(names(change.old)) -> \(names(change.new))"
  }

  private static func name(_ provision: Citation.Provision, _ style: PageStyle) -> String {
    switch provision {
    case .preamble: Wording(zh: "序言", en: "Preamble")(style.language)
    case .article(let number): Wording(zh: number.chinese, en: number.english)(style.language)
    }
  }

  private static func met(
    _ questions: [CompareEditions.MetQuestion], style: PageStyle
  ) -> [String] {
    guard !questions.isEmpty else { return [] }
    let label = Wording(zh: "题目", en: "questions")(style.language)
    let words = questions.map {
      let kind = $0.kind.wording
      return "\($0.bank) \($0.code) \($0.citation.text(in: style.language))"
        + Wording(zh: "（\(kind.zh)）", en: " (\(kind.en))")(style.language)
    }
    return style.wrapped(
      "\(label)  \(words.joined(separator: Wording(zh: "；", en: "; ")(style.language)))",
      first: "  ", indent: 4)
  }

  // MARK: Side by side

  private static func columns(_ change: ProvisionChange, style: PageStyle) -> [String] {
    let width = (style.width - divider.count) / 2
    var lines: [String] = []
    var (oldProvision, newProvision): (Citation.Provision?, Citation.Provision?)
    let isWhole = change.kind == .new || change.kind == .repealed
    for part in change.parts {
      let begins = (
        old: part.old.flatMap { $0.provision == oldProvision ? nil : $0.provision },
        new: part.new.flatMap { $0.provision == newProvision ? nil : $0.provision }
      )
      if begins.old != nil || begins.new != nil {
        lines += row(
          begins.old.map { name($0, style) } ?? "", begins.new.map { name($0, style) } ?? "",
          width: width)
      }
      (oldProvision, newProvision) = (begins.old ?? oldProvision, begins.new ?? newProvision)
      lines += row(
        oldText(part, isWhole: isWhole, style), newText(part, isWhole: isWhole, style), width: width
      )
    }
    return lines
  }

  private static let divider = " | "

  private static func row(_ left: String, _ right: String, width: Int) -> [String] {
    let (old, new) = (cell(left, width: width), cell(right, width: width))
    return (0..<max(old.count, new.count)).map { line in
      let start = AlignedColumns.padded(
        line < old.count ? old[line] : "", to: width, alignment: .left)
      let end = line < new.count ? new[line] : ""
      return end.isEmpty ? start + " |" : start + divider + end
    }
  }

  private static func cell(_ text: String, width: Int) -> [String] {
    guard !text.isEmpty else { return [] }
    return LineBreaking.wrap(
      UnambiguousText.folded(SafeText.clean(text, keepingNewlines: true)), width: width)
  }

  // MARK: One below the other

  private static func stacked(_ change: ProvisionChange, style: PageStyle) -> [String] {
    let isWhole = change.kind == .new || change.kind == .repealed
    let old = Wording(zh: "旧  ", en: "old  ")(style.language)
    let new = Wording(zh: "新  ", en: "new  ")(style.language)
    // Of several articles it is told where each part belongs.
    let isSeveral = change.old.count > 1 || change.new.count > 1
    var place = ""
    return change.parts.flatMap { part -> [String] in
      var lines: [String] = []
      if isSeveral {
        let here = [part.old?.provision, part.new?.provision].compactMap { provision in
          provision.map { name($0, style) }
        }.joined(separator: " -> ")
        if here != place { lines += style.wrapped(here, indent: 2) }
        place = here
      }
      let before = oldText(part, isWhole: isWhole, style)
      let after = newText(part, isWhole: isWhole, style)
      if isWhole {
        return lines + style.wrapped(part.new == nil ? before : after, first: "  ", indent: 2)
      }
      if part.kind.keepsWords {
        let signs = [part.old?.sign, part.new?.sign].compactMap(\.self)
        let sign = signs.first == signs.last ? "" : (signs.first ?? "") + " -> "
        return lines + style.wrapped(sign + after, first: "  ", indent: 2)
      }
      return lines + (part.old == nil ? [] : style.wrapped(before, first: old, indent: 4))
        + (part.new == nil ? [] : style.wrapped(after, first: new, indent: 4))
    }
  }

  // MARK: Marks

  private static func oldText(_ part: ProvisionChange.Part, isWhole: Bool, _ style: PageStyle)
    -> String
  {
    guard let old = part.old else { return "" }
    guard !isWhole else { return old.sign + old.text }
    return part.marks.runs.reduce(into: old.sign) { text, run in
      switch run {
      case .kept(let kept, _): text += kept
      case .removed(let gone): text += marked(gone, style)
      case .added: break
      }
    }
  }

  private static func newText(_ part: ProvisionChange.Part, isWhole: Bool, _ style: PageStyle)
    -> String
  {
    guard let new = part.new else { return "" }
    guard !isWhole else { return new.sign + new.text }
    return part.marks.runs.reduce(into: new.sign) { text, run in
      switch run {
      case .kept(_, let kept): text += kept
      case .added(let come): text += marked(come, style)
      case .removed: break
      }
    }
  }

  /// Brackets of a sure width: no line ends with the first or begins with the last.
  private static func marked(_ text: String, _ style: PageStyle) -> String {
    Wording(zh: "【\(text)】", en: "[\(text)]")(style.language)
  }

  // MARK: What kept its words

  /// The articles whose words stayed and whose numbers did not, and the questions that cite them.
  private static func placed(
    _ comparison: CompareEditions.Comparison, style: PageStyle
  ) -> [String] {
    var lines: [String] = []
    for kind in [ChangeKind.renumbered, .moved] {
      let places = comparison.diff.changes.indices.filter {
        comparison.diff.changes[$0].kind == kind
      }
      guard !places.isEmpty else { continue }
      lines += style.plain ? [""] : style.rule
      lines += style.sentence(
        kind == .moved
          ? Wording(zh: "移位，文字未变：", en: "Moved, with the same words:")
          : Wording(zh: "改号，文字未变：", en: "Renumbered, with the same words:"), indent: 0)
      lines += style.row(places.map { numbers(comparison.diff.changes[$0], style) }, indent: 2)
      lines += met(places.flatMap { comparison.questions[$0] }, style: style)
    }
    return lines
  }
}
