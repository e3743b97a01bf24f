/// How long a sign-in lasts.
package struct SignInLimits: Hashable, Sendable {
  /// Milliseconds without a command.
  package var idle: Int64
  /// Milliseconds from the password on.
  package var absolute: Int64

  package init(idle: Int64, absolute: Int64) {
    self.idle = idle
    self.absolute = absolute
  }

  /// Half an hour, and a working day.
  package static let standard = SignInLimits(idle: 30 * 60_000, absolute: 12 * 3_600_000)

  /// Whether a sign-in still holds. All times are UTC milliseconds. A clock that went back by more than
  /// the idle limit ends it: nobody gains time by setting it.
  package func hold(begun: Int64, used: Int64, now: Int64) -> Bool {
    abs(now - used) < idle && now - begun < absolute
  }
}
