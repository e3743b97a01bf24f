import People
import TestKit
import Testing
import Text
import Workflows

/// What is said of accounts.
@Suite struct AccountWordingTests {
  @Test func `every failure is worded in both languages`() throws {
    let failures: [AccountFailure] = [
      .noAccounts, .noSuchAccount("x"), .nameTaken("x"), .nameUnusable("x"), .learnerTaken("x"),
      .wrong, .locked(seconds: 8), .isDisabled("x"), .passwordIsTemporary, .password(.common),
      .passwordIsOld, .passwordsDiffer, .lastAdministrator("x"), .notOwner(path: "x"),
      .severalAdministrators(["x", "y"]), .noTerminal,
      .passwordFileUnreadable(path: "x", reason: SystemReason(13)), .passwordMissing,
      .sessionFileUnwritable(path: "x", reason: SystemReason(13)), .outOfMemory,
    ]
    #expect(
      try SentenceCheck.faults(
        ofAll: failures, of: "AccountFailure", in: "Workflows/AccountFailure.swift") == [])
  }

  @Test func `what somebody is told who signs in is worded in both languages`() throws {
    #expect(
      try SentenceCheck.faults(
        ofAll: [
          SignInNews.wrongPasswords(1), .wrongPasswords(3),
          .recovered(account: "x", at: "2026-11-24 12:00"),
        ], of: "SignInNews", in: "Workflows/SignInNews.swift") == [])
  }

  @Test func `roles and events are worded in both languages`() throws {
    #expect(
      try SentenceCheck.faults(ofAll: Role.allCases, of: "Role", in: "People/Role.swift") == [])
    #expect(
      try SentenceCheck.faults(
        ofAll: AccountEvent.Kind.allCases, of: "Kind", in: "People/AccountEvent.swift") == [])
    for role in Role.allCases {
      for text in [role.rawValue, role.rawValue.uppercased(), role.wording.zh, role.wording.en] {
        #expect(Role.meant(by: text) == role)
      }
    }
  }

  @Test(arguments: Action.allCases) func `a refusal is worded for every role`(action: Action) {
    for role in Role.allCases.map(Optional.some) + [nil] {
      let refusal = Authorisation.Refusal(action: action, role: role)
      #expect(SentenceCheck.faults(of: refusal.wording) == [])
      let isAllowed = (try? Authorisation.authorise(Actor(role: role), to: action)) != nil
      let holders = Authorisation.holders(of: action)
      #expect(isAllowed == (holders.map { role.map($0.contains) ?? false } ?? true))
    }
  }
}
