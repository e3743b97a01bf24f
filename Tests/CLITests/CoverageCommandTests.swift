import Foundation
import TestKit
import Testing
import Text

/// `mingfa law coverage`, as it is typed.
@Suite struct CoverageCommandTests {
  /// A desk with shipped banks and the shipped index.
  private func desk() throws -> Desk {
    let desk = try Desk(data: LoadedFolders.shipped.get())
    desk.environment["MINGFA_BANKS"] = Desk.shippedBanks
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z"
    return desk
  }

  @Test(arguments: [40, 80], ["zh", "en"])
  func `the map fits the window`(columns: Int, language: String) throws {
    let desk = try desk()
    desk.environment["COLUMNS"] = String(columns)
    for learner in [[], ["--learner", "张三"]] {
      let run = try desk.run(
        Desk.program, ["law", "coverage", "--lang", language] + learner)
      #expect(run.status == 0)
      #expect(run.errors == "")
      #expect(run.lines.filter { DisplayWidth.columns(of: $0) > columns } == [])
      // A row of signs has at most so many articles, and begins with the number of the first.
      let rows = run.lines.compactMap { $0.firstMatch(of: /^ +([\d-]+)  ([-.+\d ]+)$/) }
      let most = columns == 40 ? 30 : 60
      #expect(rows.allSatisfy { $0.2.count { $0 != " " } <= most })
      #expect(rows.contains { $0.1 == "347" && $0.2.count { $0 != " " } >= 12 })
    }
  }

  @Test
  func `a statute is named as it is or as a bank calls it, in a part of its name, in Chinese`()
    throws
  {
    let desk = try desk()
    let whole = try desk.mingfa("law", "coverage", "宪法", "--format", "json")
    #expect(whole.status == 0)
    for name in ["《中华人民共和国宪法》", "Constitution"] {
      #expect(try desk.mingfa("法律", "覆盖", name, "--format", "json").text == whole.text)
    }
    let two = try desk.mingfa("law", "coverage", "易制毒", "戒毒条例", "--plain")
    #expect(two.lines.contains { $0.hasPrefix("《易制毒化学品管理条例》") })
    #expect(two.lines.contains { $0.hasPrefix("《戒毒条例》") })
    #expect(!two.text.contains("《宪法》"))
    let hostile = try desk.mingfa("law", "coverage", OutsideTextTests.hostile)
    #expect(hostile.status == 64)
    #expect(HostileText.unsafe(in: hostile.errors).filter { $0 != "\n" } == [])
    let none = try desk.mingfa("law", "coverage", "宪章")
    #expect(none.status == 64)
    #expect(none.text == "" && none.errors.hasPrefix("没有找到“宪章”；现有：宪法、"))
  }

  @Test func `a page goes to the reports by itself, anything else to standard output`() throws {
    let desk = try desk()
    for format in ["text", "csv", "json"] {
      let run = try desk.mingfa("law", "coverage", "宪法", "--format", format)
      #expect(run.status == 0 && !run.text.isEmpty && run.errors == "")
    }
    let reports = desk.data.appendingPathComponent("reports")
    #expect(!FileManager.default.fileExists(atPath: reports.path))
    let page = try desk.mingfa("law", "coverage", "--format", "html")
    #expect(page.status == 0 && page.text == "")
    try desk.mingfa(
      "law", "coverage", "宪法", "--bank", "constitution", "--learner", "张三", "--format", "html")
    try desk.mingfa("law", "coverage", "宪法", "--format", "html", "--lang", "en")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: reports.path).sorted() == [
        "coverage-宪法-2026-11-24.html", "法律覆盖-2026-11-24.html",
        "法律覆盖-宪法-constitution-学员1-2026-11-24.html",
      ])
    let file = reports.appendingPathComponent("法律覆盖-2026-11-24.html")
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("截至 2026-11-24，mingfa ") && text.contains("宪法题库（constitution "))
  }

  /// Names of files, and how what is written to them begins.
  static let names: [(name: String, start: String)] = [
    ("a.csv", "\u{FEFF}法律,"), ("a.json", "{\n"), ("a.html", "<!DOCTYPE html>"),
    ("a.HTM", "<!DOCTYPE html>"), ("a.txt", "法律覆盖\n"), ("a", "法律覆盖\n"),
  ]

  @Test(arguments: names.indices)
  func `a file's name says in which form it is written`(index: Int) throws {
    let desk = try desk()
    let (name, start) = Self.names[index]
    let run = try desk.mingfa("law", "coverage", "宪法", "--output", name)
    #expect(run.status == 0 && run.text == "")
    #expect(run.errors.contains(name))
    // Foundation's own reading would pass over a byte order mark.
    let file = try Data(contentsOf: URL(fileURLWithPath: desk.path(name)))
    #expect(String(decoding: file, as: UTF8.self).hasPrefix(start))
    let screen = try desk.mingfa("law", "coverage", "宪法", "--format", "html", "--output", "-")
    #expect(screen.text.hasPrefix("<!DOCTYPE html>"))
  }

  @Test(arguments: ["a", "./b", "é", "文"])
  func `a file's name may have one letter`(name: String) throws {
    let desk = try Desk.town()
    let run = try desk.mingfa("report", "pass-rate", "--output", name)
    #expect(run.status == 0)
    #expect(FileManager.default.fileExists(atPath: desk.path(name)))
  }

  @Test func `what cannot be written leaves nothing half`() throws {
    let desk = try desk()
    let run = try desk.mingfa("law", "coverage", "--output", "nowhere/a.html")
    #expect(run.status == 73)
    #expect(!FileManager.default.fileExists(atPath: desk.path("nowhere")))
  }

  @Test func `without banks the way out is said`() throws {
    let desk = try Desk()
    desk.environment["MINGFA_BANKS"] = Desk.shippedBanks
    let none = try desk.mingfa("law", "coverage")
    #expect(none.status == 65 && none.text == "")
  }
}
