import Text

extension TerminalFact: Worded {
  package var wording: Wording {
    switch self {
    case .noUTF8Locale(let asked):
      Wording(
        zh: "这台电脑没有 UTF-8 语言环境（现为 \(asked)），修改中文时光标可能错位；"
          + "请安装 C.UTF-8，或整行重新输入",
        en: "This computer has no UTF-8 locale (now \(asked)), so the cursor may be off while you"
          + " edit Chinese; install C.UTF-8, or retype the whole line")
    case .historyNotKept(let path, let reason):
      Wording(
        zh: "输入历史写不进 \(path)（\(reason.wording.zh)），退出后不再保留；请检查该文件夹的权限和空间",
        en:
          "The input history can't be written to \(path) (\(reason.wording.en)) and ends with this session;"
          + " check the folder's permissions and space")
    case .historyNotForgotten(let path, let reason):
      Wording(
        zh: "输入历史 \(path) 删不掉（\(reason.wording.zh)）；请自己删除这个文件",
        en:
          "The input history \(path) can't be deleted (\(reason.wording.en)); delete the file yourself"
      )
    }
  }
}
