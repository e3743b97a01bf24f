/// Texts for aligned columns, where a character that some terminals draw in 1 column and others in
/// 2 (`DisplayWidth.isAmbiguous`) would shift the rest of its row.
package enum UnambiguousText {
  /// The text with ambiguous punctuation and signs as their look-alikes of a sure width: “是” as
  /// "是", ① as (1), → as ->. Letters of other scripts are left as they are.
  package static func folded(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { table[$0] != nil }) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if let lookAlike = table[scalar] {
        result += lookAlike
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "“": "\"", "”": "\"", "‘": "'", "’": "'", "…": "...", "‥": "..", "—": "-", "–": "-",
      "‐": "-", "―": "-", "·": "・", "•": "*", "→": "->", "←": "<-", "↑": "^", "↓": "v",
      "×": "x", "÷": "/", "±": "+/-", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "√": "v",
      "★": "*", "☆": "*", "●": "*", "○": "o", "■": "#", "□": "[]", "◆": "*", "◇": "*",
      "─": "-", "━": "-", "│": "|", "┃": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+",
      "┤": "+", "┬": "+", "┴": "+", "┼": "+", "═": "=", "║": "|", "※": "*", "§": "S.",
    ]
    // ① to ⑳, ⑴ to ⒇, ⒈ to ⒛ and the Roman numerals Ⅰ to Ⅻ, as lists of options use them.
    for number in 1...20 {
      let offset = UInt32(number - 1)
      for (first, text) in [
        (0x2460, "(\(number))"), (0x2474, "(\(number))"), (0x2488, "\(number)."),
      ] as [(UInt32, String)] {
        Unicode.Scalar(first + offset).map { table[$0] = text }
      }
    }
    let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
    for (offset, text) in roman.enumerated() {
      Unicode.Scalar(0x2160 + UInt32(offset)).map { table[$0] = text }
    }
    return table
  }()
}
