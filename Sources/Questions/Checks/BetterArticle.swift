import Statutes
import Text

/// Another article of the same statute that fits the question far better than those cited.
struct BetterArticle: BankCheck {
  let id = "better-article"
  let severity = CheckSeverity.warning
  let purpose = Wording(
    zh: "同一部法律里，有别的条文比所引的更合题意",
    en: "another article of the same statute that fits the question better")

  /// So many times better than the best of the cited ones.
  private static let margin = 1.35

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    for (place, entry) in bank.entries.enumerated() {
      let question = entry.question
      guard !question.citations.isEmpty else { continue }
      guard library.cited(by: question, in: bank) != nil else {
        log.pass(place)
        continue
      }
      // A text of a constitution's preamble is no article.
      guard !question.citations.contains(where: { $0.provision == .preamble }) else { continue }
      let ranked = library.best(for: entry, in: bank, limit: 40, withRationale: true)
      guard let best = ranked.first else { continue }
      let numbers = Set(
        question.citations.compactMap { citation -> ArticleNumber? in
          if case .article(let number) = citation.provision { number } else { nil }
        })
      let cited = ranked.first { numbers.contains($0.article.number) }
      guard !numbers.contains(best.article.number),
        best.score > Self.margin * (cited?.score ?? ranked.last?.score ?? 0)
      else { continue }
      let (title, number) = (best.text.title.quoted, best.article.number)
      log.find(
        place, .citation(0),
        Wording(
          zh: "\(title)\(number.chinese)看来更合题意；请核对依据",
          en: "\(title) \(number.english) seems to fit better; check the citation"))
    }
  }
}
