import Statutes
import Text

/// A citation of an article, paragraph or item that its edition does not have.
struct UnknownPlace: BankCheck {
  let id = "unknown-place"
  let severity = CheckSeverity.error
  let purpose = Wording(
    zh: "依据里的条、款、项，这一版法律里没有",
    en: "a cited article, paragraph or item that the edition does not have")

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    for (place, entry) in bank.entries.enumerated() {
      for (number, citation) in entry.question.citations.enumerated() {
        switch finding(citation, in: bank, with: library) {
        case .held: log.count(checked: true, of: place)
        case .unclear, .unknownEdition: log.count(checked: false, of: place)
        case .absent(let gap):
          log.count(checked: true, of: place)
          log.find(place, .citation(number), gap.wording(of: citation))
        }
      }
    }
  }

  /// A loaded text says more than the index; both are of the edition that the bank names.
  private func finding(
    _ citation: Citation, in bank: CheckedBank, with library: StatuteLibrary
  ) -> CitationFinding {
    if let text = library.text(of: citation, in: bank) { return text.finding(citation) }
    return library.index.finding(citation, editions: bank.editions)
  }
}
