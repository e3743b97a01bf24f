/// What somebody is told who signs in.
package enum SignInNews: Hashable, Sendable {
  /// So many passwords were wrong since the last sign-in.
  case wrongPasswords(Int)
  /// An account was recovered by the owner of the files; nobody has taken note of it yet.
  case recovered(account: String, at: String)
}
