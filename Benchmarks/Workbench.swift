import Foundation

/// What the tasks share: the programs, the folder, the banks.
final class Workbench {
  static let large = 100_000
  static let small = 100
  static let seed: UInt64 = 20_261_124

  let program: String
  let shell: String
  let folder: URL

  /// - Throws: `Obstacle.missing`.
  init(environment: [String: String]) throws {
    guard let program = environment["MINGFA_PROGRAM"], access(program, X_OK) == 0 else {
      throw Obstacle.missing("MINGFA_PROGRAM, the path of the release program,")
    }
    self.program = URL(fileURLWithPath: program).path
    let shells = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/sqlite3" }
    guard let shell = shells.first(where: { access($0, X_OK) == 0 }) else {
      throw Obstacle.missing("sqlite3")
    }
    self.shell = shell
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("mingfa-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // The shipped banks have no part in this, and the words on the screen are Chinese.
    setenv("MINGFA_BANKS", folder.path, 1)
    setenv("LC_ALL", "C.UTF-8", 1)
    setenv("TERM", "xterm-256color", 1)
    for name in ["MINGFA_DATA", "MINGFA_CLOCK", "NO_COLOR"] { unsetenv(name) }
  }

  func clear() { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// A data folder with a bank of so many questions and one learner.
  ///
  /// - Parameter name: of a folder that is shared with no other task.
  func loaded(_ count: Int, named name: String = "loaded") throws -> String {
    let data = path("\(name)-\(count)")
    guard access(data, F_OK) != 0 else { return data }
    let text = path("\(name)-\(count).txt")
    try GeneratedBank(code: "bench", count: count, seed: Self.seed).write(text: text)
    _ = try mingfa(["bank", "load", text], data: data)
    _ = try mingfa(["learner", "add", "测速员"], data: data)
    let questions = try sql("SELECT count (*) FROM question WHERE item IS NOT NULL", in: data)
    guard questions == "\(count)" else {
      throw Obstacle.wrongResult("\(questions) of \(count) questions are loaded")
    }
    return data
  }

  func mingfa(
    _ arguments: [String], data: String, expecting status: Int32 = 0
  ) throws -> ChildProcess.Outcome {
    try ChildProcess.run(program, arguments + ["--data", data], expecting: status)
  }

  /// What the sqlite3 shell answers, from the database of a data folder.
  func sql(_ statement: String, in data: String) throws -> String {
    let output = try ChildProcess.run(shell, [data + "/mingfa.sqlite", statement]).output
    return output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Says on standard error what is going on.
  func note(_ text: String) { FileHandle.standardError.write(Data("bench: \(text)\n".utf8)) }
}
