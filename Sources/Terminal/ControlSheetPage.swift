import Exams
import Questions
import Text
import Workflows

/// The control sheet of papers that were drawn 组卷核对表: what each form achieved.
package enum ControlSheetPage {
  /// - Parameter showsSeed: whether anybody may know what the papers were drawn with.
  package static func lines(
    _ sheet: ControlSheet, style: PageStyle, showsSeed: Bool
  ) -> [String] {
    let language = style.language
    let seed =
      showsSeed
      ? Wording(zh: "，种子 \(sheet.seed)", en: ", seed \(sheet.seed)") : Wording(zh: "", en: "")
    var lines = style.sentence(
      Wording(
        zh: "组卷核对表：可用 \(sheet.pool) 题\(seed.zh)",
        en: "Control sheet: \(sheet.pool) questions to draw from\(seed.en)"))
    lines += style.table(
      AlignedColumns(
        headings: [
          .init(Wording(zh: "卷", en: "Form")(language)),
          .init(Wording(zh: "题数", en: "Questions")(language), .right),
          .init(Wording(zh: "平均难度", en: "Difficulty")(language), .right),
          .init(Wording(zh: "以前用过", en: "Used before")(language), .right),
        ],
        rows: sheet.forms.enumerated().map { position, form in
          [
            CreateExam.formCode(position), String(form.sections.reduce(0, +)),
            Thousandths(form.difficulty).description, String(form.usedBefore),
          ]
        }))
    for (place, share) in sheet.blueprint.shares.enumerated() {
      let counts = sheet.forms.compactMap {
        $0.shares.indices.contains(place) ? $0.shares[place] : nil
      }
      let wanted = text(share.questions(of: sheet.blueprint.count))
      let achieved = counts.map(String.init).joined(separator: " ")
      lines += style.sentence(
        Wording(
          zh: "\(share.trait.wording.zh)：要求 \(wanted)，各卷 \(achieved)",
          en: "\(share.trait.wording.en): \(wanted) wanted; the forms have \(achieved)"))
    }
    lines += style.sentence(
      Wording(
        zh: "任两套卷最多共有 \(sheet.mostShared) 题，难度最多相差 \(Thousandths(sheet.spread))",
        en: "Two forms share at most \(sheet.mostShared) questions and differ by at most "
          + "\(Thousandths(sheet.spread)) in difficulty"))
    return lines
  }

  private static func text(_ bounds: ClosedRange<Int>?) -> String {
    bounds.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" } ?? "?"
  }
}
