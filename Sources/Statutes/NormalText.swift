/// The text of an article without what differs between copies of the same text: width of signs, kinds
/// of quotation marks and dashes, spaces, signs that are not seen. Two copies of one edition have the
/// same normal text.
package enum NormalText {
  /// The lines joined by newlines, each normal; empty ones fall away.
  package static func of(_ lines: [String]) -> String {
    var result = String.UnicodeScalarView()
    for line in lines {
      var part = String.UnicodeScalarView()
      for scalar in line.unicodeScalars {
        if let normal = sign(scalar) { part.append(normal) }
      }
      guard !part.isEmpty else { continue }
      if !result.isEmpty { result.append("\n") }
      result.append(contentsOf: part)
    }
    return String(result)
  }

  /// The sign that stands for one of the text; nil for what does not count.
  static func sign(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    // Nearly all signs are Chinese characters.
    if (0x4E00...0x9FFF).contains(scalar.value) { return scalar }
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060, 0xFEFF, 0xAD: return nil
    case 0x201C, 0x201D, 0x300C, 0x300D: return "\""
    case 0x2018, 0x2019, 0x300E, 0x300F: return "'"
    case 0x3008, 0x300A: return "<"
    case 0x3009, 0x300B: return ">"
    case 0x2014, 0x2013, 0x2015, 0x2500: return "-"
    case 0x30FB, 0x2022: return "·"
    case 0x25CB: return "〇"
    default:
      // Kangxi radicals, which old PDF files give for characters, stay as they are.
      return scalar.properties.isWhitespace ? nil : scalar
    }
  }
}
