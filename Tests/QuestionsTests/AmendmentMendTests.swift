import Statutes
import TestKit
import Testing

@testable import Questions

@Suite struct AmendmentMendTests {
  private static let days = TermChange(old: "五日", new: "七日")

  private func question(_ options: [String], right: Int, stem: String = "几日内？") throws -> Question {
    var question = try SampleBank.single("M-1")
    question.stem = stem
    question.options = SampleBank.options(options)
    question.key = .options([question.options[right].id])
    question.rationale = Rationale("应当在五日内办理。")
    return question
  }

  private func mended(_ question: Question) -> Question? {
    AmendmentMend.proposal(for: question, terms: [Self.days], citations: [:])
  }

  @Test func `the new figure takes the place of the old one in key and explanation`() throws {
    let mend = try #require(mended(question(["三日", "五日", "十日"], right: 1)))
    #expect(mend.options.map(\.text) == ["三日", "七日", "十日"])
    #expect(mend.keyTexts == ["七日"])
    #expect(mend.rationale.text { _ in nil } == "应当在七日内办理。")
    #expect(AmendmentMend.changesRule(mend, of: try question(["三日", "五日", "十日"], right: 1)))
  }

  @Test func `where an option has the new figure already the key goes there`() throws {
    let mend = try #require(mended(question(["三日", "五日", "七日"], right: 1)))
    #expect(mend.options.map(\.text) == ["三日", "五日", "七日"])
    #expect(mend.keyTexts == ["七日"])
  }

  @Test func `figures in digits and in words are one figure`() throws {
    let mend = try #require(mended(question(["3日", "5日", "10日"], right: 1)))
    #expect(mend.keyTexts == ["7日"])
  }

  @Test(arguments: ["十五日", "15日", "五日游"])
  func `a figure inside another one is another one`(text: String) throws {
    let mend = mended(try question(["三日", text, "十日"], right: 1))
    #expect((mend != nil) == (text == "五日游"))
  }

  @Test(arguments: [
    ("应当在五日内答复。", true, "应当在七日内答复。", true),
    ("应当在七日内答复。", false, "应当在七日内答复。", true),
  ])
  func `a statement goes with the law`(stem: String, was: Bool, after: String, isNow: Bool) throws {
    var question = try SampleBank.truth("M-2", was)
    question.stem = stem
    let mend = try #require(mended(question))
    #expect(mend.stem == after)
    #expect(mend.key == .truth(isNow))
  }

  @Test func `blanks and points take the new figure, too`() throws {
    var blank = try SampleBank.fillIn("M-3")
    blank.key = .blanks([["五日", "5日"]])
    #expect(mended(blank)?.key == .blanks([["七日", "7日"]]))
    var short = try SampleBank.short("M-4")
    short.key = .points([KeyPoint(wording: "五日内答复", forms: [["五日", "答复"]])])
    #expect(
      mended(short)?.key == .points([KeyPoint(wording: "七日内答复", forms: [["七日", "答复"]])]))
  }

  @Test func `a question that says nothing of what changed is left alone`() throws {
    #expect(mended(try question(["甲", "乙", "丙"], right: 0)) == nil)
  }

  @Test func `citations go where the newer edition has the place`() throws {
    let title = StatuteTitle("鱼塘法")
    let old = Citation(title: title, provision: .article(ArticleNumber(3)))
    let new = Citation(title: title, provision: .article(ArticleNumber(5)))
    var question = try question(["甲", "乙", "丙"], right: 0)
    question.citations = [old]
    let mend = try #require(
      AmendmentMend.proposal(for: question, terms: [], citations: [old: new]))
    #expect(mend.citations == [new])
    #expect(!AmendmentMend.changesRule(mend, of: question))
  }
}
