import Text

extension RestoreFailure: Worded {
  package var wording: Wording {
    switch self {
    case .notThere(let path):
      Wording(
        zh: "找不到备份 \(path)；用 mingfa data restore 查看有哪些备份",
        en: "There is no backup \(path); see what there is with mingfa data restore")
    case .notOurs(let path):
      Wording(
        zh: "\(path) 不是明法的数据库，没有恢复；用 mingfa data restore 查看有哪些备份",
        en: "\(path) is no Mingfa database, nothing was restored; see the backups with "
          + "mingfa data restore")
    case .newer(let path, let schema, let known):
      Wording(
        zh: "\(path) 由更新的版本写成（结构 \(schema)，本程序只认识到 \(known)），没有恢复；请升级明法",
        en: "\(path) was written by a newer version (schema \(schema), this one knows \(known)), "
          + "nothing was restored; upgrade Mingfa")
    case .damaged(let path, let words):
      Wording(
        zh: "\(path) 已损坏（\(words)），没有恢复；请换一个备份",
        en: "\(path) is damaged (\(words)), nothing was restored; take another backup")
    case .inconsistent(let path, let first, let count):
      Wording(
        zh: "\(path) 没有通过检查（\(count) 处），没有恢复；请换一个备份。第一处：\(first.wording.zh)",
        en: "\(path) did not pass the check (\(count) findings), nothing was restored; take "
          + "another backup. The first: \(first.wording.en)")
    case .isInUse(let path):
      Wording(
        zh: "\(path) 就是正在使用的数据库，不用恢复；请给出备份文件",
        en: "\(path) is the database in use, there is nothing to restore; name a backup")
    case .busy:
      Wording(
        zh: "另一个程序正在使用数据库，没有恢复；请关掉其他窗口里的明法再试",
        en: "Another program has the database open, nothing was restored; close Mingfa in every "
          + "other window and try again")
    case .unconfirmed:
      Wording(
        zh: "没有终端可以确认，没有恢复；确定要恢复请加 --yes",
        en: "There is no terminal to ask at, nothing was restored; add --yes if you are sure")
    }
  }
}
