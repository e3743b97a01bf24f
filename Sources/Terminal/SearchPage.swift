import Text
import Workflows

/// A question that was found by its words.
package enum SearchPage {
  /// Its code, and the stem below.
  package static func lines(_ hit: QuestionHit, style: PageStyle) -> [String] {
    let place = hit.chapter.isEmpty ? hit.bankCode : "\(hit.bankCode) > \(hit.chapter)"
    return style.wrapped(SafeText.clean("\(hit.code)   \(place)"), indent: 2)
      + style.wrapped(hit.stem, first: "  | ", indent: 4)
  }
}
