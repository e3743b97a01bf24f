import Foundation
import Learning
import Storage
import Text

/// Looks at everything that practice rests on and tells how it is. Nothing is made, migrated or
/// repaired, and nothing has to be in order for it: it is asked when something is not.
package struct Diagnose {
  let environment: Environment
  let folderSource: HealthFact.Source

  /// - Parameter folderSource: who chose the data folder.
  package init(_ environment: Environment, folderSource: HealthFact.Source) {
    self.environment = environment
    self.folderSource = folderSource
  }

  private var folder: String { environment.folder.path }
  private var live: String { folder + "/mingfa.sqlite" }

  /// What was found about folder, database, backups, banks and settings, in that order.
  package func facts() -> [HealthFact] {
    let database = DatabaseFacts(path: live, isLive: true, isThorough: true)
    return place(database) + judged(database) + backups(database)
      + [banks, history, day(database)]
  }

  private func place(_ database: DatabaseFacts) -> [HealthFact] {
    let folderFact = folderFact
    guard let volume = Volume(path: nearest(folder)) else { return [folderFact] }
    let fileSystem: HealthFact =
      switch volume.fitness {
      case .local: .fileSystem(kind: volume.kind)
      case .fleeting: .fileSystemFleeting(kind: volume.kind)
      case .network: .fileSystemOnNetwork(kind: volume.kind)
      }
    // Room for a copy of the database, its log, and as much again to grow.
    let wanted = database.size * 2 + BackupFolder.reserve * 4
    // In a changed root the system does not say what is mounted where.
    return [folderFact] + (volume.kind.isEmpty ? [] : [fileSystem])
      + [.space(free: volume.free, wanted: wanted)]
  }

  private var folderFact: HealthFact {
    func unusable(_ number: Int32) -> HealthFact {
      .folderUnusable(path: folder, reason: SystemReason(number))
    }
    var status = stat()
    if stat(folder, &status) != 0 {
      guard errno == ENOENT else { return unusable(errno) }
      let above = nearest(folder)
      return access(above, W_OK | X_OK) == 0
        ? .folderMissing(path: folder, from: folderSource) : unusable(errno)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return unusable(ENOTDIR) }
    guard access(folder, R_OK | W_OK | X_OK) == 0 else { return unusable(errno) }
    return .folder(path: folder, from: folderSource)
  }

  /// The folder itself, or the nearest one above that is there.
  private func nearest(_ path: String) -> String {
    var path = path
    while access(path, F_OK) != 0, path != "/", !path.isEmpty {
      path = (path as NSString).deletingLastPathComponent
    }
    return path
  }

  private func judged(_ database: DatabaseFacts) -> [HealthFact] {
    guard database.exists else { return [.databaseMissing] }
    if let failure = database.failure { return [.databaseUnusable(failure)] }
    var facts: [HealthFact] = []
    if let words = database.damage {
      facts.append(.databaseDamaged(words: words))
    } else {
      facts.append(
        .database(schema: database.schema, bytes: database.size, answers: database.answers))
    }
    facts.append(
      .synced(journal: database.journalMode, synchronous: database.synchronous))
    if database.isOpenToOthers { facts.append(.databaseOpenToOthers(path: live)) }
    let ahead = (database.lastStep ?? 0) - environment.clock.now().utc
    if ahead > Self.slack { facts.append(.clockBehind(by: ahead)) }
    return facts
  }

  /// Clocks that are set by hand differ by minutes.
  private static let slack: Int64 = 5 * 60_000

  private func backups(_ database: DatabaseFacts) -> [HealthFact] {
    let folder = BackupFolder(of: environment.folder)
    // What a restore has put aside is no backup of what came after it.
    let names = folder.names().filter { $0.kind != .replaced }
    let isUsable = database.exists && database.failure == nil
    let late = isUsable ? lastDayOfUse(database) : nil
    guard let newest = names.first else {
      if late != nil { return [.backupTooOld(fileName: nil)] }
      return [isUsable && database.lastStep != nil ? .noBackupYet : .noBackupNeeded]
    }
    let kept = DatabaseFacts(path: folder.path(of: newest), isLive: false, isThorough: false)
    guard kept.failure == nil else { return [.backupUnusable(fileName: newest.fileName)] }
    // The backup of a day may be made before that day's last answer, and is none the worse for it.
    if let late, late > kept.lastStep.map({ rule(database).day(of: $0) }) ?? .min,
      newest.kind != .automatic || newest < BackupName(automaticOn: CivilDay(late))
    {
      return [.backupTooOld(fileName: newest.fileName)]
    }
    return [
      .backup(
        fileName: newest.fileName, count: names.count,
        bytes: names.reduce(0) { $0 + folder.size(of: $1) })
    ]
  }

  /// The last day before today on which anyone practised, in days since 1970; nil where there is none.
  /// Today's answers have their backup when a session ends.
  private func lastDayOfUse(_ database: DatabaseFacts) -> Int? {
    let rule = rule(database)
    let now = environment.clock.now().utc
    return DatabaseFacts.lastStep(in: live, before: now - rule.sinceStart(of: now))
      .map { rule.day(of: $0) }
  }

  private var banks: HealthFact {
    guard let folder = environment.shippedBanks else { return .banksMissing }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let count = names.count { $0.hasSuffix(".txt") }
    return count == 0 ? .banksMissing : .banks(path: folder.path, count: count)
  }

  private var history: HealthFact {
    access(nearest(folder), W_OK) == 0 ? .history(folder: folder) : .historyNotKept(folder: folder)
  }

  private func rule(_ database: DatabaseFacts) -> DayRule {
    MingfaData.dayRule(hour: database.settings[.dayStart], zone: database.settings[.zone])
  }

  private func day(_ database: DatabaseFacts) -> HealthFact {
    let zone = database.settings[.zone] ?? MingfaData.usualZone
    if zone != MingfaData.usualZone, TimeZone(identifier: zone) == nil { return .zoneUnknown(zone) }
    return .day(hour: rule(database).startHour, zone: zone)
  }
}
