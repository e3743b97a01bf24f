import Text

/// The number of an article 条: 第一百八十四条之一 is `ArticleNumber(184, insertion: 1)`.
package struct ArticleNumber: Hashable, Comparable, Sendable {
  package let number: Int
  /// Articles inserted by an amendment: 之一 is 1; 0 for an ordinary article.
  package let insertion: Int

  package init(_ number: Int, insertion: Int = 0) {
    self.number = number
    self.insertion = insertion
  }

  package static func < (left: ArticleNumber, right: ArticleNumber) -> Bool {
    (left.number, left.insertion) < (right.number, right.insertion)
  }

  /// 第一百八十四条之一.
  package var chinese: String {
    let base = "第\(ChineseNumeral.text(number))条"
    return insertion == 0 ? base : base + "之\(ChineseNumeral.text(insertion))"
  }

  /// Article 184-1.
  package var english: String { "Article \(arabic)" }

  /// 184-1.
  package var arabic: String {
    insertion == 0 ? String(number) : "\(number)-\(insertion)"
  }
}
