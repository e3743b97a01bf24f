import Testing
import Text

@Suite struct ChineseNumeralTests {
  @Test func `every number from 0 to 99,999 reads back as itself`() {
    for number in 0...99_999 {
      let text = ChineseNumeral.text(number)
      if ChineseNumeral.value(of: text) != number {
        Issue.record(
          "\(number) is written \(text), read as \(ChineseNumeral.value(of: text) ?? -1)")
      }
    }
  }

  @Test("large numbers read back as themselves", arguments: UInt64(1)...20)
  func large(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    for _ in 0..<500 {
      let number = Int.random(in: 100_000..<100_000_000, using: &generator)
      #expect(ChineseNumeral.value(of: ChineseNumeral.text(number)) == number)
    }
  }

  @Test(
    "numbers are written as articles are numbered",
    arguments: [
      (0, "零"), (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (100, "一百"),
      (101, "一百零一"), (102, "一百零二"), (110, "一百一十"), (111, "一百一十一"), (184, "一百八十四"),
      (1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"), (1100, "一千一百"), (1260, "一千二百六十"),
      (10_000, "一万"), (10_001, "一万零一"), (10_010, "一万零一十"), (10_100, "一万零一百"),
      (11_000, "一万一千"), (99_999, "九万九千九百九十九"), (100_000, "十万"), (100_010, "十万零一十"),
      (10_005_000, "一千万五千"), (-1, "-1"), (100_000_000, "100000000"),
    ])
  func written(number: Int, expected: String) {
    #expect(ChineseNumeral.text(number) == expected)
  }

  @Test(
    "other ways to write a number",
    arguments: [
      ("〇", 0), ("○", 0), ("二〇二六", 2026), ("二零二六", 2026), ("一八四", 184), ("两", 2), ("两百", 200),
      ("一百〇二", 102), ("一十", 10), ("一千零十", 1010), ("一万零十", 10_010), ("零五", 5),
    ])
  func read(text: String, expected: Int) {
    #expect(ChineseNumeral.value(of: text) == expected)
  }

  @Test(
    "a malformed numeral has no value",
    arguments: [
      "", "百", "千", "万", "百一", "十百", "百十", "一二十", "一十二三", "一百二", "一千五", "一万五", "二十零",
      "一百零", "一百零零二", "一百零十", "一百零二十", "一千零五百", "一万零", "一万零零", "一万零一千", "零一百", "零十",
      "零万", "万一", "一万万", "一万一万", "十十", "一百一百", "一百十", "abc", "1", "一a", "一 百", "第一",
      "一二三四五六七八九", "一百零二条", "负一", "壹",
    ])
  func malformed(text: String) {
    #expect(ChineseNumeral.value(of: text) == nil)
  }

  @Test("the signs of a numeral are known", arguments: Array("零〇○一二两三四五六七八九十百千万"))
  func sign(character: Character) {
    #expect(ChineseNumeral.isNumeral(character))
  }

  @Test("other signs are none", arguments: Array("第条1a亿点 壹"))
  func noSign(character: Character) {
    #expect(!ChineseNumeral.isNumeral(character))
  }
}
