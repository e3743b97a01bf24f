/// Loading a bank of 100,000 questions from text, beside the sqlite3 shell importing the same fields
/// as CSV; and loading it again with one question changed.
struct LoadTask {
  private static let rounds = 5

  let bench: Workbench

  func run() throws -> [Finding] {
    bench.note("load of \(Workbench.large) questions, \(Self.rounds) rounds")
    let (text, sheet) = (bench.path("bank.txt"), bench.path("bank.csv"))
    let count = Workbench.large
    let bank = GeneratedBank(code: "bench", count: count, seed: Workbench.seed)
    let written = try bank.write(text: text, csv: sheet)
    bench.note("\(written.textBytes / count) bytes a question, \(written.cases) cases")
    var chance = SplitMix(seed: Workbench.seed)
    var load = Sample()
    var again = Sample()
    var imported = Sample()
    var peak = Sample()
    for round in 1...Self.rounds {
      let data = bench.path("load-\(round)")
      let database = bench.path("import-\(round).sqlite")
      let first = try bench.mingfa(["bank", "load", text], data: data)
      load.add(first.seconds)
      imported.add(
        try ChildProcess.run(
          bench.shell, [database, ".mode csv", ".import \(sheet) bank"]
        ).seconds)
      let changed = bench.path("changed.txt")
      var revised = bank
      revised.changed = Int.random(in: 1...count, using: &chance)
      try revised.write(text: changed)
      let second = try bench.mingfa(["bank", "load", changed], data: data)
      again.add(second.seconds)
      peak.add(Double(max(first.peakBytes, second.peakBytes)))
      try check(data: data, written: written, changed: revised.changed ?? 0)
      let rows = try ChildProcess.run(bench.shell, [database, "SELECT count (*) FROM bank"]).output
      guard rows == "\(count)\n" else { throw Obstacle.wrongResult(".import has \(rows)") }
      try compare(data: data, imported: database, changed: revised.changed ?? 0)
      _ = try ChildProcess.run("/bin/rm", ["-r", data, database, changed])
    }
    return [
      Finding(
        "load 100,000 questions", ".import of the same as CSV", load, against: imported, limit: 2),
      Finding(
        "load 100,000 questions", "greatest memory", peak.greatest, atMost: 250e6, unit: .megabytes),
      Finding("load with one question changed", "first load", again, against: load, limit: 0.5),
      Finding(
        "load with one question changed", ".import of the same as CSV", again, against: imported,
        limit: 1),
    ]
  }

  /// The database holds every question with its options, and the second load made one version.
  private func check(data: String, written: GeneratedBank.Counts, changed: Int) throws {
    let counts = try bench.sql(
      """
      SELECT (SELECT count (*) FROM question), (SELECT count (*) FROM question_version),
        (SELECT count (*) FROM chapter WHERE question_count > 0),
        (SELECT count (*) FROM passage_version),
        (SELECT code FROM question q JOIN question_version v ON v.id = q.version_id
          WHERE v.number = 2),
        (SELECT stem LIKE '（修订）%' FROM question_version WHERE number = 2),
        (SELECT count (*) FROM question_version WHERE length (stem) < 20 OR answer_key = ''),
        (SELECT integrity_check FROM pragma_integrity_check)
      """, in: data)
    let all = written.questions
    let wanted = "\(all)|\(all + 1)|\(written.chapters)|\(written.cases)|Q-\(changed)|1|0|ok"
    guard counts == wanted else {
      throw Obstacle.wrongResult("after the loads \(counts), not \(wanted)")
    }
  }

  /// Every question says what the CSV says but the one that was changed: a load that reads only what
  /// changed must leave the rest as a whole reading would.
  private func compare(data: String, imported: String, changed: Int) throws {
    let same = try bench.sql(
      """
      ATTACH '\(imported)' AS csv;
      SELECT count (*), sum (code = 'Q-\(changed)'), sum (source_digest IS NULL)
      FROM (SELECT q.code, q.source_digest FROM question q
        JOIN question_version v ON v.id = q.version_id JOIN csv.bank b ON b.code = q.code
        WHERE v.stem = b.stem AND q.topics = replace (b.topics, '、', char (10))
          AND q.rationale = replace (b.rationale, '[A]', '[#1]')
          AND (b.a = '' OR v.options LIKE '%"' || b.a || '"%"' || b.d || '"%'))
      """, in: data)
    let others = Workbench.large - 1
    guard same == "\(others)|0|0" else {
      throw Obstacle.wrongResult("beside the CSV \(same), not \(others) equal questions")
    }
  }
}
