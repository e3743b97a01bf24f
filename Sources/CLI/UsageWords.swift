import Text

/// The argument parser speaks English only; these are its words in Chinese.
extension Failure {
  static func localized(_ text: String) -> String {
    guard Spoken.language == .chinese else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { UsageWords.chinese(String($0)) }
      .joined(separator: "\n")
  }
}

/// A piece of the parser's sentences and what it means; `*` is what stands between its parts.
private struct UsageWords: Sendable {
  let parts: [String]
  let chinese: Wording

  private init(_ english: String, zh: String) {
    parts = english.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    chinese = Wording(zh: zh, en: english)
  }

  static func chinese(_ line: String) -> String {
    var line = table.reduce(line) { $1.applied(to: $0) }
    // The heading of a group of options is ours; its colon is the parser's.
    if line.hasSuffix(":"), !line.hasPrefix(" ") { line = line.dropLast() + "：" }
    return line
  }

  /// The line with this piece in Chinese, each `*` with what stood there; as it is where it has not
  /// all parts of the piece.
  private func applied(to line: String) -> String {
    guard let first = parts.first, let start = line.firstRange(of: first) else { return line }
    var end = start.upperBound
    var result = line[..<start.lowerBound] + ""
    var said = chinese.zh.split(separator: "*", omittingEmptySubsequences: false)[...]
    result += said.popFirst() ?? ""
    for part in parts.dropFirst() {
      // An empty last part takes the rest of the line.
      let next = part.isEmpty ? line.endIndex..<line.endIndex : line[end...].firstRange(of: part)
      guard let next else { return line }
      result += Self.listed(line[end..<next.lowerBound])
      result += said.popFirst() ?? ""
      end = next.upperBound
    }
    return String(result + line[end...])
  }

  /// 'a', 'b' or 'c' as 'a'、'b'、'c'.
  private static func listed(_ text: Substring) -> String {
    ["', '", "' and '", "' or '"].reduce(String(text)) { $0.replacing($1, with: "'、'") }
  }

  /// Longer pieces stand before their beginnings.
  static let table: [UsageWords] = [
    UsageWords("OVERVIEW: ", zh: ""),
    UsageWords("USAGE: ", zh: "用法："),
    UsageWords("Usage: ", zh: "用法："),
    UsageWords("ARGUMENTS:", zh: "参数："),
    UsageWords("OPTIONS:", zh: "选项："),
    UsageWords("SUBCOMMANDS:", zh: "子命令："),
    UsageWords("<subcommand>", zh: "<子命令>"),
    UsageWords("<subcommands>", zh: "<子命令>"),
    UsageWords("<options>", zh: "<选项>"),
    UsageWords("Show help information.", zh: "显示帮助"),
    UsageWords("Show the version.", zh: "显示版本"),
    UsageWords("Show subcommand help information.", zh: "显示子命令的帮助"),
    UsageWords("  See '*' for detailed help.", zh: "  详细帮助：*"),
    UsageWords("  See '*' for more information.", zh: "  详细帮助：*"),
    UsageWords("Error: ", zh: "错误："),
    UsageWords("Help:  ", zh: "帮助："),
    UsageWords("Unknown option '*'. Did you mean '*'?", zh: "没有选项 *；是不是想写 *？"),
    UsageWords("Unknown option '*'", zh: "没有选项 *，请用 --help 查看"),
    UsageWords("Invalid option: *", zh: "没有选项 *，请用 --help 查看"),
    UsageWords("Missing required subcommand.", zh: "缺少子命令，请用 --help 查看"),
    UsageWords("Missing expected argument '*'", zh: "缺少参数 *"),
    UsageWords("Missing one of: *", zh: "缺少其中一个：*"),
    UsageWords("or: Missing value for '*' in '*'", zh: "或者：*（写在 * 里）缺少值"),
    UsageWords("Missing value for '*'", zh: "选项 * 缺少值"),
    UsageWords(
      "The option '*' does not take any value, but '*' was specified.", zh: "选项 * 不带值，这里写了“*”"),
    UsageWords("Unexpected argument '*'", zh: "多余的参数 *"),
    UsageWords(" unexpected arguments: *", zh: " 个多余的参数：*"),
    UsageWords("The value '*' is invalid for '*'", zh: "值“*”不能用于 *"),
    UsageWords(". Please provide one of the following:", zh: "；可用："),
    UsageWords(". Please provide one of *.", zh: "；可用：*"),
    UsageWords(" (values: *; default: *)", zh: "（可用：*；默认：*）"),
    UsageWords(" (values: *)", zh: "（可用：*）"),
    UsageWords(" (default: *)", zh: "（默认：*）"),
  ]
}
