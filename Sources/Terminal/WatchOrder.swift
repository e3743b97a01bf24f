import Text

/// What an invigilator types while watching an exam.
package enum WatchOrder: Hashable, Sendable {
  /// Shows the room anew.
  case show
  case help
  case leave
  /// Gives minutes back, to everyone where the number is nil.
  case give(number: String?, minutes: Int, reason: String)
  case release(number: String, reason: String)

  /// Reads a line such as `g 1003 5 power cut`, `g all 10 …`, `r 1003 …`; nil where it is none.
  package static func read(_ line: String) -> WatchOrder? {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first.map({ InputText.narrowed($0).lowercased() }) else { return .show }
    switch first {
    case "?", "help", "帮助": return .help
    case "q", "quit", "0", "离开", "退出": return .leave
    case "g", "give", "补时":
      guard words.count >= 4, let minutes = Int(InputText.narrowed(words[2])) else { return nil }
      let who = InputText.narrowed(words[1])
      return .give(
        number: ["all", "全部", "全场"].contains(who.lowercased()) ? nil : who, minutes: minutes,
        reason: words[3...].joined(separator: " "))
    case "r", "release", "放行":
      guard words.count >= 3 else { return nil }
      return .release(
        number: InputText.narrowed(words[1]), reason: words[2...].joined(separator: " "))
    default: return nil
    }
  }
}
