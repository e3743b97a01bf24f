/// A coverage as JSON (`mingfa.law-coverage/1` in docs/json.md), the same in every language.
package enum CoverageJSON {
  private struct Document: Encodable {
    let schema = "mingfa.law-coverage/1"
    let asOf: String
    let banks: [Bank]
    let learner: Learner?
    let statutes: [Statute]
    let absent: [Absent]
    let unknown: [Unknown]
  }

  private struct Bank: Encodable {
    let bank: String
    let title: String
    let version: String
    let questions: Int
    let uncited: Int
  }

  private struct Learner: Encodable {
    let number: Int64
    let name: String?
  }

  private struct Statute: Encodable {
    let statute: String
    let fullTitle: String
    let edition: String
    let effective: String?
    let questions: Int
    let answered: Int?
    let asked: Int
    let met: Int?
    let total: Int
    let percent: String
    let preamble: Preamble?
    let headings: [Heading]
    let articles: [Article]
  }

  private struct Preamble: Encodable {
    let questions: Int
    let answered: Int?
  }

  private struct Heading: Encodable {
    let division: String
    let number: Int?
    let title: String
    let depth: Int
    let asked: Int
    let met: Int?
    let total: Int
  }

  private struct Article: Encodable {
    let number: String
    let heading: Int?
    let questions: Int
    let answered: Int?
  }

  private struct Absent: Encodable {
    let bank: String
    let question: String
    let citation: String
  }

  private struct Unknown: Encodable {
    let statute: String
    let edition: String
    let citations: Int
  }

  /// The document. What is only known of a learner is absent where none was asked for.
  ///
  /// - Throws: never in practice; an encoder's error.
  package static func text(of map: CoverageMap) throws -> String {
    try JSONText.encode(
      Document(
        asOf: map.asOf,
        banks: map.banks.map {
          Bank(
            bank: $0.code, title: $0.title, version: $0.version, questions: $0.questions,
            uncited: $0.uncited)
        }, learner: map.person.map { Learner(number: $0.number, name: $0.name) },
        statutes: map.statutes.map { statute($0, hasPerson: map.person != nil) },
        absent: map.absent.map {
          Absent(bank: $0.bank, question: $0.code, citation: $0.citation)
        },
        unknown: map.unknown.map {
          Unknown(statute: $0.title, edition: $0.edition, citations: $0.citations)
        }))
  }

  private static func statute(_ statute: CoverageMap.Statute, hasPerson: Bool) -> Statute {
    func ifAsked(_ number: Int) -> Int? { hasPerson ? number : nil }
    var innermost: [Int?] = statute.articles.map { _ in nil }
    for (place, heading) in statute.headings.enumerated() {
      for article in heading.own { innermost[article] = place }
    }
    let asked = statute.asked(statute.all)
    return Statute(
      statute: statute.title, fullTitle: statute.fullTitle, edition: statute.edition,
      effective: statute.effective, questions: statute.total.questions,
      answered: ifAsked(statute.total.answered), asked: asked.numerator,
      met: ifAsked(statute.met(statute.all).numerator), total: asked.denominator,
      percent: asked.percent.map { String($0.dropLast()) } ?? "0.00",
      preamble: statute.preamble.map {
        Preamble(questions: $0.questions, answered: ifAsked($0.answered))
      },
      headings: statute.headings.map {
        Heading(
          division: $0.division, number: $0.number, title: $0.title, depth: $0.depth,
          asked: statute.asked($0.all).numerator, met: ifAsked(statute.met($0.all).numerator),
          total: $0.all.count)
      },
      articles: zip(statute.articles, innermost).map { article, heading in
        Article(
          number: article.number, heading: heading, questions: article.count.questions,
          answered: ifAsked(article.count.answered))
      })
  }
}
