/// One edition of a statute, known by its title and the date of the decision that made it.
package struct Edition: Hashable, Sendable {
  /// The title under which a bank cites it.
  package let title: StatuteTitle
  /// The statute's own title where the bank cites it under a translation; else equal to `title`.
  package let original: StatuteTitle
  package let date: CalendarDate

  package init(title: StatuteTitle, original: StatuteTitle? = nil, date: CalendarDate) {
    self.title = title
    self.original = original ?? title
    self.date = date
  }
}
