import TestKit
import Testing
import Text

@testable import Terminal

@Suite struct PageStyleTests {
  private let style = PageStyle(width: 30, language: .chinese, plain: false)

  @Test(
    arguments: [
      (["甲", "乙"], [" 甲   乙"]), ([], []), ([""], []), (["", "甲", ""], [" 甲"]),
      (["一二三四五六七", "八九十一二三四"], [" 一二三四五六七", " 八九十一二三四"]),
      (["一二三四五六七", "八九十一二"], [" 一二三四五六七   八九十一二"]),
      (["一二三四五六七八九十甲乙丙丁戊己，庚"], [" 一二三四五六七八九十甲乙丙丁", " 戊己，庚"]),
    ])
  func `words stand side by side where they fit`(words: [String], lines: [String]) {
    #expect(style.row(words) == lines)
  }

  @Test func `what is on the right stands at the edge, whatever the signs on the left`() {
    #expect(style.heading("练习", "剩余") == ["练习" + String(repeating: " ", count: 22) + "剩余"])
    let quoted = style.heading("“总则”①", "[收藏]")
    #expect(quoted == ["\"总则\"(1)" + String(repeating: " ", count: 15) + "[收藏]"])
    #expect(!quoted[0].unicodeScalars.contains(where: DisplayWidth.isAmbiguous))
    // Where they do not fit, one under the other, and the left as it is written.
    #expect(style.heading("“一二三四五六七八九十”", "[收藏] 错过 1 次") == ["“一二三四五六七八九十”", "[收藏] 错过 1 次"])
    #expect(style.heading("练习", "") == ["练习"])
    let plain = PageStyle(width: 30, language: .chinese, plain: true)
    #expect(plain.heading("练习", "剩余") == ["练习", "剩余"])
  }

  @Test func `a sentence is said in the language of the page and keeps its indent`() {
    let wording = Wording(zh: "请输入一到四之间的一个数字，再按回车", en: "Type a number from 1 to 4, then Enter")
    #expect(style.sentence(wording) == [" 请输入一到四之间的一个数字，", " 再按回车"])
    let english = PageStyle(width: 30, language: .english, plain: false)
    #expect(
      english.sentence(wording, indent: 3) == ["   Type a number from 1 to 4,", "   then Enter"])
  }
}
