import Foundation
import Testing

/// Power cuts at random moments of real work: `docs/power-cuts.md` tells what is modelled.
///
/// The program runs once under a recorder. From its record come disks as a power cut may leave them,
/// and each has to hold whatever the screen had acknowledged. A round repeats itself with the
/// MINGFA_FAULTS_SEED that a finding names.
@Suite struct PowerCutFaultTests {
  static let isFull = ProcessInfo.processInfo.environment["MINGFA_FAULTS"] == "full"
  static let seed =
    ProcessInfo.processInfo.environment["MINGFA_FAULTS_SEED"].flatMap { UInt64($0) }
    ?? UInt64.random(in: 0...UInt64(UInt32.max))
  /// Power cuts of each workload: with six of them, 2,400 in the full round of `make faults`.
  static let count = isFull ? 400 : 15
  /// Power cuts of the controls: of a weaker setting, and of syncs left out.
  static let settingCount = isFull ? 2000 : 15
  static let syncCount = isFull ? 400 : 45

  @Test(arguments: PowerCutWorkload.all)
  func `a power cut takes nothing that was acknowledged`(workload: PowerCutWorkload) throws {
    let recording = try PowerCutRecording(workload)
    let tally = try PowerCutRound(recording: recording, seed: Self.seed, count: Self.count).run()
    Self.report("\(workload.name), synchronous FULL", tally)
    #expect(tally.images == Self.count)
    #expect(tally.losing == 0)
    #expect(tally.damaged == 0)
    #expect(tally.findings == [])
  }

  @Test func `the recorded work is the work that is meant`() throws {
    let practice = try PowerCutRecording(.practice)
    #expect(practice.acknowledgements.map(\.what) == (1...360).map { .answer("答\($0)") })
    // The log was copied into the database before the last answers were given.
    let database = try #require(practice.start.certain.names[PowerCutRecording.databaseName])
    let copied = practice.record.entries.firstIndex { entry in
      if case .write(let file, _, _) = entry {
        practice.start.file(number: file) == database
      } else {
        false
      }
    }
    #expect(try #require(copied) < practice.acknowledgements[300].entry)

    for (workload, count) in [(PowerCutWorkload.load, 2), (.firstStart, 2), (.restore, 4)] {
      let said = try PowerCutRecording(workload).acknowledgements.filter { $0.what == .command }
      #expect(said.map(\.command) == Array(0..<count))
    }
    let mock = try PowerCutRecording(.mock).acknowledgements
    let saved = (1...30).map { PowerCutRecording.Acknowledgement.What.answer("答\($0)") }
    let report = PowerCutRecording.Acknowledgement.What.file("reports/合格率-2026-11.csv")
    #expect(mock.map(\.what) == saved.prefix(15) + [report] + saved.suffix(15) + [report])
    let backup = try PowerCutRecording(.backup)
    let copies = try PowerCutAftermath(backup).openBackups()
    // That of the day, then two by hand.
    #expect(copies.map(\.findings) == [[], [], []])
    #expect(copies.map(\.answers) == [8, 8, 16])
  }

  @Test(arguments: [PowerCutRecording.Synchronous.normal, .off])
  func `the same images of a weaker sync setting lose acknowledged answers`(
    synchronous: PowerCutRecording.Synchronous
  ) throws {
    let recording = try PowerCutRecording(.practice, synchronous: synchronous)
    let tally = try PowerCutRound(
      recording: recording, seed: Self.seed, count: Self.settingCount, isControl: true
    ).run()
    Self.report("practice, synchronous \(synchronous.rawValue)", tally)
    #expect(tally.losing > tally.images / 10)
  }

  @Test(arguments: [PowerCutWorkload.backup, .firstStart])
  func `images without the syncs of folders lose what was acknowledged`(
    workload: PowerCutWorkload
  ) throws {
    let recording = try PowerCutRecording(workload).without { entry in
      if case .syncFolder = entry { true } else { false }
    }
    let tally = try PowerCutRound(
      recording: recording, seed: Self.seed, count: Self.syncCount, isAlwaysAcknowledged: true,
      isControl: true
    ).run()
    Self.report("\(workload.name), no syncs of folders", tally)
    #expect(tally.losing > tally.images / 10)
  }

  @Test func `images without the syncs of files hold half a backup`() throws {
    let recording = try PowerCutRecording(.backup).without { entry in
      if case .sync = entry { true } else { false }
    }
    let tally = try PowerCutRound(
      recording: recording, seed: Self.seed, count: Self.syncCount, isAlwaysAcknowledged: true,
      isControl: true
    ).run()
    Self.report("data backup, no syncs of files", tally)
    #expect(tally.damaged > tally.images / 10)
  }

  /// The figures of a full round are worth a line each.
  static func report(_ what: String, _ tally: PowerCutRound.Tally) {
    guard isFull else { return }
    print(
      "power cuts: \(what): \(tally.images) images, \(tally.losing) lost something acknowledged,",
      "\(tally.damaged) damaged")
  }
}
