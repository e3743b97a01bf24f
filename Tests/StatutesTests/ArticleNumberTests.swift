import Statutes
import Testing
import Text

@Suite struct ArticleNumberTests {
  @Test(
    "an article is written in both ways",
    arguments: [
      (ArticleNumber(1), "第一条", "1"), (ArticleNumber(10), "第十条", "10"),
      (ArticleNumber(102), "第一百零二条", "102"), (ArticleNumber(110), "第一百一十条", "110"),
      (ArticleNumber(184, insertion: 1), "第一百八十四条之一", "184-1"),
      (ArticleNumber(1260, insertion: 12), "第一千二百六十条之十二", "1260-12"),
    ])
  func written(number: ArticleNumber, chinese: String, arabic: String) {
    #expect(number.chinese == chinese)
    #expect(number.arabic == arabic)
  }

  @Test func `articles follow each other, inserted ones behind their base`() {
    let ordered = [
      ArticleNumber(9), ArticleNumber(10), ArticleNumber(10, insertion: 1),
      ArticleNumber(10, insertion: 2), ArticleNumber(11),
    ]
    #expect(ordered.reversed().sorted() == ordered)
  }

  @Test func `every article number reads back from its Chinese form`() {
    let title = StatuteTitle("民法典")
    for number in 1...3000 {
      let article = ArticleNumber(number, insertion: number % 3)
      let read = CitationText.read("《民法典》" + article.chinese)
      if (try? read.get()) != [Citation(title: title, provision: .article(article))] {
        Issue.record("\(article.chinese) is not read")
      }
    }
  }
}
