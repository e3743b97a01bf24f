import Testing

@testable import Statutes

@Suite struct DigestDiffTests {
  private static let title = StatuteTitle("鱼塘法")

  private func diff() throws -> DigestDiff {
    let date = try #require(CalendarDate(iso: "2020-01-02"))
    let old = IndexedStatute(
      fullTitle: "鱼塘法", date: date, effective: nil, preamble: 0, headings: [],
      articles: [(1, "a"), (2, "b"), (3, "c"), (4, "d")].map {
        .init(
          number: ArticleNumber($0.0), shape: ArticleOutline(["文。"]).shape, digest: $0.1)
      })
    let new = [(1, "a"), (2, "x"), (3, "y"), (4, "c")].map {
      (number: ArticleNumber($0.0), digest: $0.1)
    }
    return DigestDiff(old: old, new: new)
  }

  @Test(
    arguments: [
      (1, nil), (2, .changed), (3, .renumbered), (4, .changed), (9, nil),
    ] as [(Int, ChangeKind?)])
  func `digests tell what stayed, what moved and what is no more`(
    article: Int, kind: ChangeKind?
  ) throws {
    let citation = Citation(title: Self.title, provision: .article(ArticleNumber(article)))
    #expect(try diff().meeting(citation) == kind)
  }
}
