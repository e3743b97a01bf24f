import Foundation
import TestKit
import Workflows

/// What stands in a data folder after a power cut, held against what the program had acknowledged.
struct PowerCutAftermath {
  private let recording: PowerCutRecording
  private let desk: Desk
  /// How things stood before the first command and after each.
  private let states: [State]
  /// What looks an exam through, where the work is one.
  private let exam: ExamAftermath?

  private struct State {
    /// The whole database, where commands are all or nothing.
    let database: String?
    let files: [String: Data]
  }

  struct Findings: Equatable, Sendable {
    /// What was acknowledged and is not there.
    var lost: [String] = []
    var damage: [String] = []
    var isWell: Bool { lost.isEmpty && damage.isEmpty }
  }

  init(_ recording: PowerCutRecording) throws {
    self.recording = recording
    let desk = try Desk(in: PowerCutRecording.quickPlace)
    self.desk = desk
    var disk = recording.start
    var states: [State] = []
    var done = 0
    for end in [0] + recording.ends {
      for entry in recording.record.entries[done..<end] { try disk.take(entry) }
      done = end
      let database =
        !recording.workload.isWhole
        ? nil
        : try Self.inFolder(on: desk, disk.all) { folder in
          _ = try TestData(folder: folder)
          return try Self.dump(folder)
        }
      states.append(State(database: database, files: Self.files(in: disk.all)))
    }
    self.states = states
    exam = try recording.made.map { made in
      let sealed = try recording.sealed.map { try desk.folder.write($0, to: "sealed.json") }
      return try Self.inFolder(on: desk, disk.all) {
        try ExamAftermath(of: $0, made: made, sealed: sealed)
      }
    }
  }

  /// The number of the computer differs where a database was made anew.
  private static func dump(_ folder: URL) throws -> String {
    try DatabaseDump.text(of: folder, without: ["station"])
  }

  /// What people find beside the database, by names below the data folder. The name of a file that is
  /// not finished says so.
  private static func files(in content: DiskContent) -> [String: Data] {
    var found: [String: Data] = [:]
    for case (let path, .file(let file)) in content.reachable
    where path.hasPrefix(PowerCutRecording.dataFolder + "/") {
      let name = String(path.dropFirst(PowerCutRecording.dataFolder.count + 1))
      if name.wholeMatch(of: /(backups|reports)\/.+\.(sqlite|csv)/) != nil {
        found[name] = content.files[file] ?? Data()
      }
    }
    return found
  }

  private static func inFolder<Value>(
    on desk: Desk, _ content: DiskContent, _ body: (URL) throws -> Value
  ) throws -> Value {
    let place = desk.folder.url.appendingPathComponent("image")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    try content.write(to: place)
    return try body(place.appendingPathComponent(PowerCutRecording.dataFolder))
  }

  /// Opens what is left as the program does, and looks for all that was acknowledged before the entry
  /// of that number.
  func examine(_ content: DiskContent, at moment: Int, runsProgram: Bool) throws -> Findings {
    let acknowledged = recording.acknowledgements.filter { $0.entry < moment }
    // States that there can be: none is of a command to come.
    let begun = states.prefix(recording.ends.count { $0 < moment } + 2)
    var findings = try Self.inFolder(on: desk, content) { folder in
      var findings = Findings()
      do {
        let opened = try TestData(folder: folder)
        findings.damage += try CheckData(opened.data, actor: opened.actor).run().findings
          .map { "\($0)" }
        if exam != nil, !findings.damage.isEmpty {
          if Self.entries(acknowledged) > 0 { findings.lost.append("an exam: it is damaged") }
        } else if let exam {
          try exam.examine(folder, atLeast: Self.entries(acknowledged), &findings)
        } else if recording.workload.isWhole {
          try compareDatabase(folder, acknowledged, begun, &findings)
        } else {
          try compareAnswers(folder, acknowledged, &findings)
        }
        // What was recovered can be written to.
        _ = try ChangeSettings(opened.data, actor: opened.actor).setDay(startHour: 5, zone: nil)
      } catch {
        findings.damage.append("\(error)")
        if !acknowledged.isEmpty { findings.lost.append("everything: it does not open") }
      }
      return findings
    }
    compareFiles(content, acknowledged, begun, &findings)
    if runsProgram, findings.isWell { try runProgram(content, &findings) }
    return findings
  }

