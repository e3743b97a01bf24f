import Foundation
import Learning
import People
import Storage

/// Making backups: by hand whenever someone wants one, and by itself once a day.
package struct KeepBackups {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// What the daily care came to.
  package enum Daily: Hashable, Sendable {
    /// There is one of the day, or nothing that is worth one.
    case notDue
    /// Made just now; its path.
    case made(String)
    /// It could not be made. Practice goes on all the same.
    case failed(StorageFailure)
  }

  /// Makes the backup of the day unless it is there, where this process has written something. To be
  /// called when nobody waits for the program: after a session.
  package func daily() -> Daily {
    do throws(StorageFailure) {
      guard data.file.hasWritten(), try data.file.knowsSomeone() else { return .notDue }
      let day = CivilDay(try data.dayRule().day(of: data.environment.clock.now().utc))
      let made = try BackupFolder(of: data.file.folder).makeDaily(day, of: data.file)
      return made.map { .made($0) } ?? .notDue
    } catch {
      return .failed(error)
    }
  }

  /// Makes a backup by hand; never thinned out.
  ///
  /// - Returns: its path.
  /// - Throws: `StorageFailure`, `Authorisation.Refusal`.
  package func byHand() throws -> String {
    try Authorisation.authorise(actor, to: .backUpData)
    return try BackupFolder(of: data.file.folder).make(
      BackupName(.byHand, at: data.environment.clock.now().utc), of: data.file)
  }
}
