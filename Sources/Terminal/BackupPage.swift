import Learning
import Text
import Workflows

/// Backups in a list, and what a restore asks and says.
package enum BackupPage {
  /// What made a backup, in a word.
  package static func word(_ kind: BackupName.Kind) -> Wording {
    switch kind {
    case .automatic: Wording(zh: "自动", en: "automatic")
    case .byHand: Wording(zh: "手动", en: "by-hand")
    case .beforeMigration: Wording(zh: "升级前", en: "before-upgrade")
    case .replaced: Wording(zh: "恢复前", en: "before-restore")
    }
  }

  /// The list, and how to go on from there.
  package static func list(
    _ backups: [RestoreData.Listed], folder: String, rule: DayRule, style: PageStyle
  ) -> [String] {
    let language = style.language
    guard !backups.isEmpty else {
      return style.wrapped(
        Wording(
          zh: "\(folder) 里还没有备份；练习之后每天自动备份一次，也可以运行 mingfa data backup",
          en: "There are no backups in \(folder) yet; one is made each day after practice, or with "
            + "mingfa data backup")(language))
    }
    let headings = [
      AlignedColumns.Heading(Wording(zh: "备份", en: "Backup")(language)),
      .init(Wording(zh: "来由", en: "Made")(language)),
      .init(Wording(zh: "作答", en: "Answers")(language), .right),
      .init(Wording(zh: "最后一次作答", en: "Last answer")(language)),
      .init(Wording(zh: "大小", en: "Size")(language), .right),
    ]
    let rows = backups.map { backup in
      let state =
        backup.facts.failure == nil
        ? backup.facts.lastStep.map { rule.clockText(of: $0) }
          ?? Wording(zh: "无", en: "none")(language)
        : Wording(zh: "不能用", en: "unusable")(language)
      return [
        backup.name.fileName, word(backup.name.kind)(language), String(backup.facts.answers), state,
        ByteCount.text(backup.facts.size),
      ]
    }
    return style.wrapped(folder) + style.table(AlignedColumns(headings: headings, rows: rows))
      + (likeliest(backups).map {
        style.wrapped(
          Wording(
            zh: "恢复：mingfa data restore \($0)", en: "To restore: mingfa data restore \($0)")(
              language))
      } ?? [])
  }

  /// The newest that can be used; not what an earlier restore has put aside.
  private static func likeliest(_ backups: [RestoreData.Listed]) -> String? {
    backups.first { $0.facts.failure == nil && $0.name.kind != .replaced }?.name.fileName
  }

  /// What is asked before a restore.
  package static func question(_ ready: RestoreData.Ready) -> Wording {
    let there = ready.backup.answers
    guard ready.present.exists else {
      return Wording(
        zh: "恢复 \(ready.path)（\(there) 次作答）？", en: "Restore \(ready.path) (\(there) answers)?")
    }
    let now = ready.present.failure == nil
    return Wording(
      zh: "用 \(ready.path)（\(there) 次作答）换下现在的数据库"
        + (now ? "（\(ready.present.answers) 次作答）" : "（打不开）") + "？现在的会留在 backups 里。",
      en: "Put \(ready.path) (\(there) answers) in the place of the database "
        + (now ? "(\(ready.present.answers) answers)" : "(which cannot be opened)")
        + "? The present one will be kept in 'backups'.")
  }

  /// Nothing was done.
  package static let unchanged = Wording(zh: "没有恢复，数据未动", en: "Nothing was restored or changed")

  /// What was done.
  package static func done(
    _ ready: RestoreData.Ready, kept: String?, style: PageStyle
  ) -> [String] {
    var lines = style.wrapped(
      Wording(
        zh: "已恢复 \(ready.path)：\(ready.backup.answers) 次作答，检查完好",
        en: "Restored \(ready.path): \(ready.backup.answers) answers, all well")(style.language))
    if let kept {
      lines += style.wrapped(
        Wording(zh: "原来的数据库留在 \(kept)", en: "The database that stood there is kept as \(kept)")(
          style.language))
    }
    return lines
  }
}
