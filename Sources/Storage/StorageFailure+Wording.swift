import Text

extension StorageFailure: Worded {
  package var wording: Wording {
    switch self {
    case .folderUnusable(let path, let reason):
      Wording(
        zh: "数据文件夹 \(path) 不能使用（\(reason.wording.zh)）；请检查权限，或用 --data 指定别的文件夹",
        en: "The data folder \(path) cannot be used (\(reason.wording.en)); check its permissions, "
          + "or name another with --data")
    case .notOurs(let path):
      Wording(
        zh: "\(path) 不是明法的数据库，没有改动它；请用 --data 指定别的文件夹",
        en: "\(path) is no Mingfa database and was left alone; name another folder with --data")
    case .newer(let path, let schema, let known):
      Wording(
        zh: "\(path) 由更新的版本写成（结构 \(schema)，本程序只认识到 \(known)），没有改动它；请升级明法",
        en: "\(path) was written by a newer version (schema \(schema), this one knows \(known)) "
          + "and was left alone; upgrade Mingfa")
    case .busy:
      Wording(
        zh: "数据库正被另一个程序占用，没有写入；请关掉它或稍后再试",
        en: "Another program holds the database, nothing was written; close it or try again later")
    case .full:
      Wording(
        zh: "磁盘已满，没有写入；请腾出空间后再试",
        en: "The disk is full, nothing was written; make room and try again")
    case .readOnly:
      Wording(
        zh: "数据库只能读，没有写入；请检查文件和文件夹的权限",
        en: "The database is read-only, nothing was written; check the permissions")
    case .inputOutput(let code):
      Wording(
        zh: "读写磁盘失败（代码 \(code)），没有写入；请检查磁盘",
        en: "Reading or writing the disk failed (code \(code)), nothing was written; check the disk"
      )
    case .damaged:
      Wording(
        zh: "数据库已损坏；请用备份恢复，备份在数据文件夹的 backups 里",
        en: "The database is damaged; restore a backup, see 'backups' in the data folder")
    case .staleSequence:
      Wording(
        zh: "这次练习已在另一个窗口里继续，这里的输入没有保存；请重新进入",
        en: "This attempt went on in another window, this input was not saved; start again")
    case .missing(let what):
      Wording(
        zh: "数据里找不到\(what.wording.zh)；请运行 mingfa data check",
        en: "The data lacks \(what.wording.en); run mingfa data check")
    case .replaced:
      Wording(
        zh: "数据库刚被恢复的备份换下，这里的输入没有保存；请重新进入",
        en: "A restored backup has taken the database's place, this input was not saved; "
          + "start again")
    case .refused(let words):
      Wording(
        zh: "数据库拒绝了这个操作，没有写入：\(words)；请运行 mingfa data check",
        en: "The database refused, nothing was written: \(words); run mingfa data check")
    }
  }
}

extension StorageFailure.Missing: Worded {
  /// A part of a sentence: what was looked for.
  package var wording: Wording {
    switch self {
    case .question(let number): Wording(zh: "第 \(number) 号题", en: "question number \(number)")
    case .attempt(let number): Wording(zh: "第 \(number) 次作答", en: "attempt number \(number)")
    case .learner(let number): Wording(zh: "第 \(number) 号学员", en: "learner number \(number)")
    case .header: Wording(zh: "题库信息", en: "the front matter of the bank")
    }
  }
}
