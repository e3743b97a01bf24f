import Exams
import Foundation
import Learning
import People
import Questions
import Storage
import TestKit
import Workflows

/// `exam verify` of a log with 1,000 sittings of 100 answers each: the chain checked, every score recounted.
struct VerifyTask {
  private static let candidates = 1_000
  private static let rounds = 9

  let bench: Workbench

  func run() throws -> [Finding] {
    let data = bench.path("verify")
    bench.note("exam verify: making \(Self.candidates) sittings of 100 answers")
    let entries = try VerifyRoom(folder: data, bench: bench).fill(Self.candidates)
    setenv("MINGFA_SESSION", bench.path("verify-session"), 1)
    defer { unsetenv("MINGFA_SESSION") }
    // Once, so that the hash of a password is no part of what is measured.
    let password = bench.path("verify-password")
    try (VerifyRoom.password + "\n").write(toFile: password, atomically: true, encoding: .utf8)
    setenv("MINGFA_PASSWORD_FILE", password, 1)
    _ = try bench.mingfa(["sign-in", VerifyRoom.name], data: data)
    unsetenv("MINGFA_PASSWORD_FILE")
    try distinct(data)
    try control(data, entries: entries)
    bench.note("exam verify, \(Self.rounds) rounds")
    var sample = Sample()
    for _ in 0..<Self.rounds {
      let began = Clock.now()
      let outcome = try bench.mingfa(["exam", "verify", "--format", "json"], data: data)
      sample.add(Clock.now() - began)
      try Self.check(outcome.output, entries: entries)
    }
    return [
      Finding(
        "exam verify", "1,000 x 100 answers, median", sample.median, atMost: 1,
        unit: .milliseconds)
    ]
  }

  /// Papers and answers that are alike would make a table of scores of one row.
  private func distinct(_ data: String) throws {
    let forms = try bench.sql("SELECT count (DISTINCT form) FROM candidate", in: data)
    let answers = try bench.sql(
      """
      SELECT count (DISTINCT answers) FROM (SELECT group_concat (payload) AS answers FROM evidence
        WHERE kind = 'answer' GROUP BY candidate_id)
      """, in: data)
    let scores = try bench.sql("SELECT count (DISTINCT score) FROM exam_grade", in: data)
    guard forms == "\(VerifyRoom.forms)", answers == "\(Self.candidates)",
      Int(scores) ?? 0 >= 20
    else {
      throw Obstacle.wrongResult("\(forms) forms, \(answers) papers, \(scores) scores to verify")
    }
  }

  /// A check that finds nothing where there is something is fast, and worth nothing: in a copy a byte is
  /// put into one answer of 100,000, and a mark to one score.
  private func control(_ data: String, entries: Int) throws {
    let altered = bench.path("verify-altered")
    try FileManager.default.copyItem(atPath: data, toPath: altered)
    let place = entries / 2
    _ = try bench.sql(
      """
      DROP TRIGGER evidence_is_immutable; DROP TRIGGER exam_grade_is_immutable;
      UPDATE evidence SET payload = replace (payload, ':', ': ') WHERE sequence =
        (SELECT max (sequence) FROM evidence WHERE kind = 'answer' AND sequence <= \(place));
      UPDATE exam_grade SET score = score + 100 WHERE candidate_id =
        (SELECT max (candidate_id) FROM exam_grade);
      """, in: altered)
    let outcome = try bench.mingfa(
      ["exam", "verify", "--format", "json"], data: altered, expecting: 1)
    let document = try Self.document(outcome.output)
    let found = (document?["findings"] as? [[String: Any]])?.compactMap { $0["kind"] as? String }
    guard document?["ok"] as? Bool == false, found == ["entry-altered", "result-differs"] else {
      throw Obstacle.wrongResult("what was altered is not found: \(outcome.output.prefix(600))")
    }
  }

  private static func document(_ output: String) throws -> [String: Any]? {
    try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
  }

