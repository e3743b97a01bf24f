import Testing
import Text

@Suite struct LanguageTests {
  @Test(
    "the language follows the choice, then the locale, else is Chinese",
    arguments: [
      (nil, [:], .chinese), (nil, ["LANG": "C"], .chinese), (nil, ["LANG": "C.UTF-8"], .chinese),
      (nil, ["LANG": "POSIX"], .chinese), (nil, ["LANG": ""], .chinese),
      (nil, ["LANG": "zh_CN.UTF-8"], .chinese), (nil, ["LANG": "zh"], .chinese),
      (nil, ["LANG": "en_US.UTF-8"], .english), (nil, ["LANG": "de_DE@euro"], .english),
      (nil, ["LANG": "en_US", "LC_ALL": "zh_CN"], .chinese),
      (nil, ["LANG": "zh_CN", "LC_MESSAGES": "en_GB"], .english),
      (nil, ["LANG": "en_US", "LC_ALL": ""], .english),
      (.english, ["LANG": "zh_CN"], .english), (.chinese, ["LANG": "en_US"], .chinese),
    ] as [(Language?, [String: String], Language)])
  func chosen(explicit: Language?, environment: [String: String], expected: Language) {
    #expect(Language.chosen(explicit: explicit) { environment[$0] } == expected)
  }

  @Test func `a wording speaks the language asked for`() {
    let wording = Wording(zh: "对", en: "Right")
    #expect(Language.allCases.map { wording($0) } == ["对", "Right"])
  }
}
