/// When the waves of an exam may be opened 考试时间窗.
package struct ExamWindow: Hashable, Sendable {
  /// UTC milliseconds; nil: from the beginning.
  package var from: Int64?
  /// UTC milliseconds, from when on it is too late; nil: never.
  package var until: Int64?

  package init(from: Int64?, until: Int64?) {
    self.from = from
    self.until = until
  }

  /// At any time.
  package static let always = ExamWindow(from: nil, until: nil)

  /// Where a moment lies.
  package enum Place: Hashable, Sendable {
    case within
    /// Too early: the beginning.
    case before(Int64)
    /// Too late: the end.
    case after(Int64)
  }

  /// Where a moment lies, in UTC milliseconds.
  package func place(of utc: Int64) -> Place {
    if let from, utc < from { return .before(from) }
    if let until, utc >= until { return .after(until) }
    return .within
  }

  /// Whether there is a moment in it.
  package var isPossible: Bool {
    guard let from, let until else { return true }
    return from < until
  }
}
