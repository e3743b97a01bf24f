import Foundation
import Storage
import Text

extension HealthFact: Worded {
  package var wording: Wording {
    switch self {
    case .program(let version, let path):
      Wording(zh: "\(version)，位于 \(path)", en: "\(version), at \(path)")
    case .sqlite(let version): Wording(zh: "版本 \(version)", en: "version \(version)")
    case .language(let language, let source):
      Wording(
        zh: (language == .chinese ? "中文" : "英文") + "（\(source.wording.zh)）",
        en: (language == .chinese ? "Chinese" : "English") + " (\(source.wording.en))")
    case .locale(let name, "UTF-8"): Wording(zh: "\(name)，编码 UTF-8", en: "\(name), UTF-8")
    case .locale(let name, let set):
      Wording(
        zh: "\(name)（\(set)）不是 UTF-8，修改中文时光标可能错位；请安装 C.UTF-8，或设 LANG=C.UTF-8",
        en: "\(name) (\(set)) is not UTF-8, the cursor may be off in Chinese text; install C.UTF-8 "
          + "or set LANG=C.UTF-8")
    case .terminal(let name, let columns, let rows, let colour):
      Wording(
        zh: "\(name)，\(columns)×\(rows)，\(colour ? "有颜色" : "无颜色")",
        en: "\(name), \(columns)x\(rows), \(colour ? "colour" : "no colour")")
    case .noTerminal: Wording(zh: "不在终端上（管道或文件）", en: "none (a pipe or a file)")
    case .folder(let path, let source):
      Wording(zh: "位于 \(path)（\(source.wording.zh)）", en: "at \(path) (\(source.wording.en))")
    case .folderMissing(let path, let source):
      Wording(
        zh: "\(path)（\(source.wording.zh)），第一次使用时建立",
        en: "to be made at the first use: \(path) (\(source.wording.en))")
    case .folderUnusable(let path, let reason):
      Wording(
        zh: "\(path) 不能使用（\(reason.wording.zh)）；请检查权限，或用 --data 指定别的文件夹",
        en:
          "\(path) cannot be used (\(reason.wording.en)); check its permissions, or name another with "
          + "--data")
    case .fileSystem(let kind): Wording(zh: "类型 \(kind)", en: "of type \(kind)")
    case .fileSystemFleeting(let kind):
      Wording(
        zh: "\(kind) 在内存里，关机就没有了；请把数据放到硬盘上（--data 或 MINGFA_DATA）",
        en: "\(kind) is in memory and gone when the computer is switched off; keep the data on a "
          + "disk (--data or MINGFA_DATA)")
    case .fileSystemOnNetwork(let kind):
      Wording(
        zh: "\(kind) 是网络文件系统，数据库会损坏；请把数据放到本机硬盘上（--data 或 MINGFA_DATA）",
        en: "\(kind) is a network file system, which damages databases; keep the data on a disk of "
          + "this computer (--data or MINGFA_DATA)")
    case .space(let free, let wanted) where level == .ok:
      Wording(
        zh: "\(ByteCount.text(free))（要用 \(ByteCount.text(wanted))）",
        en: "\(ByteCount.text(free)) (\(ByteCount.text(wanted)) wanted)")
    case .space(let free, let wanted):
      Wording(
        zh: "只有 \(ByteCount.text(free))，练习和备份要用 \(ByteCount.text(wanted))；请腾出空间",
        en: "only \(ByteCount.text(free)), practice and its backup want \(ByteCount.text(wanted)); "
          + "make room")
    case .database(let schema, let bytes, let answers):
      Wording(
        zh: "结构 \(schema)，\(ByteCount.text(bytes))，\(answers) 次作答（每答一题算一次）",
        en: "schema \(schema), \(ByteCount.text(bytes)), \(answers) answers (each question counts)")
    case .databaseMissing: Wording(zh: "还没有，第一次使用时建立", en: "none yet, made at the first use")
    case .databaseUnusable(let failure):
      Wording(
        zh: "\(failure.wording.zh)。恢复备份：mingfa data restore",
        en: "\(failure.wording.en). To restore a backup: mingfa data restore")
    case .databaseDamaged(let words):
      Wording(
        zh: "有损坏（\(words)）；请恢复备份：mingfa data restore",
        en: "damaged (\(words)); restore a backup: mingfa data restore")
    case .databaseOpenToOthers(let path):
      Wording(
        zh: "别的用户能读写 \(path)；请运行 chmod 600",
        en: "others may read or write \(path); run chmod 600 on it")
    case .synced("wal", 2...):
      Wording(zh: "每次作答写到硬盘（WAL，FULL）", en: "each answer is on the disk (WAL, FULL)")
    case .synced(let journal, 2...):
      Wording(
        zh: "每次作答写到硬盘，但日志方式是 \(journal)；下次练习会改成 WAL",
        en: "each answer is on the disk, but the journal mode is \(journal); the next start sets "
          + "WAL")
    case .synced(let journal, let synchronous):
      Wording(
        zh: "断电可能丢作答（\(journal)，synchronous \(synchronous)）；请报告这个错误",
        en: "a power cut may lose answers (\(journal), synchronous \(synchronous)); report "
          + "this")
    case .clockBehind(let milliseconds):
      Wording(
        zh: "最后一次作答比现在晚\(Self.span(milliseconds).zh)，电脑的时钟可能不对；请校准",
        en: "the last answer is \(Self.span(milliseconds).en) ahead of now, the clock may be "
          + "wrong; set it")
    case .backup(let name, let count, let bytes):
      Wording(
        zh: "最近的是 \(name)，共 \(count) 个，\(ByteCount.text(bytes))",
        en: "the last is \(name); \(count) in all, \(ByteCount.text(bytes))")
    case .noBackupYet:
      Wording(zh: "还没有；今天练习之后会自动备份", en: "none yet; one is made after today's practice")
    case .noBackupNeeded: Wording(zh: "还没有，也还不需要", en: "none yet, and none needed")
    case .backupTooOld(let name?):
      Wording(
        zh: "最近的 \(name) 里没有后来一整天的作答；请运行 mingfa data backup",
        en: "the last, \(name), lacks the answers of a whole later day; run mingfa data backup")
    case .backupTooOld(nil):
      Wording(
        zh: "练习过不止一天，却一个备份也没有；请运行 mingfa data backup",
        en: "there is none, after more than a day of practice; run mingfa data backup")
    case .backupUnusable(let name):
      Wording(
        zh: "\(name) 打不开；请运行 mingfa data backup 再做一个",
        en: "\(name) cannot be opened; make another with mingfa data backup")
    case .banks(let path, let count):
      Wording(zh: "位于 \(path)，\(count) 个题库", en: "at \(path), \(count) banks")
    case .banksMissing:
      Wording(
        zh: "没有找到；请重新安装，或用 mingfa bank load 载入文件",
        en: "not found; install again, or load files with mingfa bank load")
    case .history(let folder):
      Wording(zh: "保存在 \(folder)/history-*", en: "kept in \(folder)/history-*")
    case .historyNotKept(let folder):
      Wording(
        zh: "写不进 \(folder)，退出后不保留；请检查权限",
        en: "\(folder) cannot be written to, lines are forgotten at the end; check its permissions")
    case .day(let hour, let zone):
      Wording(zh: "每天 \(hour):00（\(zone)）", en: "at \(hour):00 (\(zone))")
    case .zoneUnknown(let zone):
      Wording(
        zh: "这台电脑不认识时区 \(zone)，按 Asia/Shanghai 计算；请安装 tzdata，或用 mingfa data set --zone 改",
        en: "the zone \(zone) is unknown here, Asia/Shanghai is used; install tzdata, or change it "
          + "with mingfa data set --zone")
    }
  }

  private static func span(_ milliseconds: Int64) -> Wording {
    let minutes = milliseconds / 60_000
    if minutes < 120 { return Wording(zh: " \(minutes) 分钟", en: "\(minutes) minutes") }
    if minutes < 48 * 60 { return Wording(zh: " \(minutes / 60) 小时", en: "\(minutes / 60) hours") }
    return Wording(zh: " \(minutes / 1440) 天", en: "\(minutes / 1440) days")
  }
}

extension HealthFact.Level: Worded {
  package var wording: Wording {
    switch self {
    case .ok: Wording(zh: "正常", en: "ok")
    case .warning: Wording(zh: "注意", en: "warning")
    case .error: Wording(zh: "错误", en: "error")
    }
  }
}

extension HealthFact.Source: Worded {
  package var wording: Wording {
    switch self {
    case .option(let name): Wording(zh: "由 \(name) 指定", en: "by \(name)")
    case .variable(let name, let value):
      Wording(zh: "由 \(name)=\(value)", en: "by \(name)=\(value)")
    case .silent(let name, let value):
      Wording(zh: "默认，\(name)=\(value) 没有指明", en: "default, \(name)=\(value) names none")
    case .usual: Wording(zh: "默认", en: "default")
    }
  }
}
