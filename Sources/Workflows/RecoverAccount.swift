import Foundation
import Learning
import People
import Seals
import Storage

/// The way back to a lost administrator: whoever owns the files of the data folder could change them
/// anyway, so the owner may set an administrator's password. It stays on record, and every administrator
/// is told at every sign-in until one has taken note.
package struct RecoverAccount: Sendable {
  let data: MingfaData

  package init(_ data: MingfaData) { self.data = data }

  /// The names of the administrators, those out of use too.
  ///
  /// - Throws: `AccountFailure.notOwner`, `.noAccounts`, `StorageFailure`.
  package func candidates() throws -> [String] {
    try checkOwner()
    let accounts = try data.accounts.accounts()
    guard !accounts.isEmpty else { throw AccountFailure.noAccounts }
    return accounts.filter { $0.role == .administrator }.compactMap(\.name)
  }

  /// The name of an administrator as it is kept.
  ///
  /// - Throws: `AccountFailure.notOwner`, `.noSuchAccount`, `StorageFailure`.
  package func checked(_ name: String) throws -> String {
    let spelt = AccountName.spelt(name)
    guard try candidates().contains(spelt) else { throw AccountFailure.noSuchAccount(name) }
    return spelt
  }

  /// Sets the password of an administrator, who is in use again and waits for nothing.
  ///
  /// - Throws: `AccountFailure.notOwner`, `.noSuchAccount`, `.password`, `StorageFailure`.
  package func recover(_ name: String, password: String) throws {
    let spelt = try checked(name)
    guard let account = try data.accounts.account(named: spelt) else {
      throw AccountFailure.noSuchAccount(name)
    }
    let hash = try SignIn.hash(password, of: spelt, data)
    try data.accounts.set(
      password: hash.text, isTemporary: false, of: account.id, as: .recovered, by: nil,
      at: data.environment.clock.now())
  }

  /// The owner of the database is who runs the program; the user 0, who can become anybody, is no owner.
  private func checkOwner() throws {
    var status = stat()
    guard stat(data.file.path, &status) == 0, status.st_uid == geteuid() else {
      throw AccountFailure.notOwner(path: data.file.path)
    }
  }
}
