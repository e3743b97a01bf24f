import Testing
import Text

@Suite struct DisplayWidthTests {
  @Test(
    "columns of a text",
    arguments: [
      ("", 0), ("A", 1), (" ", 1), ("abc 123", 7), ("中", 2), ("民法典", 6), ("，。", 4), ("　", 2),
      ("ＡＢ１", 6), ("A选项", 5), ("《民法典》第1条", 15), ("𠮷", 2), ("한글", 4), ("かな", 4), ("ｱ", 1),
      // Ambiguous: one column.
      ("“”", 2), ("‘", 1), ("…", 1), ("—", 1), ("·", 1), ("①", 1), ("→", 1), ("─", 1), ("Ω", 1),
      ("Я", 1), ("×", 1), ("√", 1), ("★", 1), ("√×", 2),
      // Combining and zero-width.
      ("e\u{301}", 1), ("中\u{301}", 2), ("\u{301}", 0), ("\u{200B}", 0), ("\u{FEFF}", 0),
      ("\u{200D}", 0), ("a\u{200B}b", 2), ("中\u{FE00}", 2), ("葛\u{E0100}", 2), ("ㄱ", 2),
      ("\u{1100}\u{1161}\u{11A8}", 2), ("〆\u{302A}", 2),
      // Emoji.
      ("😀", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🏳️‍🌈", 2), ("🇨🇳", 2), ("🇨🇳🇨🇳", 4), ("❤️", 2), ("❤", 1),
      ("1️⃣", 2), ("😀中a", 5), ("🇨", 1), ("1", 1), ("#", 1),
      // Controls: nothing, never less.
      ("\u{0}", 0), ("\u{1B}", 0), ("\u{7F}", 0), ("\u{9B}", 0), ("\n", 0), ("\r\n", 0), ("\t", 0),
      ("\u{1B}[31m", 4), ("a\u{7}", 1), ("\u{202E}ab", 2), ("\u{2028}", 0),
    ])
  func columns(text: String, expected: Int) {
    #expect(DisplayWidth.columns(of: text) == expected)
  }

  @Test("a character alone is as wide as in a text", arguments: Array("A中，Ａ“😀é①\u{7}"))
  func alone(character: Character) {
    #expect(DisplayWidth.columns(of: character) == DisplayWidth.columns(of: String(character)))
  }

  @Test func `no scalar has a negative width or more than two columns`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let width = DisplayWidth.columns(of: Character(scalar))
      if !(0...2).contains(width) { Issue.record("U+\(String(value, radix: 16)): \(width)") }
    }
  }

  @Test func `the way without tables agrees with the tables`() {
    // A zero-width neighbour forces the slow way; the sum must not change.
    for value in [0x20...0x7E, 0x3000...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF5E].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let fast = DisplayWidth.columns(of: String(scalar))
      let slow = DisplayWidth.columns(of: String(scalar) + "\u{200B}")
      if fast != slow { Issue.record("U+\(String(value, radix: 16)): \(fast) and \(slow)") }
    }
  }

  @Test(
    "characters that East Asian terminals widen are known",
    arguments: [
      ("“", true), ("…", true), ("·", true), ("①", true), ("→", true), ("─", true), ("Я", true),
      ("a", false), ("-", false), ("|", false), ("中", false), ("，", false), ("😀", false),
      ("・", false),
    ] as [(Unicode.Scalar, Bool)])
  func ambiguous(scalar: Unicode.Scalar, expected: Bool) {
    #expect(DisplayWidth.isAmbiguous(scalar) == expected)
  }
}
