import Text
import Workflows

/// A question that was found by its words.
package enum SearchPage {
  /// Its code, and the stem below.
  package static func lines(_ hit: QuestionHit, style: PageStyle) -> [String] {
    place(hit, style: style) + style.wrapped(hit.stem, first: "  | ", indent: 4)
  }

  /// Its code, the bank's title with the code that commands take, and the chapter.
  static func place(_ hit: QuestionHit, style: PageStyle) -> [String] {
    let bank = Wording(
      zh: "\(hit.bankTitle)（\(hit.bankCode)）", en: "\(hit.bankTitle) (\(hit.bankCode))")(
        style.language)
    let place = hit.chapter.isEmpty ? bank : "\(bank) > \(hit.chapter)"
    return style.wrapped(SafeText.clean("\(hit.code)   \(place)"), indent: 2)
  }

  /// Its stem under a number that can be typed.
  static func numbered(_ hit: QuestionHit, _ number: Int, style: PageStyle) -> [String] {
    style.wrapped(hit.stem, first: "  \(number)  ", indent: 5)
  }
}