  private static func check(_ output: String, entries: Int) throws {
    let document = try document(output)
    guard document?["ok"] as? Bool == true, document?["recounted"] as? Int == candidates,
      document?["entries"] as? Int == entries
    else { throw Obstacle.wrongResult("exam verify: \(output.prefix(400))") }
  }
}

/// A data folder with one exam that many have sat, made through the stores.
private struct VerifyRoom {
  static let name = "主任"
  /// As many as lie in one room.
  static let forms = 10
  static let password = "窗外有三棵老槐树"

  let test: TestData
  let actor = Actor(account: AccountID(1), role: .administrator)

  init(folder: String, bench: Workbench) throws {
    test = try TestData(folder: URL(fileURLWithPath: folder))
    var questions: [Question] = []
    for number in 1...640 {
      var single = try SampleBank.single("S\(number)", right: number % 4 + 1)
      single.stem = Self.stem(number)
      var truth = try SampleBank.truth("T\(number)", number.isMultiple(of: 2))
      truth.stem = Self.stem(1_000 + number)
      questions += [single, truth]
    }
    try test.load(try SampleBank.bank(SampleBank.items(questions), id: "town"))
    _ = try SignIn(test.data).found(name: Self.name, password: Self.password)
  }

  private static func stem(_ number: Int) -> String {
    String(
      String.UnicodeScalarView(
        (0..<12).compactMap { Unicode.Scalar(0x4E00 + (number * 131 + $0 * 17) % 20_000) }))
  }

  /// - Returns: how many entries the log then has.
  func fill(_ count: Int) throws -> Int {
    let data = test.data
    let blueprint = Blueprint(
      code: "bench", title: "测速", banks: ["town"],
      sections: [
        Blueprint.Section(content: .questions(.single, count: 60), points: Score(points: 1)),
        Blueprint.Section(
          content: .questions(.trueFalse, count: 40), points: Score(points: 1),
          rule: ScoringRule(deduction: Score(hundredths: 50))),
      ], time: Blueprint.TimeRules(minutes: 90), pass: Blueprint.PassRules(share: 6000))
    let created = try CreateExam(data, actor: actor).create(
      CreateExam.Request(
        blueprint: blueprint, code: "bench",
        entrants: (1...count).map { CreateExam.Entrant(name: "考生\($0)") },
        room: SeatPlan(seats: count, perRow: 10, formsPerWave: Self.forms), seed: 1))
    let holding = HoldExam(data, actor: actor)
    try holding.open(created.exam, key: created.openingCode)
    let papers = try (0..<Self.forms).map { try FindExam(data).paper($0, of: created.exam) }
    var chance = SeededGenerator(seed: 1, purpose: 0x76)
    for candidate in try data.exams.candidates(of: created.exam.id) {
      let paper = papers[candidate.seat.form]
      var facts = [SittingFact.began(terminal: "tty")]
      for (number, line) in paper.lines.enumerated() {
        facts.append(.answered(line: number, Self.response(line.question.question, &chance)))
      }
      try data.evidence.append(
        facts.map { fact in
          test.clock.advance(5)
          let (kind, payload) = SittingCoding.entry(of: fact)
          return EvidenceEntry.Act(
            kind: kind, exam: created.exam.id, candidate: candidate.id, payload: payload,
            moment: test.clock.now())
        })
      var state = SittingState(try data.sittings.events(of: candidate.id))
      try data.sittings.append(
        .ended(.submitted), to: &state, candidate: candidate, at: test.clock.now(),
        grade: {
          PaperGrade(of: paper, responses: $0.responses, passMark: blueprint.passMark)
        }, allows: { $0.end == nil })
    }
    try holding.end(created.exam)
    try holding.publish(created.exam)
    let entries = Int(try data.evidence.head()?.count ?? 0)
    try data.file.close()
    return entries
  }

  private static func response(
    _ question: Question, _ chance: inout SeededGenerator
  ) -> Response {
    guard !question.options.isEmpty else { return .truth(chance.below(2) == 0) }
    return .options([question.options[chance.below(question.options.count)].id])
  }
}
