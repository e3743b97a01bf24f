/// The stable code 编号 of a question or a passage, unique in its bank and never reused:
/// 1 to 40 of `A-Z a-z 0-9 . _ -`.
package struct QuestionCode: Hashable, Comparable, Sendable {
  package let text: String

  /// nil where the text breaks the rule above.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard text.withUTF8(Self.isOne) else { return nil }
    self.text = text
  }

  /// The same from the bytes of a text.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard Self.isOne(bytes) else { return nil }
    text = String(decoding: bytes, as: UTF8.self)
  }

  private static func isOne(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 1, bytes.count <= 40 else { return false }
    for byte in bytes {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: break
      default: return false
      }
    }
    return true
  }

  package static func < (left: QuestionCode, right: QuestionCode) -> Bool { left.text < right.text }
}
