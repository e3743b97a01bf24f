import Learning
import People
import Seals
import TestKit
import Testing
import Workflows

/// Who may come in, for how long, and how often somebody may guess.
@Suite struct SignInTests {
  static let password = "three old trees"
  let test: TestData
  let signIn: SignIn
  let administrator: Actor

  init() throws {
    test = try TestData()
    signIn = SignIn(test.data)
    administrator = try signIn.found(name: "Ann", password: Self.password).actor
  }

  private var editing: EditAccounts { EditAccounts(test.data, actor: administrator) }

  private func failure(_ body: () throws -> Void) -> AccountFailure? {
    do { try body() } catch { return error as? AccountFailure }
    return nil
  }

  private func attempt(_ name: String = "Ann", _ password: String = password) -> AccountFailure? {
    failure { _ = try signIn.signIn(name: name, password: password) }
  }

  @Test func `the first account is an administrator, and there is one first account`() throws {
    #expect(administrator.role == .administrator)
    #expect(
      failure { _ = try signIn.found(name: "Eve", password: Self.password) } == .nameTaken("Eve"))
    #expect(try editing.all().map(\.name) == ["Ann"])
    #expect(try !SignIn(TestData().data).isFounded())
  }

  @Test(arguments: [" Ann ", "Ａｎｎ", "Ann"]) func `a name is read as any input method writes it`(
    name: String
  ) { #expect(attempt(name) == nil) }

  @Test func `an unknown name and a wrong password are told in the same words`() {
    #expect(attempt("Eve") == .wrong)
    #expect(attempt("Ann", "three new trees") == .wrong)
  }

  @Test func `each wrong password doubles the wait, up to an hour`() throws {
    var waits: [Int] = []
    for _ in 0..<14 {
      #expect(attempt("Ann", "three new trees") == .wrong)
      guard case .locked(let seconds) = attempt() else { return #expect(Bool(false)) }
      waits.append(seconds)
      test.clock.advance(Int64(seconds) * 1000 - 1)
      #expect(attempt() == .locked(seconds: 1))
      test.clock.advance(1)
    }
    #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600, 3600])
    let opened = try signIn.signIn(name: "Ann", password: Self.password)
    #expect(opened.news == [.wrongPasswords(14)])
    #expect(try signIn.signIn(name: "Ann", password: Self.password).news == [])
  }

  @Test func `a wait outlives the program, and a clock that is set back does not lengthen it`()
    throws
  {
    let folder = try TemporaryFolder()
    let clock = HandClock()
    let first = SignIn(try TestData(clock: clock, folder: folder.url).data)
    _ = try first.found(name: "Ann", password: Self.password)
    for wait in [0, 1, 2] as [Int64] {
      clock.advance(wait * 1000)
      #expect(throws: AccountFailure.wrong) {
        try first.signIn(name: "Ann", password: "three new trees")
      }
    }
    let again = SignIn(try TestData(clock: clock, folder: folder.url).data)
    #expect(throws: AccountFailure.locked(seconds: 4)) {
      try again.signIn(name: "Ann", password: Self.password)
    }
    clock.setWall(HandClock.noon - 3_600_000)
    #expect(throws: AccountFailure.locked(seconds: 4)) {
      try again.signIn(name: "Ann", password: Self.password)
    }
  }

  @Test func `who guesses with many processes at once has one guess`() throws {
    let id = try #require(administrator.account)
    let now = test.clock.now().utc
    #expect(try test.data.accounts.attempt(id, now: now) == .allowed(failures: 0))
    // The first has not looked at its password yet, or was killed before it could.
    #expect(try test.data.accounts.attempt(id, now: now) == .locked(1000))
  }

  @Test func `an administrator lifts a wait, on the record`() throws {
    _ = try editing.add(name: "Ben", role: .learner, password: Self.password)
    #expect(attempt("Ben", "three new trees") == .wrong)
    #expect(attempt("Ben") == .locked(seconds: 1))
    _ = try editing.unlock("Ben")
    #expect(attempt("Ben") == nil)
    #expect(try editing.events().map(\.kind) == [.created, .created, .unlocked])
    #expect(try editing.events().last?.by == administrator.account)
  }

  @Test func `a sign-in ends after half an hour without use, and after a day's work`() throws {
    func token() throws -> String {
      try #require(
        try signIn.keep(signIn.signIn(name: "Ann", password: Self.password)).token)
    }
    let first = try token()
    #expect(try signIn.resume(first)?.name == "Ann")
    test.clock.advance(30 * 60_000)
    #expect(try signIn.resume(first) == nil)
    let second = try token()
    for _ in 0..<24 {
      test.clock.advance(29 * 60_000)
      #expect(try signIn.resume(second) != nil)
    }
    test.clock.advance(24 * 60_000)
    #expect(try signIn.resume(second) == nil)
    // It is gone, and setting the clock back brings nothing back.
    test.clock.advance(-60_000)
    #expect(try signIn.resume(second) == nil)
    let third = try token()
    test.clock.advance(-3_600_000)
    #expect(try signIn.resume(third) == nil)
  }

  @Test func `a sign-in ends with signing out, and nothing else is one`() throws {
    let opened = try signIn.signIn(name: "Ann", password: Self.password)
    #expect(opened.token == nil)
    let (first, second) = (try signIn.keep(opened).token ?? "", try signIn.keep(opened).token ?? "")
    try signIn.signOut(first)
    #expect(try signIn.resume(first) == nil)
    #expect(try signIn.resume(second) != nil)
    for text in ["", "x", SecretToken().hex, String(second.dropLast())] {
      #expect(try signIn.resume(text) == nil)
    }
  }

  /// What ends the sign-ins of an account.
  static let ends: [(String, @Sendable (EditAccounts) throws -> Void)] = [
    ("role", { _ = try $0.set(role: .trainer, of: "Ben") }),
    ("disabled", { _ = try $0.set(disabled: true, of: "Ben") }),
    ("reset", { try $0.reset(password: "five new houses", of: "Ben") }),
  ]

  @Test(arguments: ends.indices) func `a sign-in ends when the account is changed`(index: Int)
    throws
  {
    _ = try editing.add(name: "Ben", role: .learner, password: Self.password)
    let token = try #require(
      try signIn.keep(signIn.signIn(name: "Ben", password: Self.password)).token)
    #expect(try signIn.resume(token)?.role == .learner)
    try Self.ends[index].1(editing)
    #expect(try signIn.resume(token) == nil)
  }

  @Test func `a disabled account is told so only with its password`() throws {
    _ = try editing.add(name: "Ben", role: .learner, password: Self.password)
    _ = try editing.set(disabled: true, of: "Ben")
    #expect(attempt("Ben") == .isDisabled("Ben"))
    #expect(attempt("Ben", "three new trees") == .wrong)
    test.clock.advance(1000)
    _ = try editing.set(disabled: false, of: "Ben")
    #expect(attempt("Ben") == nil)
  }

  @Test(arguments: Role.allCases) func `whoever is no learner replaces the administrator's choice`(
    role: Role
  ) throws {
    _ = try editing.add(name: "Ben", role: role, password: Self.password)
    let opened = try signIn.signIn(name: "Ben", password: Self.password)
    #expect(opened.account.passwordIsTemporary == (role != .learner))
    let own = EditAccounts(test.data, actor: opened.actor)
    #expect(
      failure { try own.change(password: "ｔｈｒｅｅ old trees", from: Self.password) } == .passwordIsOld
    )
    #expect(
      failure { try own.change(password: "12345678", from: Self.password) } == .password(.common))
    #expect(failure { try own.change(password: "five new houses", from: "no") } == .wrong)
    test.clock.advance(1000)
    try own.change(password: "five new houses", from: Self.password)
    #expect(attempt("Ben") == .wrong)
    test.clock.advance(1000)
    #expect(
      try !signIn.signIn(name: "Ben", password: "five new houses").account.passwordIsTemporary)
  }

  @Test func `a cheap hash is made anew at the next sign-in`() throws {
    let id = try #require(administrator.account)
    var environment = test.data.environment
    environment.passwordCost = .init(memory: 16384, passes: 2)
    let dearer = SignIn(MingfaData(environment, file: test.data.file))
    let before = try test.data.accounts.password(of: id)
    #expect(throws: AccountFailure.wrong) { try dearer.signIn(name: "Ann", password: "three") }
    #expect(try test.data.accounts.password(of: id) == before)
    test.clock.advance(1000)
    _ = try dearer.signIn(name: "Ann", password: Self.password)
    #expect(try test.data.accounts.password(of: id)?.contains("m=16,t=2,p=1") == true)
    #expect(attempt() == nil)
    #expect(try editing.events().map(\.kind) == [.created])
  }

  @Test func `the last administrator in use stays one`() throws {
    #expect(failure { _ = try editing.set(role: .trainer, of: "Ann") } == .lastAdministrator("Ann"))
    #expect(failure { _ = try editing.set(disabled: true, of: "Ann") } == .lastAdministrator("Ann"))
    _ = try editing.add(name: "Ben", role: .administrator, password: Self.password)
    _ = try editing.set(disabled: true, of: "Ben")
    #expect(failure { _ = try editing.set(role: .trainer, of: "Ann") } == .lastAdministrator("Ann"))
    _ = try editing.set(disabled: false, of: "Ben")
    #expect(try editing.set(role: .trainer, of: "Ann").role == .trainer)
  }

  @Test func `a recovery is told to every administrator until one takes note, and stays on record`()
    throws
  {
    let folder = try TemporaryFolder()
    let test = try TestData(clock: test.clock, folder: folder.url)
    let signIn = SignIn(test.data)
    let recovery = RecoverAccount(test.data)
    #expect(failure { _ = try recovery.candidates() } == .noAccounts)
    let ann = try signIn.found(name: "Ann", password: Self.password)
    let editing = EditAccounts(test.data, actor: ann.actor)
    _ = try editing.add(name: "Ben", role: .administrator, password: Self.password)
    _ = try editing.add(name: "Eve", role: .learner, password: Self.password)
    _ = try editing.set(disabled: true, of: "Ben")
    #expect(try recovery.candidates() == ["Ann", "Ben"])
    #expect(
      failure { try recovery.recover("Eve", password: "five new houses") } == .noSuchAccount("Eve"))
    try recovery.recover("Ben", password: "five new houses")
    let ben = try signIn.signIn(name: "Ben", password: "five new houses")
    for opened in [ben, try signIn.signIn(name: "Ann", password: Self.password)] {
      #expect(opened.news == [.recovered(account: "Ben", at: "2026-11-24 12:00")])
    }
    #expect(try signIn.signIn(name: "Eve", password: Self.password).news == [])
    #expect(try editing.acknowledge() == 1)
    #expect(try editing.acknowledge() == 0)
    #expect(try signIn.signIn(name: "Ben", password: "five new houses").news == [])
    let last = try editing.events().suffix(2)
    #expect(last.map(\.kind) == [.recovered, .acknowledged])
    #expect(last.map(\.by) == [nil, ann.account.id])
  }

  @Test func `a learner who is forgotten has no name, password or sign-in left`() throws {
    let learner = try test.learner("Ben")
    _ = try editing.add(
      name: "Benjamin", role: .learner, learner: "Ben", password: Self.password)
    #expect(
      failure {
        _ = try editing.add(name: "Other", role: .learner, learner: "Ben", password: Self.password)
      } == .learnerTaken("Ben"))
    let opened = try signIn.keep(signIn.signIn(name: "Benjamin", password: Self.password))
    #expect(opened.actor.learner == learner.id)
    let forgetting = ForgetLearner(test.data, actor: test.actor)
    _ = try forgetting.forget(forgetting.plan("Ben"))
    #expect(try signIn.resume(opened.token ?? "") == nil)
    #expect(attempt("Benjamin") == .wrong)
    let left = try #require(try editing.all().last)
    #expect(left.name == nil && left.isDisabled && left.id == opened.account.id)
    #expect(try test.data.accounts.password(of: left.id) == nil)
    #expect(try editing.events().last?.kind == .forgotten)
  }

  @Test(arguments: ["", "  ", "7", "a", "ａ", String(repeating: "x", count: 41), "a\u{202E}b"])
  func `a name that is none is refused`(name: String) {
    #expect(
      failure { _ = try editing.add(name: name, role: .learner, password: Self.password) }
        == .nameUnusable(name))
  }

  @Test(arguments: Role.allCases) func `only an administrator touches accounts`(role: Role) throws {
    guard role != .administrator else { return }
    let account = try editing.add(name: "Ben", role: role, password: Self.password)
    for actor in [Actor(account), Actor()] {
      let other = EditAccounts(test.data, actor: actor)
      let before = try test.data.accounts.accounts()
      let acts: [() throws -> Void] = [
        { _ = try other.add(name: "Eve", role: .learner, password: Self.password) },
        { _ = try other.all() }, { _ = try other.events() },
        { _ = try other.set(role: .administrator, of: "Ben") },
        { _ = try other.set(disabled: true, of: "Ann") }, { _ = try other.unlock("Ann") },
        { try other.reset(password: "five new houses", of: "Ann") },
        { _ = try other.acknowledge() },
      ]
      for act in acts { #expect(throws: Authorisation.Refusal.self) { try act() } }
      #expect(try test.data.accounts.accounts() == before)
    }
  }
}
