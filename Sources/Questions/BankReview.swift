import Statutes

/// When and by whom every key of a bank was checked against the editions it names.
package struct BankReview: Hashable, Sendable {
  package var date: CalendarDate
  /// The name as the bank file has it.
  package var reviewer: String

  package init(date: CalendarDate, reviewer: String) {
    self.date = date
    self.reviewer = reviewer
  }
}
