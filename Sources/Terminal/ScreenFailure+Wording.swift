import Text

extension ScreenFailure: Worded {
  package var wording: Wording {
    switch self {
    case .closed:
      Wording(
        zh: "读取输出的程序已经关闭，其余内容没有写出；要全部内容请重新运行",
        en: "The program that read the output has closed, the rest was not written;"
          + " run again for all of it")
    case .full(let number):
      Wording(
        zh: "输出没有写完，目标位置没有空间了（\(SystemReason(number).wording.zh)）；请腾出空间后重新运行",
        en:
          "The output is incomplete, its target has no space left (\(SystemReason(number).wording.en));"
          + " free some space and run again")
    case .broken(let number):
      Wording(
        zh: "输出没有写完（\(SystemReason(number).wording.zh)）；请换一个输出位置后重新运行",
        en:
          "The output is incomplete (\(SystemReason(number).wording.en)); choose another target and run again"
      )
    }
  }
}
