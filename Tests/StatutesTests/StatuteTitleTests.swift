import Statutes
import Testing

@Suite struct StatuteTitleTests {
  @Test(
    "spellings of one statute are equal",
    arguments: [
      "《中华人民共和国民法典》", "中华人民共和国民法典", "《民法典》", "民法典", " 《民法典》 ", "《 民法典 》",
    ])
  func equal(spelling: String) {
    #expect(StatuteTitle(spelling) == StatuteTitle("民法典"))
    #expect(StatuteTitle(spelling).quoted == "《民法典》")
  }

  @Test(
    "different statutes differ",
    arguments: ["民法", "民法典总则", "《民法典", "民法典》", "中华人民共和国", "Civil Code", ""])
  func different(spelling: String) {
    #expect(StatuteTitle(spelling) != StatuteTitle("民法典"))
  }

  @Test(
    "brackets stand around Chinese titles only",
    arguments: [
      ("宪法", "《宪法》"), ("Constitution", "Constitution"), ("中华人民共和国", "《中华人民共和国》"),
      ("《Civil Code》", "Civil Code"), ("WTO协定", "《WTO协定》"),
    ])
  func quoted(spelling: String, expected: String) {
    #expect(StatuteTitle(spelling).quoted == expected)
  }

  @Test func `an edition has its own title unless it is cited under a translation`() throws {
    let date = try #require(CalendarDate(iso: "2018-03-11"))
    let cited = Edition(title: StatuteTitle("宪法"), date: date)
    #expect(cited.original == StatuteTitle("宪法"))
    let translated = Edition(
      title: StatuteTitle("Constitution"), original: StatuteTitle("宪法"), date: date)
    #expect(translated.original.short == "宪法")
    #expect(translated != cited)
  }
}
