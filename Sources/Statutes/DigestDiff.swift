/// What an amendment did to the articles of a statute, where only digests of the older text are known. It
/// tells articles apart that stayed, that have another number, and that are no more as they were; not
/// which paragraph changed.
package struct DigestDiff: Sendable {
  private let old: [ArticleNumber: String]
  private let new: [ArticleNumber: String]
  private let places: [String: ArticleNumber]

  /// - Parameter new: the articles of the newer edition with the digests of their normal texts.
  package init(old: IndexedStatute, new articles: [(number: ArticleNumber, digest: String)]) {
    self.old = Dictionary(
      old.articles.map { ($0.number, $0.digest) }, uniquingKeysWith: { first, _ in first })
    self.new = Dictionary(
      articles.map { ($0.number, $0.digest) }, uniquingKeysWith: { first, _ in first })
    places = Dictionary(
      articles.map { ($0.digest, $0.number) }, uniquingKeysWith: { first, _ in first })
  }

  /// How a citation of the older edition is met; nil where its article is as it was. Of a preamble no digest
  /// is known: it counts as reworded.
  package func meeting(_ citation: Citation) -> ChangeKind? {
    guard case .article(let number) = citation.provision else { return .reworded }
    guard let digest = old[number] else { return nil }
    if new[number] == digest { return nil }
    return places[digest] == nil ? .changed : .renumbered
  }
}
