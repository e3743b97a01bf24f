import ArgumentParser
import Reports
import Terminal
import Text
import Workflows

/// `mingfa data restore`: lists the backups, or puts one in the place of the database.
struct DataRestoreCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "restore",
      Wording(
        zh: "恢复备份；不写文件则列出备份", en: "Restore a backup; without a file, list the backups"),
      examples: [
        "mingfa data restore", "mingfa data restore mingfa-auto-20261124.sqlite",
        "mingfa data restore /media/usb/mingfa-hand-20261124T040000Z.sqlite --yes",
      ], aliases: ["恢复"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(
    help: .worded(
      zh: "备份文件的路径，或 backups 里的文件名", en: "A backup's path, or its name in 'backups'",
      value: Wording(zh: "文件", en: "file")), completion: .file(extensions: ["sqlite"]))
  var file: String?

  @Flag(help: .worded(zh: "不再确认", en: "Do not ask"))
  var yes = false

  private struct ListDocument: Encodable {
    struct Backup: Encodable {
      var file: String
      var kind: String
      var bytes: Int64
      var usable: Bool
      var schema: Int?
      var answers: Int?
      var lastStep: Int64?
    }
    var schema = "mingfa.backup-list/1"
    var folder: String
    var backups: [Backup]
  }

  private struct Document: Encodable {
    var schema = "mingfa.data-restore/1"
    var restored: String
    var kept: String?
    var answers: Int
  }

  func run() throws {
    let session = try CommandSession(options)
    let restoring = RestoreData(session.environment, actor: session.actor)
    guard let file else { return try list(restoring, session) }
    if !session.isInteractive, !yes { throw RestoreFailure.unconfirmed }
    let ready = try restoring.prepare(file)
    if !yes {
      switch try session.talk.confirm(BackupPage.question(ready)) {
      case .yes: break
      case .no: return session.note(BackupPage.unchanged)
      case .left(let leaving):
        session.note(BackupPage.unchanged)
        throw ExitCode(HomeCommand.status(of: leaving))
      }
    }
    let kept = try ready.takePlace()
    try session.print(format.format) {
      try JSONText.encode(
        Document(
          restored: file, kept: kept.map { String($0.split(separator: "/").last ?? "") },
          answers: ready.backup.answers))
    } text: {
      BackupPage.done(ready, kept: kept, style: session.style)
    }
  }

  private func list(_ restoring: RestoreData, _ session: CommandSession) throws {
    let backups = try restoring.list()
    try session.print(format.format) {
      try JSONText.encode(
        ListDocument(
          folder: restoring.folder,
          backups: backups.map { backup in
            let isUsable = backup.facts.failure == nil
            return .init(
              file: backup.name.fileName, kind: BackupPage.word(backup.name.kind).en,
              bytes: backup.facts.size, usable: isUsable,
              schema: isUsable ? backup.facts.schema : nil,
              answers: isUsable ? backup.facts.answers : nil, lastStep: backup.facts.lastStep)
          }))
    } text: {
      BackupPage.list(
        backups, folder: restoring.folder, rule: restoring.dayRule(), style: session.style)
    }
  }
}
