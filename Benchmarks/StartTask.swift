/// From starting the program to the first question of today on the screen, beside a look-up of one row by the
/// sqlite3 shell in the same database, and beside a database of 100 questions.
struct StartTask {
  private static let rounds = 30

  let bench: Workbench

  func run() throws -> [Finding] {
    bench.note("start to the first question, \(Self.rounds) rounds")
    let large = try bench.loaded(Workbench.large)
    let small = try bench.loaded(Workbench.small)
    var ours = Sample()
    var few = Sample()
    var lookUp = Sample()
    // The first round only warms the cache.
    for round in 0...Self.rounds {
      let many = try start(data: large)
      let row = try look(in: large, id: 1 + round * 3301)
      let hundred = try start(data: small)
      guard round > 0 else { continue }
      ours.add(many)
      lookUp.add(row)
      few.add(hundred)
    }
    return [
      Finding(
        "start to first question", "one-row look-up in the shell", ours, against: lookUp, limit: 5),
      Finding("start to first question", "with 100 loaded", ours, against: few, limit: 1.1),
    ]
  }

  /// Seconds until the question that the database says was put stood on the screen: today's first.
  private func start(data: String) throws -> Double {
    let recording = try ChildProcess.startOnTerminal(
      bench.program, ["practice", "--new", "--data", data])
    let stem = try bench.sql(
      """
      SELECT substr (v.stem, 1, 20) FROM step s JOIN question_version v ON v.id = s.version_id
      JOIN attempt a ON a.id = s.attempt_id AND a.mode = 'today'
      WHERE s.kind = 'start' ORDER BY s.counter DESC LIMIT 1
      """, in: data)
    guard !stem.isEmpty, let seconds = recording.seconds(until: stem) else {
      throw Obstacle.wrongResult(
        "the question \(stem) is not on the screen: "
          + String(decoding: recording.bytes, as: UTF8.self))
    }
    return seconds
  }

  private func look(in data: String, id: Int) throws -> Double {
    let recording = try ChildProcess.startOnPipe(
      bench.shell,
      [data + "/mingfa.sqlite", "SELECT stem FROM question_version WHERE id = \(id)"])
    guard recording.bytes.count > 20, let last = recording.arrivals.last else {
      throw Obstacle.wrongResult("the look-up of row \(id)")
    }
    return last.seconds
  }
}
