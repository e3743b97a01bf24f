import Text

/// Texts within a page of HTML.
enum HTMLText {
  /// Text that a browser shows as it stands.
  static func escaped(_ text: String) -> String {
    SafeText.clean(text).reduce(into: "") { result, sign in
      switch sign {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(sign)
      }
    }
  }

  /// The language of a page, as `lang` names it.
  static func tag(_ language: Language) -> String { language == .chinese ? "zh-CN" : "en" }

  /// The same as `escaped`; in an English page what is Chinese is marked as such, so that a screen reader
  /// changes its voice and a browser takes the right forms of signs.
  static func marked(_ text: String, in language: Language) -> String {
    guard language == .english else { return escaped(text) }
    var result = ""
    var rest = SafeText.clean(text)[...]
    while let start = rest.firstIndex(where: isChinese) {
      result += escaped(String(rest[..<start]))
      let after = rest[start...]
      let end = after.firstIndex { $0.isLetter && !isChinese($0) || $0.isASCII } ?? after.endIndex
      result += "<span lang=\"zh-CN\">\(escaped(String(after[..<end])))</span>"
      rest = after[end...]
    }
    return result + escaped(String(rest))
  }

  /// Han, and the signs of Chinese text.
  private static func isChinese(_ sign: Character) -> Bool {
    sign.unicodeScalars.contains {
      switch $0.value {
      case 0x3001...0x3011, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
      default: false
      }
    }
  }
}
