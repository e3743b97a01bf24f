/// The stable code 编号 of a question or a passage, unique in its bank and never reused:
/// 1 to 40 of `A-Z a-z 0-9 . _ -`.
package struct QuestionCode: Hashable, Comparable, Sendable {
  package let text: String

  /// nil where the text breaks the rule above.
  package init?(_ text: some StringProtocol) {
    let bytes = text.utf8
    guard (1...40).contains(bytes.count),
      bytes.allSatisfy({
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F
      })
    else { return nil }
    self.text = String(text)
  }

  package static func < (left: QuestionCode, right: QuestionCode) -> Bool { left.text < right.text }
}
