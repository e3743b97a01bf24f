import Storage
import Text

/// One thing that the doctor has looked at, as it is.
package enum HealthFact: Hashable, Sendable {
  /// How serious a fact is. Only an error makes the doctor's status 1.
  package enum Level: String, Sendable {
    case ok, warning, error
  }

  /// Where a choice came from.
  package enum Source: Hashable, Sendable {
    /// An option of the command line, such as `--lang`.
    case option(String)
    /// A variable of the environment, with its value.
    case variable(String, String)
    /// Nobody has chosen: the variable that might have says nothing about it.
    case silent(String, String)
    /// Nobody has chosen.
    case usual
  }

  case program(version: String, path: String)
  case sqlite(version: String)
  case language(Language, from: Source)
  /// The locale in force and its character set, empty where the system does not say.
  case locale(name: String, characterSet: String)
  case terminal(name: String, columns: Int, rows: Int, hasColour: Bool)
  case noTerminal

  case folder(path: String, from: Source)
  /// Not there yet; the first start makes it.
  case folderMissing(path: String, from: Source)
  case folderUnusable(path: String, reason: SystemReason)
  case fileSystem(kind: String)
  /// In memory: gone when the computer is switched off.
  case fileSystemFleeting(kind: String)
  case fileSystemOnNetwork(kind: String)
  /// Bytes free, and bytes that a safe session with its backup wants.
  case space(free: Int64, wanted: Int64)

  case database(schema: Int, bytes: Int64, answers: Int)
  case databaseMissing
  case databaseUnusable(StorageFailure)
  case databaseDamaged(words: String)
  /// Others than its owner may read or write it.
  case databaseOpenToOthers(path: String)
  /// SQLite's journal_mode and synchronous, as in force.
  case synced(journal: String, synchronous: Int)
  /// The last step is dated in the future, in milliseconds from now.
  case clockBehind(by: Int64)

  case noBackupYet
  /// Nothing that a backup would be wanted for.
  case noBackupNeeded
  case backup(fileName: String, count: Int, bytes: Int64)
  /// Answers of a whole past day stand in no backup; nil where there is no backup at all.
  case backupTooOld(fileName: String?)
  case backupUnusable(fileName: String)

  case banks(path: String, count: Int)
  case banksMissing
  /// Lines entered at prompts are kept in files of this folder.
  case history(folder: String)
  case historyNotKept(folder: String)
  case day(hour: Int, zone: String)
  case zoneUnknown(String)

  /// How serious it is.
  package var level: Level {
    switch self {
    case .program, .sqlite, .language, .terminal, .noTerminal, .folder, .folderMissing, .fileSystem,
      .database, .databaseMissing, .noBackupNeeded, .noBackupYet, .backup, .banks, .history, .day:
      .ok
    case .locale(_, let set): set == "UTF-8" ? .ok : .warning
    case .space(let free, let wanted):
      free >= wanted ? .ok : free < BackupFolder.reserve ? .error : .warning
    case .synced(let journal, let synchronous):
      synchronous < 2 ? .error : journal == "wal" ? .ok : .warning
    case .fileSystemFleeting, .databaseOpenToOthers, .clockBehind, .backupTooOld, .backupUnusable,
      .banksMissing, .historyNotKept, .zoneUnknown:
      .warning
    case .folderUnusable, .fileSystemOnNetwork, .databaseUnusable, .databaseDamaged: .error
    }
  }

  /// What was looked at: the heading of its line and, in English, its key in JSON.
  package var check: Wording {
    switch self {
    case .program: Wording(zh: "程序", en: "program")
    case .sqlite: Wording(zh: "数据库引擎", en: "sqlite")
    case .language: Wording(zh: "语言", en: "language")
    case .locale: Wording(zh: "字符集", en: "locale")
    case .terminal, .noTerminal: Wording(zh: "终端", en: "terminal")
    case .folder, .folderMissing, .folderUnusable: Wording(zh: "数据文件夹", en: "data-folder")
    case .fileSystem, .fileSystemFleeting, .fileSystemOnNetwork:
      Wording(zh: "文件系统", en: "file-system")
    case .space: Wording(zh: "剩余空间", en: "free-space")
    case .database, .databaseMissing, .databaseUnusable, .databaseDamaged:
      Wording(zh: "数据库", en: "database")
    case .databaseOpenToOthers: Wording(zh: "权限", en: "permissions")
    case .synced: Wording(zh: "存盘方式", en: "sync")
    case .clockBehind: Wording(zh: "时钟", en: "clock")
    case .noBackupYet, .noBackupNeeded, .backup, .backupTooOld, .backupUnusable:
      Wording(zh: "备份", en: "backup")
    case .banks, .banksMissing: Wording(zh: "自带题库", en: "shipped-banks")
    case .history, .historyNotKept: Wording(zh: "输入历史", en: "history")
    case .day, .zoneUnknown: Wording(zh: "一天的开始", en: "day")
    }
  }
}
