import Foundation
import Learning
import People
import Storage

/// Putting a backup in the place of the database: looked through, and brought up to date, before
/// anything is replaced; the old database is kept. It works on the folder and not on an open
/// database, since that is what may have to be replaced.
package struct RestoreData {
  let environment: Environment
  let actor: Actor

  package init(_ environment: Environment, actor: Actor) {
    self.environment = environment
    self.actor = actor
  }

  /// Where the backups stand.
  package var folder: String { BackupFolder(of: environment.folder).path }

  private var live: String { environment.folder.path + "/mingfa.sqlite" }

  /// When a day begins, by the database as it is; the usual where it can't be read.
  package func dayRule() -> DayRule {
    let settings = DatabaseFacts(path: live, isLive: true, isThorough: false).settings
    return MingfaData.dayRule(hour: settings[.dayStart], zone: settings[.zone])
  }

  /// A backup in a list.
  package struct Listed: Sendable {
    package let name: BackupName
    package let path: String
    package let facts: DatabaseFacts
  }

  /// The backups of the data folder, the newest first. They are looked into, not through: only a
  /// restore reads a whole one.
  package func list() throws -> [Listed] {
    try Authorisation.authorise(actor, to: .restoreData)
    let folder = BackupFolder(of: environment.folder)
    return folder.names().map { name in
      let path = folder.path(of: name)
      return Listed(
        name: name, path: path,
        facts: DatabaseFacts(path: path, isLive: false, isThorough: false))
    }
  }

  /// A backup that can take the database's place.
  package final class Ready {
    /// The file it was made from.
    package let path: String
    /// Schema of the file before it was brought up to date.
    package let schema: Int
    /// What the backup holds, and what the database holds that it would replace.
    package let backup: DatabaseFacts
    package let present: DatabaseFacts
    fileprivate let replacement: DatabaseReplacement
    fileprivate let clock: any Timekeeper

    fileprivate init(
      path: String, backup: DatabaseFacts, present: DatabaseFacts,
      replacement: DatabaseReplacement, clock: any Timekeeper
    ) {
      self.path = path
      self.backup = backup
      self.present = present
      schema = backup.schema
      self.replacement = replacement
      self.clock = clock
    }

    /// Replaces the database.
    ///
    /// - Returns: where the old one is kept; nil where there was none.
    /// - Throws: `RestoreFailure.busy`, `StorageFailure`. The old one is still in its place then.
    package func takePlace() throws -> String? {
      do {
        return try replacement.takePlace(now: clock.now().utc)
      } catch StorageFailure.busy {
        throw RestoreFailure.busy
      }
    }
  }

  /// Looks through a backup and makes it ready; the database is not touched yet.
  ///
  /// - Parameter name: the path of a file, or the name of one among the backups.
  /// - Throws: `RestoreFailure`, `StorageFailure`, `Authorisation.Refusal`.
  package func prepare(_ name: String) throws -> Ready {
    try Authorisation.authorise(actor, to: .restoreData)
    let path = try find(name)
    let facts = DatabaseFacts(path: path, isLive: false, isThorough: false)
    if let failure = facts.failure { throw Self.meaning(failure, path: path) }
    do {
      let replacement = try DatabaseReplacement(in: environment.folder)
      do throws(StorageFailure) { try replacement.stage(copyOf: path) } catch {
        throw Self.meaning(error, path: path)
      }
      try check(replacement, path: path)
      return Ready(
        path: path, backup: facts,
        present: DatabaseFacts(path: live, isLive: true, isThorough: false),
        replacement: replacement, clock: environment.clock)
    } catch StorageFailure.busy {
      throw RestoreFailure.busy
    }
  }

  /// Opens the copy as the program would, which brings its schema up to date, and recounts it.
  private func check(_ replacement: DatabaseReplacement, path: String) throws {
    var aside = environment
    aside.folder = replacement.stage
    let data = try MingfaData(aside)
    let outcome: CheckData.Outcome
    do {
      outcome = try CheckData(data, actor: actor).run()
    } catch let failure as StorageFailure {
      try data.file.close()
      throw Self.meaning(failure, path: path)
    }
    try data.file.close()
    if let first = outcome.findings.first {
      throw RestoreFailure.inconsistent(path: path, first: first, count: outcome.findings.count)
    }
  }

  private func find(_ name: String) throws -> String {
    let isHere = access(name, F_OK) == 0
    let kept = BackupFolder(of: environment.folder).path + "/" + name
    guard isHere || (!name.contains("/") && access(kept, F_OK) == 0) else {
      throw RestoreFailure.notThere(path: name)
    }
    let path = isHere ? (realpath(name, nil).map(Self.taken) ?? name) : kept
    guard path != realpath(live, nil).map(Self.taken) else {
      throw RestoreFailure.isInUse(path: name)
    }
    return path
  }

  private static func taken(_ path: UnsafeMutablePointer<CChar>) -> String {
    defer { free(path) }
    return String(cString: path)
  }

  /// What a failure says of the backup, where it was the backup that was read.
  private static func meaning(_ failure: StorageFailure, path: String) -> any Error {
    switch failure {
    case .notOurs: RestoreFailure.notOurs(path: path)
    case .newer(_, let schema, let known):
      RestoreFailure.newer(path: path, schema: schema, known: known)
    case .damaged: RestoreFailure.damaged(path: path, words: "SQLITE_CORRUPT")
    case .refused(let words): RestoreFailure.damaged(path: path, words: words)
    default: failure
    }
  }
}
