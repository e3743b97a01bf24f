import Foundation
import TestKit

/// A workload that the program has done under the recorder.
struct PowerCutRecording: Sendable {
  let workload: PowerCutWorkload
  /// The disk before the first command.
  let start: Disk
  var record: DiskRecord
  /// How many entries there were after each command.
  let ends: [Int]
  /// What was acknowledged, in order.
  let acknowledgements: [Acknowledgement]
  /// The codes of the exam, where it is one.
  let made: ExamDesk.Made?
  /// Its sealed results.
  let sealed: String?

  struct Acknowledgement: Sendable {
    /// The number of the entry that showed it.
    let entry: Int
    /// The number of the command, counted from 0 like that of an entry.
    let command: Int
    let what: What

    enum What: Equatable, Sendable {
      case answer(String)
      /// So many entries of the log of evidence.
      case evidence(Int)
      /// A finished file, by its name below the data folder.
      case file(String)
      /// All that a command does.
      case command
    }
  }

  /// How often SQLite syncs its log: FULL is the program's own setting.
  enum Synchronous: String, Sendable {
    case full = "FULL"
    /// Not at commits, only before the log is copied into the database.
    case normal = "NORMAL"
    case off = "OFF"
  }

  struct NotRecorded: Error {
    let reason: String
  }

  /// The data folder on the recorded disk. Two folders above it have to be made at a first start.
  static let dataFolder = "home/town/data"

  static let databaseName = dataFolder + "/mingfa.sqlite"

  /// A place where a sync costs nothing: what it does to a disk is the model's business.
  static let quickPlace: URL = {
    let memory = "/dev/shm"
    return access(memory, W_OK | X_OK) == 0
      ? URL(fileURLWithPath: memory) : FileManager.default.temporaryDirectory
  }()

  /// The library that was built together with these tests.
  static let recorder = URL(fileURLWithPath: Desk.program).deletingLastPathComponent()
    .appendingPathComponent("libPowerCutRecorder.so").path

  /// Lets the program do the work.
  init(_ workload: PowerCutWorkload, synchronous: Synchronous = .full) throws {
    self.workload = workload
    guard access(Self.recorder, R_OK) == 0 else {
      throw NotRecorded(reason: "\(Self.recorder) has not been built")
    }
    let desk = try Desk(in: Self.quickPlace)
    let disk = desk.folder.url.appendingPathComponent("disk")
    let data = disk.appendingPathComponent(Self.dataFolder)
    try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
    if let folder = try workload.start.folder {
      try FileManager.default.createDirectory(
        at: data.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: folder, to: data)
      // Before anything is recorded: the program does not write it.
      try Desk.markClock(in: data.path)
    }
    for (name, text) in workload.files { try desk.folder.write(text, to: name) }
    start = try Disk(folder: disk)
    let file = desk.path("record")
    desk.environment.merge([
      "MINGFA_DATA": data.path,
      "MINGFA_RECORD": file, "MINGFA_RECORD_FOLDER": disk.resolvingSymlinksInPath().path,
      "MINGFA_RECORD_SYNCHRONOUS": synchronous.rawValue, "LD_PRELOAD": Self.recorder,
    ]) { $1 }
    record = DiskRecord([])
    var ends: [Int] = []
    var made: ExamDesk.Made?
    var sitters: [UInt64: Int] = [:]
    for (number, command) in workload.commands.enumerated() {
      if !workload.isExam {
        desk.environment["MINGFA_CLOCK"] = "2026-11-24T0\(number):00:00Z+1000"
      }
      let inputs = ([command.input] + command.beside).map { made?.filled($0) ?? $0 }
      let started = try inputs.map { try desk.start(command.arguments, input: Data($0.utf8)) }
      for (place, (child, files)) in started.enumerated() {
        if workload.isExam { sitters[UInt64(child.id)] = place }
        let run = try files.result(child.wait(atMost: 120))
        guard run.status == 0 else { throw NotRecorded(reason: run.text + run.errors) }
        if workload.isExam, number == 0 {
          made = try ExamDesk.made(said: run.text, in: data, code: ExamHall.code)
        }
      }
      record = try DiskRecord(file: file)
      ends.append(record.entries.count)
    }
    self.ends = ends
    self.made = made
    sealed = try? String(contentsOfFile: desk.path("sealed.json"), encoding: .utf8)
    acknowledgements =
      try Self.acknowledgements(in: record, of: workload, ends: ends)
      + (workload.isExam
        ? EvidenceSaid(of: sitters, in: data).acknowledgements(in: record, ends: ends) : [])
    try checkWhole(disk)
  }

  private static func acknowledgements(
    in record: DiskRecord, of workload: PowerCutWorkload, ends: [Int]
  ) -> [Acknowledgement] {
    var found: [Acknowledgement] = []
    // No two answers are the same; the end of a mock exam shows each once more.
    var answered: Set<String> = []
    var start = 0
    for (command, end) in ends.enumerated() {
      var named: Set<String> = []
      var recent = ""
      for number in start..<end {
        guard case .shown(let text, _) = record.entries[number] else { continue }
        var facts: [Acknowledgement.What] = []
        let saved = text.matches(of: /已保存：第 [0-9]+ 题 = (答[0-9]+)/).map { String($0.1) }
        for answer in Acknowledged.answers(in: text) + saved
        where answered.insert(answer).inserted { facts.append(.answer(answer)) }
        // Of an exam the log of evidence tells more.
        if let words = workload.commands[command].says, text.contains(words), !workload.isExam {
          facts.append(.command)
        }
        // A path may be wrapped, and its lines come one by one.
        recent = String((recent + text.filter { !$0.isWhitespace }).suffix(400))
        if recent.contains("/data/") {
          for file in recent.matches(of: /\/data\/((backups|reports)\/[^:]+?\.(sqlite|csv))/)
          where named.insert(String(file.1)).inserted { facts.append(.file(String(file.1))) }
        }
        found += facts.map { Acknowledgement(entry: number, command: command, what: $0) }
      }
      start = end
    }
    return found
  }

  /// A call that the recorder does not know would make every image wrong: the record has to come out
  /// as the folder is. The memory that processes share is no part of it.
  private func checkWhole(_ folder: URL) throws {
    var disk = start
    for entry in record.entries { try disk.take(entry) }
    let replayed = try Self.content(of: disk.all)
    let there = try Self.content(of: Disk(folder: folder).certain)
    for name in Set(replayed.keys).union(there.keys) where !name.hasSuffix("-shm") {
      guard replayed[name] == there[name] else {
        throw NotRecorded(reason: "the record and the folder differ in \(name)")
      }
    }
  }

  /// Content by names, nil for a folder.
  private static func content(of disk: DiskContent) throws -> [String: Data?] {
    disk.reachable.mapValues { node in
      if case .file(let file) = node { disk.files[file] ?? Data() } else { nil }
    }
  }

  /// The same work on a disk that does nothing at a sync of the kinds given.
  func without(_ isLeftOut: (DiskRecord.Entry) -> Bool) -> PowerCutRecording {
    var weaker = self
    // Entries keep their numbers.
    weaker.record.entries = record.entries.map { isLeftOut($0) ? .shown("") : $0 }
    return weaker
  }
}
