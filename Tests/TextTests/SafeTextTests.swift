import Testing
import Text

@Suite struct SafeTextTests {
  @Test(
    "what a terminal would obey or hide becomes visible",
    arguments: [
      ("普通文字，abc。", "普通文字，abc。"),
      ("", ""),
      // Escape sequences.
      ("\u{1B}[31m红\u{1B}[0m", "<1B>[31m红<1B>[0m"),
      ("\u{1B}]0;标题\u{7}后", "<1B>]0;标题<07>后"),
      ("\u{1B}]8;;https://a.b\u{1B}\\x", "<1B>]8;;https://a.b<1B>\\x"),
      ("\u{9B}2J", "<9B>2J"), ("\u{9D}0;x\u{9C}", "<9D>0;x<9C>"),
      // Controls.
      ("a\u{0}b", "a<00>b"), ("a\u{8}b", "a<08>b"), ("\u{7F}", "<7F>"),
      ("\u{80}\u{85}", "<80><85>"),
      ("a\rb", "a<0D>b"), ("\u{B}\u{C}", "<0B><0C>"), ("\u{2028}\u{2029}", "<2028><2029>"),
      // Spaces and lines.
      ("a\tb", "a b"), ("a\nb", "a b"), ("a\r\nb", "a b"), ("a　b\u{A0}c", "a　b\u{A0}c"),
      // Direction.
      ("\u{202E}fdp.exe", "<202E>fdp.exe"), ("\u{2066}x\u{2069}", "<2066>x<2069>"),
      ("\u{200E}\u{200F}\u{61C}", "<200E><200F><61C>"),
      // Zero width and drawn as nothing.
      ("甲\u{200B}乙", "甲<200B>乙"), ("\u{FEFF}甲", "<FEFF>甲"),
      ("a\u{200C}b\u{2060}", "a<200C>b<2060>"),
      ("a\u{AD}b", "a<AD>b"), ("\u{3164}\u{115F}\u{FFA0}", "<3164><115F><FFA0>"),
      ("a\u{E0041}", "a<E0041>"), ("a\u{34F}", "a<34F>"), ("👨\u{200D}👩", "👨<200D>👩"),
      // Kept: they change a letter that is seen.
      ("e\u{301}❤\u{FE0F}葛\u{E0100}", "e\u{301}❤\u{FE0F}葛\u{E0100}"), ("Ωя①“”→", "Ωя①“”→"),
    ])
  func cleaned(text: String, expected: String) {
    #expect(SafeText.clean(text) == expected)
  }

  @Test(
    "newlines stay where lines are wanted",
    arguments: [
      ("a\nb\r\nc", "a\nb\nc"), ("\n\n", "\n\n"), ("a\rb", "a<0D>b"), ("a\t\n", "a \n"),
      ("\r\r\n", "<0D>\n"),
    ])
  func lines(text: String, expected: String) {
    #expect(SafeText.clean(text, keepingNewlines: true) == expected)
  }

  @Test("cleaning is idempotent and leaves nothing to obey", arguments: UInt64(1)...50)
  func property(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let alphabet =
      (0...0x300).compactMap { Unicode.Scalar($0).map { String($0) } } + [
        "\u{200B}", "\u{202E}", "\u{FEFF}", "中", "\u{1B}[1m", "\r\n", "\u{1F468}\u{200D}\u{1F469}",
      ]
    for keeping in [false, true] {
      let text = generator.text(of: alphabet, upTo: 60)
      let clean = SafeText.clean(text, keepingNewlines: keeping)
      #expect(SafeText.clean(clean, keepingNewlines: keeping) == clean)
      #expect(SafeText.clean(clean) == clean.replacing("\n", with: " "))
      let obeyed = clean.unicodeScalars.filter {
        [.control, .format].contains($0.properties.generalCategory) && $0 != "\n"
      }
      #expect(obeyed.isEmpty)
    }
  }

  @Test func `no control or invisible scalar of Unicode passes`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar != "\t", scalar != "\n" else { continue }
      let properties = scalar.properties
      let hidden =
        [.control, .format, .lineSeparator, .paragraphSeparator].contains(
          properties.generalCategory)
        || properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector
      let expected =
        hidden
        ? "<\(value < 16 ? "0" : "")\(String(value, radix: 16).uppercased())>" : String(scalar)
      if SafeText.clean(String(scalar)) != expected {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }
}
