import Learning
import People
import Seals
import Storage
import Text

/// Signing in and out, and the very first account.
package struct SignIn: Sendable {
  package let data: MingfaData
  let limits: SignInLimits

  package init(_ data: MingfaData, limits: SignInLimits = .standard) {
    self.data = data
    self.limits = limits
  }

  /// Somebody who has signed in.
  package struct Opened: Hashable, Sendable {
    package fileprivate(set) var account: Account
    /// What the person's side keeps, in a file of that person; nil where the sign-in is for one command.
    package fileprivate(set) var token: String?
    package let news: [SignInNews]

    /// What workflows are told.
    package var actor: Actor { Actor(account) }
  }

  /// Whether there is an account at all.
  package func isFounded() throws -> Bool { try !data.accounts.isEmpty() }

  /// Makes the first account, an administrator, and signs it in for one command.
  ///
  /// - Throws: `AccountFailure`, `StorageFailure`.
  package func found(name: String, password: String) throws -> Opened {
    let name = try AccountName.checked(name)
    let hash = try Self.hash(password, of: name, data)
    let new = AccountStore.New(name: name, role: .administrator, hash: hash.text)
    guard
      let account = try data.accounts.add(
        new, isFirst: true, by: nil, at: data.environment.clock.now())
    else {
      throw AccountFailure.nameTaken(name)
    }
    return Opened(account: account, token: nil, news: [])
  }

  /// Signs in for one command. A wrong password makes the next wait.
  ///
  /// - Throws: `AccountFailure`, `StorageFailure`.
  package func signIn(name: String, password: String) throws -> Opened {
    guard let account = try data.accounts.account(named: AccountName.spelt(name)) else {
      // As slow as a wrong password, so that names cannot be told apart by time.
      _ = try Self.hashing { () throws(PasswordHash.OutOfMemory) in
        try PasswordHash(of: password, cost: data.environment.passwordCost)
      }
      throw AccountFailure.wrong
    }
    let failures = try check(password, of: account)
    guard !account.isDisabled else { throw AccountFailure.isDisabled(account.name ?? name) }
    var news: [SignInNews] = failures > 0 ? [.wrongPasswords(failures)] : []
    if account.role == .administrator {
      news += try data.accounts.recoveriesToNote().map { event in
        .recovered(
          account: try data.accounts.account(event.account)?.name ?? String(event.account.number),
          at: try data.dayRule().clockText(of: event.madeAt))
      }
    }
    return Opened(account: account, token: nil, news: news)
  }

  /// Lets a sign-in last beyond this command.
  package func keep(_ opened: Opened) throws -> Opened {
    let token = SecretToken()
    try data.accounts.beginSession(
      token.digest, of: opened.account.id, limits: limits, now: now)
    var kept = opened
    kept.token = token.hex
    return kept
  }

  /// Looks at a name that an account is to have.
  ///
  /// - Throws: `AccountFailure.nameUnusable`.
  package static func checkName(_ name: String) throws { _ = try AccountName.checked(name) }

  /// Why a text cannot be the password of somebody of this name; nil where it can.
  package static func fault(in password: String, of name: String) -> PasswordFault? {
    PasswordRule.fault(in: password, of: name)
  }

  /// The account that a kept token stands for; nil where the sign-in is over.
  package func resume(_ token: String) throws -> Account? {
    guard let token = SecretToken(hex: token) else { return nil }
    return try data.accounts.useSession(token.digest, limits: limits, now: now)
  }

  /// Ends a sign-in.
  package func signOut(_ token: String) throws {
    guard let token = SecretToken(hex: token) else { return }
    try data.accounts.endSession(token.digest)
  }

  /// Looks at a password, and returns how many were wrong before it.
  ///
  /// - Throws: `AccountFailure.wrong`, `.locked`, `.outOfMemory`.
  func check(_ password: String, of account: Account) throws -> Int {
    switch try data.accounts.attempt(account.id, now: now) {
    case .locked(let milliseconds):
      throw AccountFailure.locked(seconds: Int((milliseconds + 999) / 1000))
    case .allowed(let failures):
      guard let text = try data.accounts.password(of: account.id) else {
        throw AccountFailure.wrong
      }
      let stored = PasswordHash(stored: text)
      guard stored.matches(password) else { throw AccountFailure.wrong }
      try data.accounts.succeed(account.id)
      if stored.isOutdated(at: data.environment.passwordCost),
        let renewed = try? PasswordHash(of: password, cost: data.environment.passwordCost)
      {
        try data.accounts.renew(hash: renewed.text, of: account.id)
      }
      return failures
    }
  }

  private var now: Int64 { data.environment.clock.now().utc }

  /// The hash of a new password.
  ///
  /// - Throws: `AccountFailure.password`, `.outOfMemory`.
  static func hash(_ password: String, of name: String, _ data: MingfaData) throws -> PasswordHash {
    if let fault = PasswordRule.fault(in: password, of: name) {
      throw AccountFailure.password(fault)
    }
    return try hashing { () throws(PasswordHash.OutOfMemory) in
      try PasswordHash(of: password, cost: data.environment.passwordCost)
    }
  }

  private static func hashing(
    _ hash: () throws(PasswordHash.OutOfMemory) -> PasswordHash
  ) throws -> PasswordHash {
    do { return try hash() } catch { throw AccountFailure.outOfMemory }
  }
}
