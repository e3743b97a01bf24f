import Foundation
import TestKit

/// A desk with a computer: a folder of its own with a home, a data folder and files, and the built
/// program to be run there. Nothing of the tester's own environment reaches the program.
final class Desk {
  let folder: TemporaryFolder
  /// The variables that the program is given.
  var environment: [String: String]
  private var runs = 0
  /// Whether the data folder says that a set clock will do for exams and accounts.
  var allowsSetClock = true

  /// - Parameters:
  ///   - data: a data folder to work on a copy of; nil for an empty desk.
  ///   - place: where the desk stands.
  init(
    data: URL? = nil, language: String = "C.UTF-8",
    in place: URL = FileManager.default.temporaryDirectory
  ) throws {
    folder = try TemporaryFolder(in: place)
    environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": folder.url.path, "LANG": language,
      "MINGFA_DATA": folder.url.appendingPathComponent("data").path,
      "MINGFA_ACCOUNT": Self.administrator, "MINGFA_PASSWORD_FILE": try Self.passwordFile.get(),
    ]
    if let data { try FileManager.default.copyItem(at: data, to: self.data) }
  }

  /// Whom every command signs in that wants it: an account of `LoadedFolders`, else one that
  /// `administer` makes.
  static let administrator = "主任"
  static let password = "窗外有三棵老槐树"
  /// Where the password stands; each process of the tests has a file of its own.
  static let passwordFile = Result {
    let path = LoadedFolders.place.path + "-password"
    atexit { unlink(LoadedFolders.place.path + "-password") }
    try (password + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// Makes the administrator's account.
  func administer() throws {
    let run = try account("add", Self.administrator, "--role", "administrator")
    guard run.status == 0 else { throw LoadedFolders.NotMade(words: run.errors) }
  }

  /// Runs a command of accounts; a new password that it asks for is `password`.
  @discardableResult func account(_ arguments: String...) throws -> ProgramRun {
    let before = environment
    defer { environment = before }
    environment["MINGFA_NEW_PASSWORD_FILE"] = try Self.passwordFile.get()
    return try run(Self.program, ["account"] + arguments)
  }

  /// Signs nobody in: what a desk is like where no variable says who it is.
  func signNobodyIn() {
    environment["MINGFA_ACCOUNT"] = nil
    environment["MINGFA_PASSWORD_FILE"] = nil
  }

  /// The data folder, whether or not it is there yet.
  var data: URL { folder.url.appendingPathComponent("data") }

  /// The path of something on the desk.
  func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - input: what it reads from standard input; nothing unless told.
  ///   - seconds: how long it may take.
  @discardableResult
  func mingfa(
    _ arguments: String..., input: String = "", atMost seconds: Double = 60
  ) throws -> ProgramRun {
    try run(Self.program, arguments, input: Data(input.utf8), atMost: seconds)
  }

  /// Runs a line of the shell in which `mingfa` is the program.
  @discardableResult
  func shell(
    _ line: String, input: String = "", atMost seconds: Double = 60
  ) throws -> ProgramRun {
    try run(
      "/bin/bash", ["-c", "mingfa() { \"$MINGFA\" \"$@\"; }; export -f mingfa; " + line],
      input: Data(input.utf8), atMost: seconds)
  }

  /// Runs any program to its end.
  @discardableResult
  func run(
    _ program: String, _ arguments: [String], input: Data = Data(), atMost seconds: Double = 60
  ) throws -> ProgramRun {
    let (child, names) = try start(program: program, arguments, input: input)
    let end = child.wait(atMost: seconds)
    return try names.result(end)
  }

  /// Starts a program and returns at once.
  func start(
    program: String = Desk.program, _ arguments: [String], input: Data
  ) throws -> (ChildProcess, RunFiles) {
    runs += 1
    try markClock(arguments)
    let files = RunFiles(base: path("run-\(runs)"))
    try input.write(to: URL(fileURLWithPath: files.input))
    let child = try ChildProcess(
      program, arguments,
      environment: environment.merging(["MINGFA": Self.program]) { $1 }, folder: folder.url.path,
      streams: .files(input: files.input, output: files.output, errors: files.errors))
    return (child, files)
  }

  /// Says in the data folder that it is one of tests, before a command that otherwise goes by the clocks of
  /// the computer.
  func markClock(_ arguments: [String]) throws {
    guard allowsSetClock, environment["MINGFA_CLOCK"] != nil,
      ["exam", "account", "report", "sign-in"].contains(arguments.first),
      let folder = environment["MINGFA_DATA"], FileManager.default.fileExists(atPath: folder)
    else { return }
    try Self.markClock(in: folder)
  }

  /// The same of any data folder.
  static func markClock(in folder: String) throws {
    let mark = folder + "/stepped-clock"
    guard !FileManager.default.fileExists(atPath: mark) else { return }
    try "".write(toFile: mark, atomically: false, encoding: .utf8)
  }

  /// Everything in the database, as text.
  func dump() throws -> String { try DatabaseDump.text(of: data) }

  /// The program that was built together with these tests.
  static let program: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("mingfa")
      .path
  }()

  /// The top of the repository.
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the shipped banks.
  static let shippedBanks = repository.appendingPathComponent("questionbanks").path
}

/// Where a run reads and writes.
struct RunFiles {
  let base: String
  var input: String { base + ".in" }
  var output: String { base + ".out" }
  var errors: String { base + ".err" }

  func result(_ end: ChildProcess.End) throws -> ProgramRun {
    ProgramRun(
      end: end, output: try Data(contentsOf: URL(fileURLWithPath: output)),
      errors: String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: errors)), as: UTF8.self))
  }
}

/// What a run of a program came to.
struct ProgramRun {
  let end: ChildProcess.End
  let output: Data
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
  var lines: [String] { text.split(separator: "\n").map(String.init) }
  /// The exit status; nil where a signal or the time limit ended it.
  var status: Int32? { if case .exit(let status) = end { status } else { nil } }
}
