import Foundation
import GRDB
import TestKit
import Testing

/// The program killed in the middle of a session. This never tests the disk: what was written stays in
/// the system's cache when a process dies.
@Suite("Faults: kill -9", .serialized)
struct KillFaultTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["MINGFA_FAULTS"] == "full" ? 200 : 8

  private var program: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(".build/debug/mingfa")
  }

  private func start(_ arguments: [String], input: Pipe, output: Pipe) throws -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  @Test("An answer whose verdict was on the screen is in the database after a kill")
  func kill() throws {
    let folder = try TemporaryFolder()
    let data = folder.url.appendingPathComponent("data").path
    let bank = folder.url.appendingPathComponent("bank.txt")
    var text = "---\n题库：kill\n名称：题库\n版本：1\n---\n## 判断题\n"
    for number in 1...400 { text += "\(number). 陈述\(number)\n答案：对\n编号：K-\(number)\n" }
    try Data(text.utf8).write(to: bank)
    let loading = try start(
      ["bank", "load", bank.path, "--data", data], input: Pipe(), output: Pipe())
    loading.waitUntilExit()
    #expect(loading.terminationStatus == 0)
    var acknowledged = 0
    for round in 0..<Self.rounds {
      let (input, output) = (Pipe(), Pipe())
      let process = try start(["practice", "--data", data, "--new"], input: input, output: output)
      try input.fileHandleForWriting.write(
        contentsOf: Data(String(repeating: "对\n", count: 300).utf8))
      usleep(UInt32(250_000 + (round * 97_919) % 900_000))
      kill9(process)
      try input.fileHandleForWriting.close()
      let shown = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      acknowledged += shown.split(separator: "[对]").count - 1
      let database = try DatabaseQueue(path: data + "/mingfa.sqlite")
      let kept =
        try database.read {
          try Int.fetchOne($0, sql: "SELECT count (*) FROM step WHERE kind = 'answer'")
        } ?? 0
      let integrity = try database.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
      #expect(kept >= acknowledged)
      #expect(integrity == "ok")
      acknowledged = kept
    }
    #expect(acknowledged > 0)
  }

  private func kill9(_ process: Process) {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
