/// The pairs of neighbouring signs of a text, by which Chinese texts are compared: words need not be told
/// apart for that. Punctuation, spaces and width make no difference; a pair does not reach across them.
package enum TextGrams {
  /// The pairs in the order of the text, each as often as it stands there.
  package static func of(_ text: String) -> [UInt64] {
    var grams: [UInt64] = []
    var last: UInt32?
    for scalar in text.unicodeScalars {
      guard let sign = TextSigns.sign(scalar)?.value else {
        last = nil
        continue
      }
      if let last { grams.append(UInt64(last) << 32 | UInt64(sign)) }
      last = sign
    }
    return grams
  }
}
