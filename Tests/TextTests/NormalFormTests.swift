import Testing
import Text

@Suite struct NormalFormTests {
  @Test(arguments: [
    ("ｍｉｎｇｆａ１２３", "mingfa123"), ("ＡＢＣ　ｄ", "ABC d"), ("é", "\u{E9}"), ("e\u{301}", "\u{E9}"),
    ("ﬁ", "fi"), ("①", "1"), ("張三", "張三"), ("", ""), ("plain", "plain"), ("㍿", "株式会社"),
    ("\u{F900}", "\u{8C48}"), ("a\u{0}b", "a\u{0}b"),
  ]) func `what a keyboard can write in several ways has one spelling`(
    text: String, spelling: String
  ) {
    #expect(
      Array(NormalForm.compatible(text).unicodeScalars) == Array(spelling.unicodeScalars))
  }
}
