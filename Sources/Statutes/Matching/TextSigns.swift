/// The letters and digits of a text, without width and case: what two spellings of one sentence share.
package enum TextSigns {
  /// Only these signs, in order.
  package static func of(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let sign = sign(scalar) { result.append(sign) }
    }
    return String(result)
  }

  /// nil for punctuation, spaces and signs that are not seen.
  package static func sign(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF, 0x3007: scalar
    case 0x30...0x39, 0x61...0x7A: scalar
    case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)
    case 0xFF10...0xFF19, 0xFF41...0xFF5A: Unicode.Scalar(scalar.value - 0xFEE0)
    case 0xFF21...0xFF3A: Unicode.Scalar(scalar.value - 0xFEC0)
    case 0x25CB: "〇"
    default: nil
    }
  }
}
