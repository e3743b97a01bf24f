import Foundation

/// The clone that the tests were built from, for tests that read its sources.
package enum Repository {
  /// The top of the clone.
  package static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A Swift file below `Sources`.
  package struct Source: Sendable {
    /// From `Sources` on: `Terminal/Screen.swift`.
    package let path: String
    package let text: String

    /// The room it stands in.
    package var room: String { String(path.prefix { $0 != "/" }) }
  }

  /// All Swift files below `Sources`, by their paths.
  ///
  /// - Throws: where one cannot be read.
  package static func sources() throws -> [Source] {
    let top = folder.appendingPathComponent("Sources")
    let names = try FileManager.default.subpathsOfDirectory(atPath: top.path)
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      Source(
        path: name,
        text: try String(contentsOf: top.appendingPathComponent(name), encoding: .utf8))
    }
  }

  /// The names of the shipped banks, in their order.
  package static let bankNames =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("questionbanks").path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()

  struct NoSuchType: Error {
    let name: String
  }

  /// The names of the cases that an enumeration declares, as its source says them. So a test that
  /// goes through samples of all cases fails when a case is added without one.
  ///
  /// - Parameter path: the file below `Sources`. The enumeration's own cases stand one step deeper
  ///   than its head, as the format of the house has it.
  package static func cases(of name: String, in path: String) throws -> Set<String> {
    let file = folder.appendingPathComponent("Sources").appendingPathComponent(path)
    let lines = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard
      let head = lines.firstIndex(where: {
        $0.hasSuffix("{") && ($0.contains("enum \(name):") || $0.contains("enum \(name) "))
      })
    else { throw NoSuchType(name: name) }
    let indent = lines[head].prefix { $0 == " " }
    var found: Set<String> = []
    for line in lines[(head + 1)...] {
      if line == indent + "}" { break }
      guard line.hasPrefix(indent + "  case ") else { continue }
      var depth = 0
      // case a, b(Int, String), c = 3
      let flat = line.dropFirst(indent.count + 7).filter { character in
        if character == "(" { depth += 1 }
        defer { if character == ")" { depth -= 1 } }
        return depth == 0
      }
      for piece in flat.split(separator: ",") {
        found.insert(String(piece.drop { $0 == " " }.prefix { $0.isLetter || $0.isNumber }))
      }
    }
    return found
  }

  /// The name of a value's case: `.more(errors: 3)` is `more`.
  package static func caseName(of value: some Any) -> String {
    Mirror(reflecting: value).children.first?.label
      ?? String(String(describing: value).prefix { $0.isLetter || $0.isNumber })
  }
}
