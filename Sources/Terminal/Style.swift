/// How a piece of text looks where colour is allowed. It only repeats what the words say.
package enum Style: CaseIterable, Hashable, Sendable {
  case bold, dim, right, wrong, heading

  private var codes: String {
    switch self {
    case .bold: "1"
    case .dim: "2"
    case .right: "32"
    case .wrong: "31"
    case .heading: "1;36"
    }
  }

  /// The text between escape sequences, each line by itself, so that a style never runs into the
  /// next line of the scrollback.
  func applied(to text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "\u{1B}[\(codes)m\($0)\u{1B}[0m" }
      .joined(separator: "\n")
  }

  /// The same for a prompt: \001 and \002 tell readline that what they enclose takes no columns.
  func applied(toPrompt text: String) -> String {
    "\u{01}\u{1B}[\(codes)m\u{02}\(text)\u{01}\u{1B}[0m\u{02}"
  }
}
