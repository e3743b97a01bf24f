import Foundation
import TestKit
import Testing

/// `mingfa exam blueprint`: listing, showing and checking, before any data folder is there.
@Suite struct BlueprintCommandTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    desk.environment["MINGFA_BANKS"] = Desk.shippedBanks
    try FileManager.default.createDirectory(
      at: desk.folder.url.appendingPathComponent("data/blueprints"),
      withIntermediateDirectories: true)
    return desk
  }

  static let shipped = [
    "cadre-yearly", "constitution-day", "enforcement-general", "enforcement-special",
    "law-understander",
  ]

  @Test func `the shipped blueprints are listed without making a data folder`() throws {
    let desk = try Desk()
    desk.environment["MINGFA_BANKS"] = Desk.shippedBanks
    let run = try desk.mingfa("exam", "blueprint", "list", "--lang", "en")
    #expect(run.status == 0)
    for code in Self.shipped { #expect(run.text.contains(code)) }
    #expect(!FileManager.default.fileExists(atPath: desk.data.path))
  }

  @Test(arguments: shipped, ["zh", "en"])
  func `what is shown of one is a file that says the same`(code: String, language: String) throws {
    let desk = try desk()
    let shown = try desk.mingfa("exam", "blueprint", "show", code, "--lang", language)
    #expect(shown.status == 0)
    try desk.folder.write(shown.text, to: "own.yaml")
    let check = try desk.mingfa("exam", "blueprint", "check", "own.yaml", "--lang", "en")
    #expect(check.status == 0)
    #expect(check.text.contains(code))
    let again = try desk.mingfa("exam", "blueprint", "show", "own.yaml", "--lang", language)
    #expect(again.text == shown.text)
  }

  @Test func `a file of the data folder goes before a shipped one`() throws {
    let desk = try desk()
    let shown = try desk.mingfa("exam", "blueprint", "show", "cadre-yearly").text
    try desk.folder.write(
      shown.replacing("minutes: 60", with: "minutes: 75"), to: "data/blueprints/our.yaml")
    let run = try desk.mingfa("exam", "blueprint", "show", "cadre-yearly")
    #expect(run.text.contains("minutes: 75"))
    try desk.folder.write(shown, to: "data/blueprints/other.yaml")
    let twice = try desk.mingfa("exam", "blueprint", "show", "cadre-yearly", "--lang", "en")
    #expect(twice.status == 65)
    #expect(twice.errors.contains("Several files have the code cadre-yearly"))
  }

  @Test func `errors are told with file, line and column, and as statuses`() throws {
    let desk = try desk()
    try desk.folder.write("code: Town\ntitel: x\n", to: "bad.yaml")
    let run = try desk.mingfa("exam", "blueprint", "check", "bad.yaml", "--lang", "en")
    #expect(run.status == 65)
    #expect(run.text.contains("bad.yaml:2:1: There is no key 'titel'; did you mean title?"))
    let missing = try desk.mingfa("exam", "blueprint", "check", "none.yaml", "--lang", "en")
    #expect(missing.status == 66)
    let shown = try desk.mingfa("exam", "blueprint", "show", "bad.yaml", "--lang", "en")
    #expect(shown.status == 65)
    #expect(shown.text.isEmpty && shown.errors.contains("bad.yaml:2:1"))
    let unknown = try desk.mingfa("exam", "blueprint", "show", "nothing", "--lang", "en")
    #expect(unknown.status == 64)
    for code in Self.shipped { #expect(unknown.errors.contains(code)) }
    try desk.folder.write("code: Town\n", to: "data/blueprints/spoilt.yaml")
    let list = try desk.mingfa("exam", "blueprint", "list", "--lang", "en")
    #expect(list.status == 0)
    #expect(list.errors.replacing("\n", with: "").contains("spoilt.yaml"))
    let spoilt = try desk.mingfa("exam", "blueprint", "show", "spoilt", "--lang", "en")
    #expect(spoilt.status == 65)
  }

  @Test func `a mock exam by a blueprint tells its sections, and takes no other wishes`() throws {
    let desk = try Desk.town()
    try desk.folder.write(
      """
      code: town-exam
      title: 乡镇小考
      banks: [town]
      sections:
        - type: single
          count: 1
          points: 6
        - type: true-false
          count: 1
          points: 4
      time:
        minutes: 10
      pass:
        mark: 60%

      """, to: "own.yaml")
    let run = try desk.mingfa(
      "practice", "mock", "--blueprint", "own.yaml", "--lang", "en",
      input: "a\nt\n:submit\nsubmit\n")
    #expect(run.status == 0)
    for words in [
      "Drawn by the blueprint: 乡镇小考", "Mock exam: 2 questions, 10 points, pass mark 6",
      "1. Single choice: ", "2. True or false: ", "If sat today: too few to tell",
    ] { #expect(run.text.contains(words), "\(words)\n\(run.text)") }
    let both = try desk.mingfa(
      "practice", "mock", "--blueprint", "own.yaml", "--minutes", "5", "--lang", "en")
    #expect(both.status == 64)
    let unknown = try desk.mingfa("practice", "--blueprint", "none", "--lang", "en")
    #expect(unknown.status == 64)
  }

  @Test func `banks are checked and loaded without a look at the folder of blueprints`() throws {
    let desk = try desk()
    let banks = Desk.shippedBanks
    let check = try desk.run(
      Desk.program, ["bank", "check", banks, "--format", "json"], atMost: 120)
    #expect(check.status == 0)
    #expect(!check.text.contains("yaml"))
  }
}
