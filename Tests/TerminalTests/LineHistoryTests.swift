import Foundation
import TestKit
import Testing

@testable import Terminal

/// The lines that Up brings back.
@Suite struct LineHistoryTests {
  let folder: TemporaryFolder
  static let home = LineHistory.Kind("home")
  static let notes = LineHistory.Kind("notes")
  static let secret = LineHistory.Kind("secret", isKept: false)

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.url.path }
  private func file(_ name: String) -> URL { folder.url.appendingPathComponent("history-\(name)") }
  private func kept(_ name: String) throws -> String {
    try String(contentsOf: file(name), encoding: .utf8)
  }

  @Test func `lines come back in the next run, each kind by itself`() throws {
    var first = LineHistory(folder: path)
    first.add("2", of: Self.home)
    first.add("题干不通，“应当”多余", of: Self.notes)
    first.add("4", of: Self.home)
    #expect(first.lines(of: Self.home) == ["2", "4"])
    var next = LineHistory(folder: path)
    #expect(next.lines(of: Self.home) == ["2", "4"])
    #expect(next.lines(of: Self.notes) == ["题干不通，“应当”多余"])
    #expect(next.failure == nil)
  }

  @Test func `a blank line, or the same as the one before, is not remembered`() {
    var history = LineHistory(folder: path)
    for line in ["", "  ", "\u{3000}", "a", "a", "b", "a", "\n"] {
      history.add(line, of: Self.home)
    }
    #expect(history.lines(of: Self.home) == ["a", "b", "a"])
  }

  @Test func `a pasted paragraph is one entry of one line`() throws {
    var history = LineHistory(folder: path)
    history.add("一\n二\r\n三\u{2028}四", of: Self.notes)
    #expect(history.lines(of: Self.notes) == ["一 二 三 四"])
    #expect(try kept("notes") == "一 二 三 四\n")
  }

  @Test func `what is not kept, or has no folder, ends with the run`() throws {
    var history = LineHistory(folder: path)
    history.add("x", of: Self.secret)
    #expect(history.lines(of: Self.secret) == ["x"])
    var homeless = LineHistory(folder: nil)
    homeless.add("x", of: Self.home)
    #expect(homeless.lines(of: Self.home) == ["x"])
    #expect(homeless.failure == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == [])
  }

  @Test func `the file is its owner's alone, also where others could read it`() throws {
    try Data("old\n".utf8).write(to: file("home"))
    chmod(file("home").path, 0o644)
    var history = LineHistory(folder: path)
    history.add("new", of: Self.home)
    let attributes = try FileManager.default.attributesOfItem(atPath: file("home").path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    #expect(try kept("home") == "old\nnew\n")
  }

  @Test func `a long file is cut back to the newest lines`() throws {
    let many = (1...LineHistory.longestFile + 1).map { "line \($0)\n" }.joined()
    try Data(many.utf8).write(to: file("home"))
    var history = LineHistory(folder: path)
    let lines = history.lines(of: Self.home)
    #expect(lines.count == LineHistory.longestList)
    #expect(lines.last == "line \(LineHistory.longestFile + 1)")
    #expect(try kept("home").split(separator: "\n").map(String.init) == lines)
    // In one run the list does not grow either.
    for number in 1...LineHistory.longestList { history.add("more \(number)", of: Self.home) }
    #expect(history.lines(of: Self.home).count == LineHistory.longestList)
    #expect(history.lines(of: Self.home).first == "more 1")
  }

  @Test func `a file too large to be ours is replaced`() throws {
    try Data().write(to: file("home"))
    try #require(truncate(file("home").path, off_t(LineHistory.largestFile + 1)) == 0)
    var history = LineHistory(folder: path)
    #expect(history.lines(of: Self.home) == [])
    history.add("a", of: Self.home)
    #expect(try kept("home") == "a\n")
    #expect(history.failure == nil)
  }

  @Test func `bytes that are not UTF-8 do no harm`() throws {
    try Data([0x61, 0x0A, 0xFF, 0xFE, 0x0A, 0x62, 0x0A]).write(to: file("home"))
    var history = LineHistory(folder: path)
    #expect(history.lines(of: Self.home) == ["a", "\u{FFFD}\u{FFFD}", "b"])
  }

  @Test(arguments: ["a folder", "a link", "no folder"])
  func `where nothing can be kept, it is said once and the lines stay for this run`(
    obstacle: String
  ) throws {
    let place = file("home").path
    var folder = path
    switch obstacle {
    case "a folder":
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
    case "a link":
      try Data().write(to: self.folder.url.appendingPathComponent("target"))
      symlink(self.folder.url.appendingPathComponent("target").path, place)
    default: folder += "/gone"
    }
    var history = LineHistory(folder: folder)
    #expect(history.lines(of: Self.home) == [])
    history.add("a", of: Self.home)
    history.add("b", of: Self.home)
    #expect(history.lines(of: Self.home) == ["a", "b"])
    guard case .historyNotKept(let named, let reason) = try #require(history.failure) else {
      Issue.record("\(String(describing: history.failure))")
      return
    }
    #expect(named == folder + "/history-home")
    #expect(!reason.wording.zh.contains("系统错误"))
    // A link is not followed.
    if obstacle == "a link" {
      let target = self.folder.url.appendingPathComponent("target")
      #expect(try Data(contentsOf: target).isEmpty)
    }
  }
}
