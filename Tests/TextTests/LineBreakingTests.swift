import Testing
import Text

@Suite struct LineBreakingTests {
  @Test(
    "lines break where Chinese and English allow",
    arguments: [
      ("", 10, [""]),
      ("短句。", 10, ["短句。"]),
      ("一二三四五六七", 10, ["一二三四五", "六七"]),
      // Nothing closing starts a line.
      ("一二三四五。六七", 10, ["一二三四", "五。六七"]),
      ("一二三四五，六七", 10, ["一二三四", "五，六七"]),
      ("一二三四五？！”六", 10, ["一二三四", "五？！”六"]),
      ("一二三四》五六", 8, ["一二三", "四》五六"]),
      ("一二三四）；五", 8, ["一二三", "四）；五"]),
      ("一二三四……五六", 8, ["一二三", "四……五六"]),
      ("穆合塔尔·买买", 8, ["穆合塔", "尔·买买"]),
      // Nothing opening ends one.
      ("一二三四（五六）", 10, ["一二三四", "（五六）"]),
      ("一二三四《五六》", 10, ["一二三四", "《五六》"]),
      ("一二三四五“六”", 11, ["一二三四五", "“六”"]),
      ("一二三四“《五》”", 10, ["一二三四", "“《五》”"]),
      // A Chinese quotation may break before and after, not within its marks.
      ("甲说“乙丙”丁戊己庚", 10, ["甲说“乙丙”", "丁戊己庚"]),
      ("甲乙丙丁”“戊己", 9, ["甲乙丙丁”", "“戊己"]),
      // Words.
      ("The quick brown fox", 10, ["The quick", "brown fox"]),
      ("right to vote.", 10, ["right to", "vote."]),
      ("don’t stop", 8, ["don’t", "stop"]),
      ("a well-known fact", 10, ["a well-", "known fact"]),
      ("自2026年起", 6, ["自2026", "年起"]),
      ("在 2020-05-28 通过", 12, ["在", "2020-05-28", "通过"]),
      ("占60%以上的", 8, ["占60%以", "上的"]),
      // Wider than the line: cut, but not before a comma or after a bracket.
      ("abcdefghijklmno", 10, ["abcdefghij", "klmno"]),
      ("abcdefghij,k", 10, ["abcdefghi", "j,k"]),
      ("abcdefghi(klmnopqrstu", 10, ["abcdefghi", "(klmnopqrs", "tu"]),
      ("见 https://example.org/a/b", 12, ["见 https://", "example.org/", "a/b"]),
      ("。。。。。。。", 10, ["。。。。。", "。。"]),
      // Spaces.
      ("abc   ", 10, ["abc"]), ("      ", 10, [""]), ("  缩进", 10, ["  缩进"]),
      ("甲乙丙丁戊   己", 10, ["甲乙丙丁戊", "己"]), ("甲乙丙丁戊　己", 10, ["甲乙丙丁戊", "己"]),
      ("                abc", 10, ["abc"]),
      ("甲“ 乙丙丁戊", 10, ["甲“ 乙丙丁", "戊"]),
      ("甲乙丙丁“ 戊", 10, ["甲乙丙丁", "“ 戊"]), ("甲乙丙丁戊 。己", 10, ["甲乙丙丁", "戊 。己"]),
      // A space that does not break.
      ("12\u{A0}345\u{A0}678 9", 10, ["12\u{A0}345\u{A0}678", "9"]),
      // Newlines.
      ("甲\n乙", 10, ["甲", "乙"]), ("甲\n\n乙\n", 10, ["甲", "", "乙", ""]), ("甲\r\n乙", 10, ["甲", "乙"]),
      // Characters of several scalars stay whole.
      ("一二三四e\u{301}e\u{301}e\u{301}", 10, ["一二三四", "e\u{301}e\u{301}e\u{301}"]),
      ("👨‍👩‍👧👨‍👩‍👧🇨🇳🇨🇳🇨🇳🇨🇳", 10, ["👨‍👩‍👧👨‍👩‍👧🇨🇳🇨🇳🇨🇳", "🇨🇳"]),
    ] as [(String, Int, [String])])
  func table(text: String, width: Int, expected: [String]) {
    #expect(LineBreaking.wrap(text, width: width) == expected)
  }

