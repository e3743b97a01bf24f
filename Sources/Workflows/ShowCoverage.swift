import Learning
import People
import Questions
import Reports
import Statutes
import Storage
import Text

/// Which articles of which statutes the loaded banks ask about, and how often.
package struct ShowCoverage {
  let data: MingfaData
  let actor: Actor

  /// - Throws: `Authorisation.Refusal`, so that nothing here is asked without leave.
  package init(_ data: MingfaData, actor: Actor) throws {
    self.data = data
    self.actor = actor
    try Authorisation.authorise(actor, to: .readStatutes)
    try Authorisation.authorise(actor, to: .readBank)
  }

  /// Counts the present versions of all questions but retired ones.
  ///
  /// - Parameters:
  ///   - names: of statutes, their own or those under which a bank cites them; a part is enough where
  ///     it fits one. Empty for all that banks name.
  ///   - banks: codes or titles; empty for all.
  ///   - learner: whose answers are shown besides; nil for nobody's.
  /// - Throws: `WorkflowFailure.noBanks`, `.noSuchBank`, `.noStatutes`, `.noSuchStatute`,
  ///   `.indexUnreadable`, `StorageFailure`, `Authorisation.Refusal`.
  package func map(
    of names: [String] = [], banks codes: [String] = [], learner: Learner? = nil
  ) throws -> CoverageMap {
    if learner != nil { try Authorisation.authorise(actor, to: .readStatistics) }
    let chosen = try chosen(codes)
    let index = try CheckBank.knownIndex(data)
    guard !index.statutes.isEmpty else { throw WorkflowFailure.noStatutes }
    let editions = try Dictionary(
      chosen.map { ($0.id, try data.banks.editions(of: $0.id)) }, uniquingKeysWith: { $1 })
    let named = chosen.flatMap { editions[$0.id] ?? [] }
    let titles = try titles(names, named: named, index: index)
    var tally = CoverageTally(index: index, editions: named, titles: titles)
    // Banks that say nothing of the statutes asked for are not named, unless none says anything.
    let speaking = chosen.filter { bank in
      (editions[bank.id] ?? []).contains { titles.contains($0.original) }
    }
    let banks = codes.isEmpty && !speaking.isEmpty ? speaking : chosen
    var counts: [Int64: (questions: Int, uncited: Int)] = [:]
    var absent: [CoverageMap.Absent] = []
    let byID = Dictionary(banks.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    for question in try data.coverage.questions(of: banks.map(\.id), learner: learner?.id) {
      guard let bank = byID[question.bank] else { continue }
      counts[bank.id, default: (0, 0)].questions += 1
      if question.citations.isEmpty { counts[bank.id, default: (0, 0)].uncited += 1 }
      let lost = tally.count(
        question.citations, editions: editions[bank.id] ?? [], isAnswered: question.isAnswered)
      absent += lost.map {
        CoverageMap.Absent(
          bank: bank.code, code: question.code, citation: $0.text(in: bank.language))
      }
    }
    let day = try data.dayRule().day(of: data.environment.clock.now().utc)
    return CoverageMap(
      asOf: CivilDay(day).iso, program: data.environment.program,
      banks: banks.map {
        let count = counts[$0.id] ?? (0, 0)
        return CoverageMap.Bank(
          code: $0.code, title: $0.title, version: $0.version.text, questions: count.questions,
          uncited: count.uncited)
      }, person: learner.map { CoverageMap.Person(number: $0.id.number, name: $0.name) },
      statutes: tally.statutes.map(Self.shown), absent: absent,
      unknown: tally.unknown.map {
        CoverageMap.Unknown(
          title: $0.title.short, name: Self.name($0.title), edition: $0.date.iso,
          citations: $0.citations)
      })
  }

  private func chosen(_ codes: [String]) throws -> [StoredBank] {
    guard codes.isEmpty else {
      var seen: Set<Int64> = []
      return try PlanPractice(data).banks(codes, language: .chinese)
        .filter { seen.insert($0.id).inserted }
    }
    let all = try data.banks.banks()
    guard !all.isEmpty else { throw WorkflowFailure.noBanks }
    return all
  }

  /// The statutes' own titles.
  private func titles(
    _ names: [String], named: [Edition], index: StatuteIndex
  ) throws -> [StatuteTitle] {
    let known = named.map(\.original) + index.statutes.map(\.title)
    var titles: [StatuteTitle] = []
    for name in names {
      let asked = StatuteTitle(name)
      let translated = named.first { $0.title == asked }?.original
      let found = translated.map { [$0] } ?? asked.candidates(among: known)
      guard found.count == 1 else {
        throw WorkflowFailure.noSuchStatute(
          asked.short, known: (found.isEmpty ? Self.unique(known) : found).map(\.short))
      }
      if !titles.contains(found[0]) { titles.append(found[0]) }
    }
    return titles
  }

  private static func unique(_ titles: [StatuteTitle]) -> [StatuteTitle] {
    var seen: Set<StatuteTitle> = []
    return titles.filter { seen.insert($0).inserted }
  }

  // MARK: As a report

  private static func name(
    _ title: StatuteTitle, translation: StatuteTitle? = nil
  ) -> Wording {
    let english = translation.map { "\($0.quoted) (\(title.quoted))" }
    return Wording(zh: title.quoted, en: english ?? title.quoted)
  }

  private static func shown(_ coverage: StatuteCoverage) -> CoverageMap.Statute {
    let statute = coverage.statute
    return CoverageMap.Statute(
      title: statute.title.short, fullTitle: statute.fullTitle,
      name: name(statute.title, translation: coverage.translation), edition: statute.date.iso,
      effective: statute.effective?.iso, total: shown(coverage.total),
      preamble: statute.preamble > 0 ? shown(coverage.preamble) : nil, leading: coverage.leading,
      headings: coverage.divisions.map { division in
        let heading = division.heading
        return CoverageMap.Heading(
          division: heading.division.code, number: heading.number, title: heading.title,
          name: Wording(zh: heading.chinese, en: heading.english), depth: division.depth,
          all: division.all, own: division.own)
      },
      articles: zip(statute.articles, coverage.articles).map { article, count in
        CoverageMap.Article(
          number: article.number.arabic,
          name: Wording(zh: article.number.chinese, en: article.number.english),
          count: shown(count))
      })
  }

  private static func shown(_ count: StatuteCoverage.Count) -> CoverageMap.Count {
    CoverageMap.Count(questions: count.questions, answered: count.answered)
  }
}
