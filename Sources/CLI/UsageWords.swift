import Text

/// The argument parser speaks English only; these are its words in Chinese.
extension Failure {
  static func localized(_ text: String) -> String {
    guard Spoken.language == .chinese else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in UsageWords.table.reduce(String(line)) { $1.applied(to: $0) } }
      .joined(separator: "\n")
  }
}

/// Pieces of the parser's sentences; `*` in a pattern is what stands between its two halves.
private struct UsageWords: Sendable {
  let before: String
  let after: String?
  let chinese: Wording

  /// The Chinese sentence has `*` where the piece between the halves goes.
  func applied(to line: String) -> String {
    guard let start = line.firstRange(of: before) else { return line }
    guard let after else { return line.replacing(before, with: chinese.zh) }
    guard let end = line[start.upperBound...].firstRange(of: after) else { return line }
    let middle = line[start.upperBound..<end.lowerBound]
    return line[..<start.lowerBound] + chinese.zh.replacing("*", with: middle)
      + line[end.upperBound...]
  }

  private init(_ before: String, _ after: String? = nil, zh: String) {
    self.before = before
    self.after = after
    chinese = Wording(zh: zh, en: before)
  }

  static let table: [UsageWords] = [
    UsageWords("OVERVIEW: ", zh: ""),
    UsageWords("USAGE: ", zh: "用法："),
    UsageWords("Usage: ", zh: "用法："),
    UsageWords("ARGUMENTS:", zh: "参数："),
    UsageWords("OPTIONS:", zh: "选项："),
    UsageWords("SUBCOMMANDS:", zh: "子命令："),
    UsageWords("<subcommand>", zh: "<子命令>"),
    UsageWords("Show help information.", zh: "显示帮助"),
    UsageWords("Show the version.", zh: "显示版本"),
    UsageWords("Show subcommand help information.", zh: "显示子命令的帮助"),
    UsageWords("  See '", "' for detailed help.", zh: "  详细帮助：*"),
    UsageWords("  See '", "' for more information.", zh: "  详细帮助：*"),
    UsageWords("Error: ", zh: "错误："),
    UsageWords("Help:", zh: "帮助："),
    UsageWords("Unknown option '", "'", zh: "没有选项 *，请用 --help 查看"),
    UsageWords("Missing expected argument '", "'", zh: "缺少参数 *"),
    UsageWords("Missing value for '", "'", zh: "选项 * 缺少值"),
    UsageWords("Unexpected argument '", "'", zh: "多余的参数 *"),
    UsageWords(" unexpected arguments: ", zh: " 个多余的参数："),
    UsageWords("The value '", "' is invalid for '", zh: "值“*”不能用于 '"),
    UsageWords("(default: ", ")", zh: "（默认：*）"),
    UsageWords("(values: ", ")", zh: "（可选：*）"),
  ]
}
