import Learning
import People
import Seals
import Storage
import Text

/// Adding, changing and listing accounts.
package struct EditAccounts: Sendable {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// Adds an account. A learner's password stays as it was given; anybody else chooses another at the
  /// first sign-in, since the administrator knows this one.
  ///
  /// - Parameter learner: the learner that it belongs to, by name or number.
  /// - Throws: `AccountFailure`, `WorkflowFailure`, `StorageFailure`.
  package func add(
    name: String, role: Role, learner who: String? = nil, password: String
  ) throws -> Account {
    try Authorisation.authorise(actor, to: .editAccounts)
    let name = try checkNew(name)
    let learner = try who.map { try EditLearners(data, actor: actor).findPresent($0) }
    if let learner, let who, try data.accounts.account(of: learner.id) != nil {
      throw AccountFailure.learnerTaken(who)
    }
    let hash = try SignIn.hash(password, of: name, data)
    let new = AccountStore.New(
      name: name, role: role, learner: learner?.id, hash: hash.text,
      passwordIsTemporary: role != .learner)
    guard let account = try data.accounts.add(new, by: actor.account, at: now) else {
      throw AccountFailure.nameTaken(name)
    }
    return account
  }

  /// The name as a new account would have it: to be asked before the password is.
  ///
  /// - Throws: `AccountFailure.nameUnusable`, `.nameTaken`.
  @discardableResult package func checkNew(_ name: String) throws -> String {
    let usable = try AccountName.checked(name)
    guard try data.accounts.account(named: usable) == nil else {
      throw AccountFailure.nameTaken(usable)
    }
    return usable
  }

  /// All accounts, by number.
  package func all() throws -> [Account] {
    try Authorisation.authorise(actor, to: .readAccounts)
    return try data.accounts.accounts()
  }

  /// What was done to accounts, the oldest first.
  package func events() throws -> [AccountEvent] {
    try Authorisation.authorise(actor, to: .readAccounts)
    return try data.accounts.events()
  }

  /// Gives an account another role; its sign-ins end.
  package func set(role: Role, of name: String) throws -> Account {
    try Authorisation.authorise(actor, to: .editAccounts)
    let account = try find(name)
    guard account.role != role else { return account }
    guard try data.accounts.set(role: role, of: account.id, by: actor.account, at: now) else {
      throw AccountFailure.lastAdministrator(account.name ?? name)
    }
    return try find(name)
  }

  /// Takes an account out of use, or lets it be used again.
  package func set(disabled: Bool, of name: String) throws -> Account {
    try Authorisation.authorise(actor, to: .editAccounts)
    let account = try find(name)
    guard account.isDisabled != disabled else { return account }
    guard
      try data.accounts.set(disabled: disabled, of: account.id, by: actor.account, at: now)
    else { throw AccountFailure.lastAdministrator(account.name ?? name) }
    return try find(name)
  }

  /// Lifts the wait after wrong passwords.
  package func unlock(_ name: String) throws -> Account {
    try Authorisation.authorise(actor, to: .editAccounts)
    let account = try find(name)
    try data.accounts.unlock(account.id, by: actor.account, at: now)
    return try find(name)
  }

  /// Sets the password of another account, whose holder chooses a new one at the next sign-in; a learner
  /// keeps it.
  package func reset(password: String, of name: String) throws {
    try Authorisation.authorise(actor, to: .editAccounts)
    let account = try find(name)
    let hash = try SignIn.hash(password, of: account.name ?? name, data)
    try data.accounts.set(
      password: hash.text, isTemporary: account.role != .learner, of: account.id, as: .reset,
      by: actor.account, at: now)
  }

  /// Changes one's own password.
  ///
  /// - Parameter old: the one so far; it is looked at like at a sign-in.
  package func change(password: String, from old: String) throws {
    try Authorisation.authorise(actor, to: .changePassword)
    guard let id = actor.account, let account = try data.accounts.account(id) else {
      throw Authorisation.Refusal(action: .changePassword)
    }
    _ = try SignIn(data).check(old, of: account)
    guard NormalForm.compatible(password) != NormalForm.compatible(old) else {
      throw AccountFailure.passwordIsOld
    }
    let hash = try SignIn.hash(password, of: account.name ?? "", data)
    try data.accounts.set(
      password: hash.text, isTemporary: false, of: id, as: .password, by: id, at: now)
  }

  /// Takes note of the recoveries so far: no sign-in tells of them any more.
  ///
  /// - Returns: how many there were.
  package func acknowledge() throws -> Int {
    try Authorisation.authorise(actor, to: .editAccounts)
    let recoveries = try data.accounts.recoveriesToNote()
    guard let id = actor.account, !recoveries.isEmpty else { return 0 }
    try data.accounts.record(.acknowledged, of: id, by: id, at: now)
    return recoveries.count
  }

  /// The account with this name.
  ///
  /// - Throws: `AccountFailure.noSuchAccount`.
  package func find(_ name: String) throws -> Account {
    try Authorisation.authorise(actor, to: .editAccounts)
    guard let account = try data.accounts.account(named: AccountName.spelt(name)) else {
      throw AccountFailure.noSuchAccount(name)
    }
    return account
  }

  private var now: Moment { data.environment.clock.now() }
}
