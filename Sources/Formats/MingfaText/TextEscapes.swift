import Questions
import Text

/// Backslashes before what would else be read as a sign of the format; canonical form on the way.
enum TextEscapes {
  /// A text of one line in which no sign has a meaning.
  static func plain(_ text: String) -> String { doubled(CanonicalText.line(text)) }

  /// A text of one line or more.
  static func lines(_ text: String) -> String { guarded(doubled(CanonicalText.text(text))) }

  /// A stem: a tag at its start would be taken for its type.
  static func stem(_ text: String) -> String {
    var line = lines(text)
    let isTag = line.withUTF8 { bytes in
      guard let (name, _) = LineShape.bracketed(bytes, 0, bytes.count) else { return false }
      return Vocabulary.types.value(bytes, name.lowerBound, name.upperBound) != nil
    }
    return isTag ? "\\" + line : line
  }

  static func topic(_ text: String) -> String {
    escaped(CanonicalText.line(text)) { $0 == "," || $0 == "，" || $0 == "、" }
  }

  /// A form of a blank, the wording of a point or a word of its forms.
  static func keyPart(_ text: String) -> String {
    escaped(CanonicalText.line(text)) { "|｜；;+＋".contains($0) }
  }

  /// A waiver, its reason in brackets. Brackets of the reason that have no partner are left out: where the
  /// reason ends is told by counting them.
  static func waiver(_ waiver: Waiver, in language: Language) -> String {
    var signs = Array(waiver.reason.unicodeScalars)
    var open: [Int] = []
    var single: [Int] = []
    for (place, sign) in signs.enumerated() {
      switch sign {
      case "(", "（": open.append(place)
      case ")", "）": if open.popLast() == nil { single.append(place) }
      default: break
      }
    }
    for place in (single + open).sorted(by: >) { signs.remove(at: place) }
    let reason = plain(String(String.UnicodeScalarView(signs)))
    return language == .chinese
      ? "\(waiver.rule)（\(reason)）" : "\(waiver.rule) (\(reason))"
  }

  /// An explanation, its options named by letter.
  static func rationale(
    _ rationale: Rationale, letter: (OptionID) -> Character?
  ) -> String {
    // A mark that no text holds stands for an option while the text is brought into form.
    let marked = rationale.parts.reduce(into: "") { text, part in
      switch part {
      case .text(let words):
        text += withoutPrivateUse(words)
      case .option(let id):
        text.append(letter(id).flatMap(Self.mark) ?? "?")
      }
    }
    var result = ""
    for sign in bracketsEscaped(doubled(CanonicalText.text(marked))) {
      if let letter = Self.letter(sign) { result += "[\(letter)]" } else { result.append(sign) }
    }
    return guarded(result)
  }

  private static func mark(_ letter: Character) -> Character? {
    letter.asciiValue.flatMap { Unicode.Scalar(0xF0000 + UInt32($0)) }.map(Character.init)
  }

  private static func letter(_ mark: Character) -> Character? {
    guard let value = mark.unicodeScalars.first?.value, (0xF0041...0xF0048).contains(value)
    else { return nil }
    return Unicode.Scalar(value - 0xF0000).map(Character.init)
  }

  private static func withoutPrivateUse(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value >= 0xF0000 }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value < 0xF0000 }))
  }

  /// `[A]` in the text of an explanation names no option.
  private static func bracketsEscaped(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var result: [UInt8] = []
      for at in bytes.indices {
        if bytes[at] == 0x5B || bytes[at] == 0xE3 || bytes[at] == 0xEF,
          EscapedText.optionName(bytes, at, bytes.count).length > 0
        {
          result.append(0x5C)
        }
        result.append(bytes[at])
      }
      return String(decoding: result, as: UTF8.self)
    }
  }

  private static func doubled(_ text: String) -> String {
    escaped(text) { _ in false }
  }

  private static func escaped(_ text: String, where isSign: (Character) -> Bool) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar == "\\" || isSign(Character(scalar)) { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Lines after the first that look like something else get a backslash. The first follows a
  /// number, a letter or a label, where no shape is looked for.
  private static func guarded(_ text: String) -> String {
    guard text.utf8.contains(0x0A) else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { position, line in
      guard position > 0 else { return String(line) }
      switch LineShape.ofLine(line) {
      case .text, .escaped: return String(line)
      default: return "\\" + line
      }
    }.joined(separator: "\n")
  }
}
