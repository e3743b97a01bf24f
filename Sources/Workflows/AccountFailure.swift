import Seals
import Text

/// Why an account was not made, changed or signed in to. Nothing was changed then.
package enum AccountFailure: Error, Hashable, Sendable {
  /// There is none yet, and nobody can be asked to make the first.
  case noAccounts
  case noSuchAccount(String)
  case nameTaken(String)
  case nameUnusable(String)
  /// The learner, by name or number, has an account already.
  case learnerTaken(String)
  /// The name is unknown or the password wrong: which of both is not told.
  case wrong
  /// No password is looked at for so many seconds.
  case locked(seconds: Int)
  case isDisabled(String)
  /// Somebody else chose the password, and a new one can only be asked for at a terminal.
  case passwordIsTemporary
  case password(PasswordFault)
  /// The new password is the old one.
  case passwordIsOld
  /// The second time another one was typed.
  case passwordsDiffer
  /// The last administrator in use would no longer be one.
  case lastAdministrator(String)
  /// The way back to an administrator is for the owner of this file alone.
  case notOwner(path: String)
  /// Which of these administrators is meant was not said.
  case severalAdministrators([String])
  /// The way back is open at a terminal only.
  case noTerminal
  /// The file that a variable names for a password cannot be read.
  case passwordFileUnreadable(path: String, reason: SystemReason)
  /// There is no password where one is expected.
  case passwordMissing
  /// A sign-in cannot be kept in this file.
  case sessionFileUnwritable(path: String, reason: SystemReason)
  case outOfMemory
}