  @Test func `an option hangs under its letter`() {
    #expect(
      LineBreaking.wrap("自然人从出生时起到死亡时止", width: 12, firstIndent: " A. ", indent: "    ")
        == [" A. 自然人从", "    出生时起", "    到死亡时", "    止"])
    #expect(
      LineBreaking.wrap("一二三四五\n六", width: 10, firstIndent: 4, indent: 2)
        == ["    一二三", "  四五", "  六"])
  }

  @Test func `an indent wider than the line loses nothing`() {
    #expect(
      LineBreaking.wrap("甲a", width: 4, firstIndent: 10, indent: 10)
        == ["          甲", "          a"])
    #expect(LineBreaking.wrap("甲乙", width: 0) == ["甲", "乙"])
    #expect(LineBreaking.wrap("甲乙", width: -5, firstIndent: -1, indent: -1) == ["甲", "乙"])
  }

  static let forbiddenStarts = Set("，。、；：？！）》”’…")
  static let forbiddenEnds = Set("（《“‘")
  static let alphabet =
    "一二三四五六七八九十民法典人民法院权利".map(String.init)
    + ["。", "，", "；", "：", "？", "！", "”", "）", "》", "、", "“", "（", "《", "……", "——", "·"]
    + [
      " ", " ", "  ", "　", "\u{A0}", "word", "a", "1,204", "60%", "(x)", "it’s",
      "https://a.b/c?d=e",
    ]
    + ["😀", "👨‍👩‍👧", "e\u{301}", "\n", "averyveryverylongword", "-"]

  @Test("wrapping keeps every character, the width and the rules", arguments: UInt64(1)...150)
  func property(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let text = generator.text(of: Self.alphabet, upTo: 80)
    let width = Int.random(in: 10...40, using: &generator)
    let indent = Int.random(in: 0...3, using: &generator)
    let lines = LineBreaking.wrap(text, width: width, firstIndent: indent, indent: indent)

    #expect(Self.withoutSpaces(lines.joined()) == Self.withoutSpaces(text))
    #expect(lines.allSatisfy { $0.last?.isWhitespace != true || $0.last == "\u{A0}" })
    #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= width })
    #expect(lines.count >= text.split(omittingEmptySubsequences: false) { $0.isNewline }.count)
    // One line has one place for each of its spaces: between words a space is lost only to a break.
    for (line, next) in zip(lines, lines.dropFirst()) {
      // Where the author himself began a line with a comma there is no other place for it.
      let start = next.drop { $0 == " " }
      guard !Self.beginsParagraph(start, in: text), !Self.isAllPunctuation(line) else { continue }
      if let first = start.first, Self.forbiddenStarts.contains(first) {
        Issue.record("\(first) starts a line of \(lines) from \(text.debugDescription)")
      }
      if let last = line.last, Self.forbiddenEnds.contains(last),
        !Self.endsParagraph(line, in: text)
      {
        Issue.record("\(last) ends a line of \(lines) from \(text.debugDescription)")
      }
    }
  }

  @Test("text of the shipped kind never breaks a rule", arguments: 10...60)
  func prose(width: Int) {
    let text =
      "《中华人民共和国民法典》第一百四十三条规定：“具备下列条件的民事法律行为有效：（一）行为人具有相应的民事行为能力；"
      + "（二）意思表示真实；（三）不违反法律、行政法规的强制性规定，不违背公序良俗。”（2021年1月1日起施行）甲问：‘能行吗？’"
    let lines = LineBreaking.wrap(text, width: width)
    #expect(lines.joined() == text)
    for line in lines {
      #expect(DisplayWidth.columns(of: line) <= width)
      #expect(line.first.map { !Self.forbiddenStarts.contains($0) } == true)
      #expect(line.last.map { !Self.forbiddenEnds.contains($0) } == true)
    }
    // Chinese fills its lines: only brackets, marks and numbers leave a line ragged.
    #expect(lines.dropLast().allSatisfy { DisplayWidth.columns(of: $0) >= width - 9 })
  }

  private static func withoutSpaces(_ text: String) -> [Character] {
    text.filter { !$0.isWhitespace && !$0.isNewline || $0 == "\u{A0}" }.map { $0 }
  }

  private static func paragraphs(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  private static func beginsParagraph(_ line: Substring, in text: String) -> Bool {
    paragraphs(text).contains { paragraph in
      paragraph.drop { $0 == " " || $0 == "　" }.hasPrefix(line.drop { $0 == " " || $0 == "　" })
    }
  }

  private static func endsParagraph(_ line: String, in text: String) -> Bool {
    let words = withoutSpaces(line)
    return paragraphs(text).contains { withoutSpaces(String($0)).suffix(words.count) == words[...] }
  }

  /// A run of marks wider than the line can only be cut among them.
  private static func isAllPunctuation(_ line: String) -> Bool {
    line.allSatisfy { $0.isPunctuation || $0.isWhitespace }
  }
}
