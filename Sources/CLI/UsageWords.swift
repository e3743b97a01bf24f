import Text

/// The argument parser speaks English only; these are its words in Chinese.
extension Failure {
  static func localized(_ text: String) -> String {
    guard Spoken.language == .chinese else { return text }
    var remark = UsageRemark()
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        remark.closed(UsageWords.table.reduce(String(line)) { $1.applied(to: $0) })
      }
      .joined(separator: "\n")
  }
}

/// What the parser adds to an option, "(values: text, json; default: text)": it may go on over lines.
private struct UsageRemark {
  private var isOpen = false

  /// The line with the parenthesis closed as it was opened.
  mutating func closed(_ line: String) -> String {
    let openers = [UsageWords.values.zh, UsageWords.usual.zh]
    let opening = openers.compactMap { line.firstRange(of: $0)?.upperBound }.first
    guard isOpen || opening != nil else { return line }
    let start = opening ?? line.startIndex
    // Our own remarks are closed in Chinese already.
    let end = line[start...].firstIndex { $0 == ")" || $0 == "）" }
    isOpen = end == nil
    guard let end else { return line }
    return line[..<end] + "）" + line[line.index(after: end)...]
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
    UsageWords("(default: ", zh: usual.zh), UsageWords("(default:", zh: usual.zh),
    UsageWords("(values: ", zh: values.zh), UsageWords("(values:", zh: values.zh),
    UsageWords("; default: ", zh: "；默认："), UsageWords("; default:", zh: "；默认："),
  ]

  static let values = Wording(zh: "（可选：", en: "(values: ")
  static let usual = Wording(zh: "（默认：", en: "(default: ")
}
