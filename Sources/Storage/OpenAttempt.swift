import Learning

/// An attempt that can be gone on with.
package struct OpenAttempt: Hashable, Sendable {
  package let id: AttemptID
  package let mode: PracticeMode
  package let opened: Moment

  package init(id: AttemptID, mode: PracticeMode, opened: Moment) {
    self.id = id
    self.mode = mode
    self.opened = opened
  }
}
