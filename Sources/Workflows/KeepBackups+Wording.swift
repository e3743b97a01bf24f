import Text

extension KeepBackups.Daily {
  /// What a person has to know of it; nil where all is as it should be.
  package var warning: Wording? {
    guard case .failed(let failure) = self else { return nil }
    let reason = failure.wording
    return Wording(
      zh: "今天的自动备份没有做成，练习和已有的数据不受影响：\(reason.zh)",
      en:
        "Today's backup could not be made; practice and what is kept are not touched: \(reason.en)")
  }
}
