import Foundation

/// The measurements and their table.
struct Benchmark {
  /// Why nothing could be measured.
  enum Obstacle: Error {
    case noProgram
    case failed(String, Int32)
    case wrongResult(String)
  }

  private let program: String
  private let folder: URL

  init() throws {
    guard let path = ProcessInfo.processInfo.environment["MINGFA_PROGRAM"] else {
      throw Obstacle.noProgram
    }
    program = URL(fileURLWithPath: path).path
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("mingfa-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func run() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let bank = folder.appendingPathComponent("bank.txt")
    let small = folder.appendingPathComponent("small.txt")
    let changed = folder.appendingPathComponent("changed.txt")
    let csv = folder.appendingPathComponent("bank.csv")
    try GeneratedBank(count: 100_000).write(text: bank, csv: csv)
    try GeneratedBank(count: 100_000, changed: 61_803).write(text: changed, csv: nil)
    try GeneratedBank(count: 100).write(text: small, csv: nil)

    var load: [Double] = []
    var reload: [Double] = []
    var imported: [Double] = []
    for round in 1...3 {
      let data = folder.appendingPathComponent("data-\(round)").path
      let sheet = folder.appendingPathComponent("import-\(round).sqlite").path
      load.append(try time(program, ["bank", "load", bank.path, "--data", data]))
      imported.append(
        try time("/usr/bin/sqlite3", [sheet, "-cmd", ".mode csv", ".import \(csv.path) bank"]))
      reload.append(try time(program, ["bank", "load", changed.path, "--data", data]))
    }
    let large = folder.appendingPathComponent("data-1").path
    let database = large + "/mingfa.sqlite"
    guard
      try output("/usr/bin/sqlite3", [database, "SELECT count (*) FROM question_version"])
        == "100001\n"
    else { throw Obstacle.wrongResult("the load") }
    let tiny = folder.appendingPathComponent("data-small").path
    _ = try time(program, ["bank", "load", small.path, "--data", tiny])

    var start: [Double] = []
    var startSmall: [Double] = []
    var lookUp: [Double] = []
    for _ in 1...30 {
      start.append(try time(program, ["practice", "--new", "--data", large]))
      lookUp.append(
        try time("/usr/bin/sqlite3", [database, "SELECT stem FROM question_version WHERE id = 5"]))
      startSmall.append(try time(program, ["practice", "--new", "--data", tiny]))
    }
    print("task                                          ours      baseline  ratio")
    row("load 100,000 questions : .import as CSV", load, imported)
    row("load with one changed  : first load", reload, load)
    row("whole session, no answer, 100,000 : look-up", start, lookUp)
    row("whole session, no answer, 100,000 : 100", start, startSmall)
  }

  private func row(_ name: String, _ ours: [Double], _ baseline: [Double]) {
    let (a, b) = (median(ours), median(baseline))
    let title = name.padding(toLength: 46, withPad: " ", startingAt: 0)
    print(title + String(format: "%7.1f ms %8.1f ms %6.2f", a * 1000, b * 1000, a / b))
  }

  private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private func time(_ path: String, _ arguments: [String]) throws -> Double {
    let clock = ContinuousClock()
    let began = clock.now
    _ = try output(path, arguments)
    let passed = clock.now - began
    return Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
  }

  private func output(_ path: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Obstacle.failed(path, process.terminationStatus)
    }
    return String(decoding: data, as: UTF8.self)
  }
}
