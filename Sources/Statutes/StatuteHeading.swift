import Text

/// A heading of a statute: 第二章 自然人. Headings stand in the order of the text; each lies in the
/// nearest one before it of a higher division.
package struct StatuteHeading: Hashable, Sendable {
  package let division: StatuteDivision
  /// nil where the text gives none, as with 附则.
  package let number: Int?
  /// Without spaces that only spread it: 总 则 is 总则.
  package let title: String

  package init(division: StatuteDivision, number: Int?, title: String) {
    self.division = division
    self.number = number
    self.title = title
  }

  /// 第二章 自然人.
  package var chinese: String {
    guard let number else { return title }
    let head = "第\(ChineseNumeral.text(number))\(division.sign)"
    return title.isEmpty ? head : head + " " + title
  }

  /// Chapter 2 自然人: statutes have Chinese titles, numbers and signs can be said in English.
  package var english: String {
    guard let number else { return title }
    let head = division.english + " \(number)"
    return title.isEmpty ? head : head + " " + title
  }
}
