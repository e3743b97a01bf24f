import GRDB
import Glibc
import Text

/// Why data could not be read or kept.
package enum StorageFailure: Error, Hashable, Sendable {
  /// The data folder cannot be made or written to.
  case folderUnusable(path: String, reason: SystemReason)
  /// The file is a database of another program, or no database.
  case notOurs(path: String)
  /// The file was written by a newer version of this program.
  case newer(path: String, schema: Int, known: Int)
  /// Another process holds the database.
  case busy
  /// The disk is full.
  case full
  case readOnly
  /// Reading or writing failed.
  case inputOutput(code: Int)
  case damaged
  /// Another terminal went on with this attempt.
  case staleSequence
  /// The data points to something that is not there.
  case missing(Missing)
  /// SQLite refused; its own words.
  case refused(String)
  /// A restore has put another database in the place of the one that is open.
  case replaced

  /// What was looked for, by its number.
  package enum Missing: Hashable, Sendable {
    case question(Int64)
    case attempt(Int64)
    case learner(Int64)
    /// The front matter of a bank that is being loaded.
    case header
  }

  /// What a failure of GRDB means to us.
  init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_FULL: self = .full
    // The index of the log could not grow.
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: self = .full
    case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_DBMOVED:
      self = .replaced
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly
    case .SQLITE_IOERR: self = .inputOutput(code: Int(error.extendedResultCode.rawValue))
    case .SQLITE_CORRUPT: self = .damaged
    case .SQLITE_CONSTRAINT
    where error.message == "stale sequence"
      || error.extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY
        && (error.message ?? "").contains("step."):
      self = .staleSequence
    default: self = .refused(error.message ?? error.resultCode.description)
    }
  }

  /// What an error of a system call on a file means to us.
  init(errorNumber: Int32) {
    switch errorNumber {
    case ENOSPC, EDQUOT, EFBIG: self = .full
    case EROFS, EACCES, EPERM: self = .readOnly
    default: self = .inputOutput(code: Int(errorNumber))
    }
  }
}
