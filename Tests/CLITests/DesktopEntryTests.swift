import Foundation
import TestKit
import Testing

/// Simple mode from the menu of a desktop: the entry, and the launcher that opens large type.
@Suite struct DesktopEntryTests {
  /// A desk whose path holds the launcher, what it calls, and pretended terminal programs that write
  /// down how they were called.
  ///
  /// All of them are links: a script that this process had written itself could not be started
  /// ("text file busy") while a program that another test starts meanwhile still holds the copy of
  /// the descriptor.
  private static func desk(_ programs: [String]) throws -> Desk {
    let desk = try Desk()
    let bin = desk.folder.url.appendingPathComponent("bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    let repository = Desk.repository
    let pretended = repository.appendingPathComponent("Tests/CLITests/Fixtures/pretended-terminal")
    let links =
      [
        ("dirname", try desk.shell("command -v dirname").lines[0]), ("mingfa", Desk.program),
        ("mingfa-simple", repository.appendingPathComponent("desktop/mingfa-simple").path),
      ] + programs.map { ($0, pretended.path) }
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: bin.appendingPathComponent(name).path, withDestinationPath: target)
    }
    desk.environment["PATH"] = bin.path
    desk.environment["DISPLAY"] = ":0"
    return desk
  }

  private static func called(_ desk: Desk) throws -> [String] {
    try String(contentsOf: desk.folder.url.appendingPathComponent("called"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  /// Each terminal program, with the option that makes its type large; nil where it has none.
  static let terminals: [(program: String, large: [String]?, last: String)] = [
    ("xfce4-terminal", ["--font=Monospace 24"], "--execute"),
    ("gnome-terminal", ["--zoom=2"], "--"), ("mate-terminal", ["--zoom=2"], "--execute"),
    ("konsole", ["-p", "Font=Monospace,24"], "-e"),
    ("xterm", ["-fa", "Monospace", "-fs", "24"], "-e"),
    ("deepin-terminal", nil, "-e"), ("lxterminal", nil, "-e"), ("x-terminal-emulator", nil, "-e"),
  ]

  @Test(arguments: terminals.indices)
  func `the launcher opens the terminal program that is there, with large type where it can`(
    index: Int
  ) throws {
    let (program, large, last) = Self.terminals[index]
    // Those further back in the list are there as well.
    let desk = try Self.desk(Self.terminals[index...].map(\.program))
    let run = try desk.run(desk.path("bin/mingfa-simple"), ["--lang", "en"])
    #expect(run.status == 0, "\(run.errors)")
    let words = try Self.called(desk)
    #expect(words.first == program)
    if let large {
      let place = try #require(words.firstIndex(of: large[0]))
      #expect(Array(words[place..<place + large.count]) == large)
    }
    #expect(
      Array(words.suffix(6)) == [
        last, desk.path("bin/mingfa-simple"), "inside", large == nil ? "small" : "large",
        "--lang", "en",
      ])
  }

  @Test func `without a terminal program the launcher says what to install`() throws {
    let desk = try Self.desk([])
    let run = try desk.run(desk.path("bin/mingfa-simple"), [])
    #expect(run.status == 1)
    #expect(run.errors.contains("apt install xfce4-terminal"))
    let seen = try Self.desk(["zenity"])
    #expect(try seen.run(seen.path("bin/mingfa-simple"), []).status == 1)
    #expect(try Self.called(seen).contains { $0.contains("没有找到终端程序") })
  }

  @Test func `without a desktop the launcher stays in the terminal that there is`() throws {
    let desk = try Self.desk(["xterm"])
    desk.environment["DISPLAY"] = nil
    #expect(try desk.run(desk.path("bin/mingfa-simple"), []).status == 1)
    let terminal = try TerminalSession(desk, [], program: desk.path("bin/mingfa-simple"))
    try terminal.wait(for: "号> ")
    try terminal.enter("0", then: "\n")
    #expect(terminal.finish() == .exit(0))
  }

  @Test(arguments: ["large", "small"])
  func `the window stays until its last words were read`(size: String) throws {
    let desk = try Self.desk([])
    try desk.folder.write(BankText.everyType, to: "bank.txt")
    #expect(try desk.mingfa("bank", "load", "bank.txt").status == 0)
    let terminal = try TerminalSession(
      desk, ["inside", size, "--no-color"], program: desk.path("bin/mingfa-simple"))
    let start = try terminal.wait(for: "号> ")
    #expect(start.contains("字太小") == (size == "small"))
    try terminal.enter("0", then: "按回车关闭窗口")
    terminal.type("\r")
    #expect(terminal.finish() == .exit(0))
  }

  // MARK: Installed

  private func make(_ desk: Desk, _ target: String, _ variables: String...) throws {
    let run = try desk.run(
      "/usr/bin/env", ["make", "-C", Desk.repository.path, target] + variables)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test(arguments: [nil, "mingfa-simple"])
  func `an installed entry is valid, starts the launcher, and goes with uninstall`(
    launcher: String?
  ) throws {
    let desk = try Desk()
    let place = "DESTDIR=" + desk.path("root")
    let prefix = "PREFIX=/opt/law"
    try make(
      desk, "install-desktop", place, prefix,
      "LAUNCHER=" + (launcher ?? "/opt/law/bin/mingfa-simple"))
    let entry = desk.path("root/opt/law/share/applications/mingfa-simple.desktop")
    let check = try desk.run("/usr/bin/env", ["desktop-file-validate", entry])
    #expect(check.status == 0 && check.text == "" && check.errors == "", "\(check.text)")
    let lines = try String(contentsOfFile: entry, encoding: .utf8).split(separator: "\n")
    #expect(lines.contains("Exec=\"\(launcher ?? "/opt/law/bin/mingfa-simple")\""))
    #expect(lines.contains("Terminal=false") && lines.contains("Categories=Education;"))
    #expect(lines.contains { $0.hasPrefix("Name[zh_CN]=明法") })
    #expect(lines.contains("Icon=mingfa"))
    let icon = desk.path("root/opt/law/share/icons/hicolor/scalable/apps/mingfa.svg")
    #expect(try String(contentsOfFile: icon, encoding: .utf8).hasPrefix("<svg "))
    #expect(access(desk.path("root/opt/law/bin/mingfa-simple"), X_OK) == 0)
    try make(desk, "uninstall", place, prefix)
    let left = try desk.shell("find root -type f").lines
    #expect(left == [])
  }

  @Test func `the launcher is a script that any sh can read`() throws {
    let script = Desk.repository.appendingPathComponent("desktop/mingfa-simple").path
    let check = try Desk().run("/bin/sh", ["-n", script])
    #expect(check.status == 0 && check.errors == "")
    let text = try String(contentsOfFile: script, encoding: .utf8)
    #expect(text.hasPrefix("#!/bin/sh\n"))
    // What bash alone understands.
    #expect(!text.contains("[[") && !text.contains("local "))
  }
}
