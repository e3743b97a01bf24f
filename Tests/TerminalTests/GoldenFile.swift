import Foundation
import TestKit
import Testing

/// A file under `Fixtures` that holds what a person sees. After a wanted change it is made anew by
///
///     MINGFA_GOLDEN=renew make test ARGS="--filter GoldenPageTests"
///
/// and the difference is read in `git diff` before it is committed.
enum GoldenFile {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Fixtures")

  /// Compares a text with its file, or writes the file where it is to be renewed.
  static func compare(_ text: String, with name: String) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["MINGFA_GOLDEN"] == "renew" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    guard kept != text else { return }
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    Issue.record(
      """
      \(name):\(line + 1): the page looks otherwise.
      was: \(line < old.count ? old[line] : "(end)")
      is:  \(line < new.count ? new[line] : "(end)")
      If that is wanted: MINGFA_GOLDEN=renew make test ARGS="--filter GoldenPageTests"
      """)
  }
}
