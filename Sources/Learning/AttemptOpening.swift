/// How an attempt was opened. It never changes afterwards.
package struct AttemptOpening: Hashable, Sendable {
  package var mode: PracticeMode
  package var plan: ItemPlan
  /// Everything random in the attempt comes from it.
  package var seed: UInt64
  /// Numbers of the banks in the store.
  package var banks: [Int64]
  /// The chapter practised, where the mode is by chapter.
  package var chapter: String?
  /// Points, time limit and pass mark of a mock exam.
  package var mock: MockTerms?
  package var moment: Moment

  package init(
    mode: PracticeMode, plan: ItemPlan, seed: UInt64, banks: [Int64], chapter: String? = nil,
    mock: MockTerms? = nil, moment: Moment
  ) {
    self.mode = mode
    self.plan = plan
    self.seed = seed
    self.banks = banks
    self.chapter = chapter
    self.mock = mock
    self.moment = moment
  }
}