  /// How much of the log of evidence was acknowledged.
  private static func entries(_ acknowledged: [PowerCutRecording.Acknowledgement]) -> Int {
    acknowledged.map { one in if case .evidence(let count) = one.what { count } else { 0 } }.max()
      ?? 0
  }

  /// Answers are kept in order, and beyond the acknowledged ones only the one that was on its way.
  private func compareAnswers(
    _ folder: URL, _ acknowledged: [PowerCutRecording.Acknowledgement], _ findings: inout Findings
  ) throws {
    let shown = acknowledged.compactMap { one -> String? in
      if case .answer(let text) = one.what { text } else { nil }
    }
    let kept = try Acknowledged.kept(in: folder)
    if !kept.starts(with: shown) {
      findings.lost.append("\(shown.count) answers were acknowledged, \(kept.count) are there")
    } else if kept.count > shown.count + 1 {
      findings.damage.append("answers that nobody gave: \(kept.dropFirst(shown.count))")
    }
  }

  private func compareDatabase(
    _ folder: URL, _ acknowledged: [PowerCutRecording.Acknowledgement], _ begun: ArraySlice<State>,
    _ findings: inout Findings
  ) throws {
    let database = try Self.dump(folder)
    guard let after = begun.lastIndex(where: { $0.database == database }) else {
      findings.damage.append("the database is as after no command")
      return
    }
    for one in acknowledged where one.what == .command && one.command >= after {
      findings.lost.append("what command \(one.command + 1) did")
    }
  }

  /// A file that bears its name is whole, whether or not it was acknowledged.
  private func compareFiles(
    _ content: DiskContent, _ acknowledged: [PowerCutRecording.Acknowledgement],
    _ begun: ArraySlice<State>, _ findings: inout Findings
  ) {
    let kept = Self.files(in: content)
    for (name, bytes) in kept where !begun.contains(where: { $0.files[name] == bytes }) {
      findings.damage.append("\(name) is not whole")
    }
    for one in acknowledged {
      guard case .file(let name) = one.what else { continue }
      let since = begun.dropFirst(one.command + 1)
      if !since.contains(where: { $0.files[name] == kept[name] }) {
        findings.lost.append("\(name) of command \(one.command + 1)")
      }
    }
  }

  /// The built program on what is left: it checks the data, and keeps something new.
  private func runProgram(_ content: DiskContent, _ findings: inout Findings) throws {
    let said = try Self.inFolder(on: desk, content) { folder -> [String] in
      var said: [String] = []
      let check = try desk.mingfa("data", "check", "--data", folder.path)
      if check.status != 0 { said.append(check.text + check.errors) }
      if recording.workload.isExam {
        let verified = try desk.mingfa("exam", "verify", "--data", folder.path)
        if verified.status != 0 { said.append(verified.text + verified.errors) }
      }
      let next = try desk.mingfa("learner", "add", "来日", "--data", folder.path)
      if next.status != 0 { said.append(next.text + next.errors) }
      return said
    }
    findings.damage += said
  }

  /// Every finished backup, as a data folder of its own: what is wrong with it, and its answers.
  func openBackups() throws -> [(findings: [String], answers: Int)] {
    let files = states.last?.files ?? [:]
    return try files.sorted { $0.key < $1.key }.map { _, bytes in
      let folder = try TemporaryFolder(in: PowerCutRecording.quickPlace)
      try bytes.write(to: folder.url.appendingPathComponent("mingfa.sqlite"))
      let opened = try TestData(folder: folder.url)
      let outcome = try CheckData(opened.data, actor: opened.actor).run()
      return (
        outcome.findings.map { "\($0)" }, try Acknowledged.kept(in: folder.url).count
      )
    }
  }
}
