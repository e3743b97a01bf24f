/// Counts, question by question, which articles of which editions are asked about.
///
/// A citation belongs to the edition that its bank names for the statute, so one statute has as many
/// maps as editions are named: the numbers of articles mean different things in each.
package struct CoverageTally: Sendable {
  /// An edition that banks name and of which neither index nor text is known.
  package struct UnknownEdition: Hashable, Sendable {
    package let title: StatuteTitle
    package let date: CalendarDate
    /// Citations that could not be looked up.
    package fileprivate(set) var citations = 0
  }

  /// In the order in which banks name them, or in that of the titles that were asked for.
  package private(set) var statutes: [StatuteCoverage] = []
  package private(set) var unknown: [UnknownEdition] = []

  private let index: StatuteIndex
  private let titles: Set<StatuteTitle>
  private var slots: [Key: Slot] = [:]

  private struct Key: Hashable {
    let title: StatuteTitle
    let date: CalendarDate
  }

  /// Where the count of an edition stands.
  private enum Slot {
    case known(Int)
    case unknown(Int)
  }

  /// - Parameters:
  ///   - editions: those that banks name; each has a map, though no question may rest on it.
  ///   - titles: the only statutes to be counted, by their own titles; empty for all. One of which no
  ///     bank names an edition has a map of the newest.
  package init(index: StatuteIndex, editions: [Edition], titles: [StatuteTitle] = []) {
    self.index = index
    self.titles = Set(titles)
    guard !titles.isEmpty else {
      for edition in editions { _ = slot(of: edition) }
      return
    }
    for title in titles {
      let named = editions.filter { $0.original == title }.sorted { $1.date < $0.date }
      for edition in named { _ = slot(of: edition) }
      if named.isEmpty, let newest = index.newest(title) { _ = slot(of: newest) }
    }
  }

  /// Counts a question.
  ///
  /// - Parameters:
  ///   - citations: all that it rests on.
  ///   - editions: those that its bank names.
  ///   - isAnswered: whether the learner has answered it.
  /// - Returns: the citations of places that do not exist; they count nowhere.
  package mutating func count(
    _ citations: [Citation], editions: [Edition], isAnswered: Bool
  ) -> [Citation] {
    var absent: [Citation] = []
    var met: [Int: Set<Int>] = [:]
    for citation in citations {
      let named = editions.first { $0.title == citation.title }
      guard let edition = named ?? index.newest(citation.title) else {
        // Neither the bank nor the index knows the statute: nobody can look it up.
        if titles.isEmpty { absent.append(citation) }
        continue
      }
      guard titles.isEmpty || titles.contains(edition.original) else { continue }
      switch slot(of: edition) {
      case .unknown(let place): unknown[place].citations += 1
      case .known(let place):
        if let article = statutes[place].place(of: citation) {
          met[place, default: []].insert(article)
        } else {
          absent.append(citation)
        }
      }
    }
    for (place, articles) in met { statutes[place].add(articles, isAnswered: isAnswered) }
    return absent
  }

  private mutating func slot(of edition: Edition) -> Slot {
    let key = Key(title: edition.original, date: edition.date)
    let slot = slots[key] ?? newSlot(for: key)
    slots[key] = slot
    if case .known(let place) = slot, edition.title != edition.original,
      statutes[place].translation == nil
    {
      statutes[place].translation = edition.title
    }
    return slot
  }

  private mutating func newSlot(for key: Key) -> Slot {
    guard let statute = index.statute(key.title, key.date) else {
      unknown.append(UnknownEdition(title: key.title, date: key.date))
      return .unknown(unknown.count - 1)
    }
    statutes.append(StatuteCoverage(statute))
    return .known(statutes.count - 1)
  }
}
