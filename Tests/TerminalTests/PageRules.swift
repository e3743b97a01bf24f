import TestKit
import Text

/// What holds for every page, whatever stands on it.
enum PageRules {
  /// Signs that close something: nothing Chinese begins a line with one.
  static let closing = Set("，。、；：！？．…）》〉】〕〗」』］｝”’")

  /// What is wrong with the lines of a page; empty where nothing is.
  ///
  /// - Parameter width: columns that the page was made for.
  static func faults(of lines: [String], width: Int) -> [String] {
    var faults: [String] = []
    for line in lines {
      let columns = DisplayWidth.columns(of: line)
      if columns > width { faults.append("\(columns) columns: \(line)") }
      if let first = line.first(where: { $0 != " " }), closing.contains(first) {
        faults.append("begins with \(first): \(line)")
      }
      let unsafe = HostileText.unsafe(in: line)
      if !unsafe.isEmpty { faults.append("\(unsafe): \(line.debugDescription)") }
      if line.last == " " { faults.append("space at the end: \(line.debugDescription)") }
    }
    if lines.isEmpty { faults.append("nothing is shown") }
    return faults
  }
}
