import Foundation
import TestKit
import Testing

/// Where the index of statutes is looked for, and what `law list` says by it.
@Suite struct StatuteIndexTests {
  private static let law = "# 某法\n2020年1月2日通过\n第一条 甲。\n第二条 乙。\n"

  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.folder.write(Self.law, to: "某法.md")
    try desk.mingfa("law", "load", "某法.md")
  }

  /// Writes an index that knows the loaded statute, with other texts of so many articles.
  private func writeIndex(to folder: String, differing: Int) throws {
    let text = try desk.mingfa("law", "index").text
    let lines = text.split(separator: "\n").map(String.init)
    let changed = lines.map { line in
      guard let number = line.split(separator: "\t").first.flatMap({ Int($0) }),
        number <= differing
      else { return line }
      return line.dropLast(32) + String(repeating: "0", count: 32)
    }
    try FileManager.default.createDirectory(
      atPath: desk.path(folder), withIntermediateDirectories: true)
    try desk.folder.write(changed.joined(separator: "\n") + "\n", to: folder + "/index.txt")
  }

  /// The last column of the only statute.
  private func listed(by program: String = Desk.program) throws -> String {
    let run = try desk.run(program, ["law", "list"])
    #expect(run.status == 0)
    return run.lines.last?.split(separator: " ").dropFirst(4).joined(separator: " ") ?? ""
  }

  @Test func `a build finds the index of its checkout`() throws {
    #expect(try listed() == "未收录")
  }

  @Test func `the index beside the named banks comes before that of the installation`() throws {
    // Not copied by this process: its children would hold the copy as a file that is written.
    #expect(try desk.shell("mkdir bin && cp \"$MINGFA\" bin/mingfa").status == 0)
    let program = desk.path("bin/mingfa")
    let nothing = try desk.run(program, ["law", "list"])
    #expect(nothing.status == 0)
    #expect(nothing.lines.first?.contains("索引") == false)
    try writeIndex(to: "share/mingfa/statutes", differing: 2)
    #expect(try listed(by: program) == "2 条不同")
    desk.environment["MINGFA_BANKS"] = desk.path("own/banks")
    #expect(try listed(by: program) == "2 条不同")
    try writeIndex(to: "own/statutes", differing: 0)
    #expect(try listed(by: program) == "完整一致")
  }
}
