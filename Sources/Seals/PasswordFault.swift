/// Why a text cannot be a password.
package enum PasswordFault: Error, Hashable, Sendable {
  /// Fewer characters than this.
  case tooShort(least: Int)
  /// More characters than this.
  case tooLong(most: Int)
  /// It holds a tab or another control character.
  case hasControls
  /// One of those that are tried first.
  case common
  /// A birthday, a telephone number or an ID number.
  case personal
  /// The name of the account is most of it.
  case name
}
