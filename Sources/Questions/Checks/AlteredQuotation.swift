import Statutes
import Text

/// Words in quotation marks that are given as the law's and are not in the cited article.
///
/// People quote other things as well: what somebody said, a shop's name, a term. So what counts is a
/// quotation of four signs or more that is introduced as the law's (`规定：「…」`) or shares at least half of
/// its pairs of signs with the cited articles, and stands in none of them whole.
struct AlteredQuotation: BankCheck {
  let id = "altered-quotation"
  let severity = CheckSeverity.error
  let purpose = Wording(
    zh: "引号里的法律原文，和所引条文不一样",
    en: "a quotation of the law that is not in the cited article")

  private static let shortest = 4
  private static let likeness = 0.6

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    for (place, entry) in bank.entries.enumerated() {
      let question = entry.question
      let texts: [(CheckFinding.Part, String)] = [
        (.stem, question.stem), (.explanation, question.rationale.spelled { _ in "" }),
      ]
      let quoted = texts.flatMap { part, text in
        Self.quotations(in: text).map { (part, $0) }
      }
      guard !quoted.isEmpty, !question.citations.isEmpty else { continue }
      guard var lines = library.cited(by: question, in: bank) else {
        log.pass(place)
        continue
      }
      // Articles that the explanation names are quoted from as well.
      lines += mentioned(in: texts.map(\.1), by: question, bank: bank, library: library)
      let signs = TextSigns.of(lines.joined())
      let grams = Set(lines.flatMap { TextGrams.of($0) })
      for (part, quotation) in quoted
      where !holds(quotation, signs: signs, grams: grams) {
        log.find(
          place, part,
          Wording(
            zh: "「\(quotation.text)」不是所引条文的原文；请照条文改，不是引用就去掉引号",
            en:
              "“\(quotation.text)” is not in the cited article; quote it as it stands, or take the "
              + "quotation marks away"))
      }
    }
  }

  private func holds(_ quotation: Quotation, signs: String, grams: Set<UInt64>) -> Bool {
    // What is left out is marked, and each part has to be there.
    let parts = quotation.text.split(separator: "…").map { TextSigns.of($0) }
      .filter { !$0.isEmpty }
    if parts.allSatisfy({ signs.contains($0) }) { return true }
    let pairs = Set(TextGrams.of(quotation.text))
    guard pairs.count >= Self.shortest - 1 else { return true }
    let shared = Double(pairs.intersection(grams).count) / Double(pairs.count)
    return !(quotation.isIntroduced || shared >= Self.likeness)
  }

  /// The articles of the cited statutes that texts name by number.
  private func mentioned(
    in texts: [String], by question: Question, bank: CheckedBank, library: StatuteLibrary
  ) -> [String] {
    let statutes = question.citations.compactMap { library.text(of: $0, in: bank) }
    return texts.flatMap { ArticleNumber.all(in: $0) }.flatMap { number in
      statutes.flatMap { $0.article(number)?.lines ?? [] }
    }
  }

  struct Quotation: Hashable {
    var text: String
    /// Whether it is given as the law's words.
    var isIntroduced: Bool
  }

  private static let closing: [Character: Character] = ["「": "」", "“": "”", "『": "』"]
  private static let cues = [
    "规定", "原文", "条文", "法条", "法律", "明确", "写明", "写的是", "条：", "款：", "项：",
  ]

  /// What stands between quotation marks; not what stands in marks within these.
  static func quotations(in text: String) -> [Quotation] {
    var found: [Quotation] = []
    var before = ""
    var rest = Substring(text)
    while let first = rest.first {
      guard let close = closing[first], let end = rest.firstIndex(of: close) else {
        before.append(first)
        rest.removeFirst()
        continue
      }
      let inner = String(rest[rest.index(after: rest.startIndex)..<end])
      let lead = String(before.suffix(12))
      found.append(
        Quotation(
          text: inner, isIntroduced: cues.contains { lead.contains($0) } && inner.count >= 8))
      before.append(contentsOf: inner)
      rest = rest[rest.index(after: end)...]
    }
    return found.filter { TextSigns.of($0.text).count >= shortest }
  }
}
