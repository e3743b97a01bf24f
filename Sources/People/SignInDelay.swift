/// How long no password is looked at after wrong ones: guessing gets slow, and nobody is locked out for
/// good (OWASP, authentication).
package enum SignInDelay {
  /// Milliseconds after so many wrong passwords in a row: one second, doubled with each, an hour at most.
  package static func milliseconds(after failures: Int) -> Int64 {
    guard failures > 0 else { return 0 }
    return min(1000 << Int64(min(failures - 1, 12)), 3_600_000)
  }
}
