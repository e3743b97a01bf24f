import Questions
import Statutes
import Storage

/// Finds the questions that a newer edition of what they cite puts in doubt: exactly those whose cited
/// place changed, compared with the edition that each rests on.
struct FlagAmendments {
  let data: MingfaData

  /// - Parameters:
  ///   - texts: editions that are about to be loaded.
  ///   - titles: the statutes to look at; nil for those of the texts.
  ///   - bank: the code of the only bank to look at.
  /// - Throws: `StorageFailure`, `WorkflowFailure.indexUnreadable`.
  func flags(
    loading texts: [StatuteText] = [], of titles: [StatuteTitle]? = nil, bank: String? = nil
  ) throws -> [AmendmentFlag] {
    let known = try data.statutes.editions()
    var flags: [AmendmentFlag] = []
    for title in titles ?? Set(texts.map(\.title)).sorted(by: { $0.short < $1.short }) {
      let dates =
        known.filter { $0.title == title }.map(\.date)
        + texts.filter { $0.title == title }.map(\.date)
      guard let newest = dates.max() else { continue }
      let questions = try data.citations.citing(title).filter {
        $0.edition < newest && (bank == nil || $0.bankCode == bank)
          && ($0.state == .ready || $0.state == .flagged)
      }
      guard !questions.isEmpty, let new = try text(title, newest, texts, known) else { continue }
      var meetings: [CalendarDate: (Citation) -> ChangeKind?] = [:]
      for question in questions {
        let meeting =
          try meetings[question.edition]
          ?? meeting(from: question.edition, to: new, texts, known)
        meetings[question.edition] = meeting
        for citation in question.citations {
          guard let change = meeting(citation) else { continue }
          flags.append(
            AmendmentFlag(
              version: question.version,
              place: AmendmentFlag.Place(
                statute: title, old: question.edition, new: newest, citation: citation,
                change: change)))
        }
      }
    }
    return flags
  }

  /// How citations of an edition are met by a newer one. Where neither text nor digests of the older one
  /// are known, nobody can tell, and nothing is met.
  private func meeting(
    from date: CalendarDate, to new: StatuteText, _ texts: [StatuteText], _ known: [StoredStatute]
  ) throws -> (Citation) -> ChangeKind? {
    if let old = try text(new.title, date, texts, known) {
      let diff = EditionDiff(old: old, new: new)
      return { diff.meeting($0)?.kind }
    }
    let index = try CheckBank.shippedIndex(data.environment)
    guard let old = index.statute(new.title, date) else { return { _ in nil } }
    let diff = DigestDiff(
      old: old, new: new.articles.map { ($0.number, $0.digest) })
    return { diff.meeting($0) }
  }

  private func text(
    _ title: StatuteTitle, _ date: CalendarDate, _ texts: [StatuteText], _ known: [StoredStatute]
  ) throws -> StatuteText? {
    if let text = texts.first(where: { $0.title == title && $0.date == date }) { return text }
    return try known.first { $0.title == title && $0.date == date }
      .map { try data.statutes.text(of: $0) }
  }
}
