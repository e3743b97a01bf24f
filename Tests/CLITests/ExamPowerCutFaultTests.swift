import Testing

/// Power cuts in an exam that two candidates sit at the same time, each a process.
///
/// Its codes and moments are new with every run: a seed has the same cuts again, not the same bytes. The
/// disk of a finding is kept.
@Suite struct ExamPowerCutFaultTests {
  /// Power cuts in both halves together: 20,000 in the full round of `make faults`.
  static let count = PowerCutFaultTests.isFull ? 20_000 : 16

  @Test(arguments: [0, 1])
  func `a power cut in an exam takes nothing that was acknowledged`(half: UInt64) throws {
    let recording = try PowerCutRecording(.exam)
    let tally = try PowerCutRound(
      recording: recording, seed: PowerCutFaultTests.seed &+ half, count: Self.count / 2
    ).run()
    PowerCutFaultTests.report("an exam, half \(half + 1), synchronous FULL", tally)
    #expect(tally.images == Self.count / 2)
    #expect(tally.losing == 0)
    #expect(tally.damaged == 0)
    #expect(tally.findings == [])
  }

  @Test func `the recorded exam is an exam in which two sit at the same time`() throws {
    let exam = try PowerCutRecording(.exam)
    let answered = ExamHall.Paper(seed: 1).answers.count
    // Made, opened, each answer and the end of two candidates, ended, published, sealed.
    let said = exam.acknowledgements.filter {
      if case .evidence = $0.what { true } else { false }
    }
    #expect(
      said.map(\.command).reduce(into: [:]) { $0[$1, default: 0] += 1 }
        == [0: 1, 1: 1, 2: 2 * (answered + 1), 3: 1, 4: 1, 5: 1])
    let speakers = said.filter { $0.command == 2 }.map { one -> UInt64 in
      if case .shown(_, let process) = exam.record.entries[one.entry] { process } else { 0 }
    }
    // Neither waited for the end of the other.
    #expect(zip(speakers, speakers.dropFirst()).count { $0 != $1 } > 20)
    let database = try #require(exam.start.certain.names[PowerCutRecording.databaseName])
    #expect(
      exam.record.entries[exam.ends[1]..<exam.ends[2]].contains { entry in
        if case .write(let file, _, _) = entry {
          exam.start.file(number: file) == database
        } else {
          false
        }
      })
  }

  @Test(arguments: [PowerCutRecording.Synchronous.normal, .off])
  func `the same cuts with a weaker sync setting lose acknowledged answers of an exam`(
    synchronous: PowerCutRecording.Synchronous
  ) throws {
    let recording = try PowerCutRecording(.exam, synchronous: synchronous)
    let tally = try PowerCutRound(
      recording: recording, seed: PowerCutFaultTests.seed, count: PowerCutFaultTests.settingCount,
      isControl: true
    ).run()
    PowerCutFaultTests.report("an exam, synchronous \(synchronous.rawValue)", tally)
    #expect(tally.losing > tally.images / 10)
  }
}
