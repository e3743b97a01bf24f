import Exams
import Foundation
import Storage
import Workflows

/// What is left of an exam after a power cut, held against the whole of it.
final class ExamAftermath {
  private let made: ExamDesk.Made
  /// Where the sealed results stand, outside of the disk.
  private let sealed: String?
  /// The log of evidence as it came to be, an entry a line.
  private let log: [String]
  /// After how many entries one thing was done and the next not begun.
  private let borders: Set<Int>
  /// What databases held, with the key that signs, in which nothing was amiss and the exam could go on. Many
  /// a disk comes to one of a few hundred, and what holds the same is not looked through again.
  private var sound: Set<String> = []

  /// - Parameter folder: the data of the exam after its end.
  init(of folder: URL, made: ExamDesk.Made, sealed: String?) throws {
    self.made = made
    self.sealed = sealed
    let log = try Self.log(in: folder)
    self.log = log
    let kinds = log.map { String($0.split(separator: " ")[1]) }
    // Candidates come with the exam, marks with the end of a sitting.
    borders = Set(
      (0...log.count).filter { count in
        guard count > 0, count < log.count else { return true }
        return kinds[count] != "candidate" && kinds[count] != "graded"
      })
  }

  private static func log(in folder: URL) throws -> [String] {
    try DatabaseDump.column(
      """
      SELECT sequence || ' ' || kind || ' ' || exam_id || ' ' || candidate_id || ' ' || payload || ' '
        || utc || ' ' || hex (digest) FROM evidence ORDER BY sequence
      """, in: folder)
  }

  /// Looks for all that was acknowledged and for half of anything; then the exam goes on to its end.
  func examine(
    _ folder: URL, atLeast count: Int, _ findings: inout PowerCutAftermath.Findings
  ) throws {
    let kept = try Self.log(in: folder)
    if !log.starts(with: kept) { findings.damage.append("the log is not what was written") }
    if kept.count < count {
      findings.lost.append("\(count) entries of the log were acknowledged, \(kept.count) are there")
    }
    if !borders.contains(kept.count) {
      findings.damage.append("half of something: \(kept.last ?? "")")
    }
    // Of a log that was altered more cannot be said.
    guard findings.damage.isEmpty else { return }
    let state = try Self.state(of: folder) + (count == log.count ? " sealed" : "")
    guard !sound.contains(state) else { return }
    let before = findings
    try lookThrough(folder, count, kept, &findings)
    if findings == before { sound.insert(state) }
  }

  /// All that a data folder holds.
  private static func state(of folder: URL) throws -> String {
    let key = folder.appendingPathComponent("exam-signing.key")
    return try DatabaseDump.text(of: folder)
      + ((try? String(contentsOf: key, encoding: .utf8)) ?? "")
  }

  /// The log agrees with itself and with the rest, and the exam goes on to its end.
  private func lookThrough(
    _ folder: URL, _ count: Int, _ kept: [String], _ findings: inout PowerCutAftermath.Findings
  ) throws {
    let data = try ExamHall.data(folder)
    defer { try? data.file.close() }
    findings.damage += try ExamHall.flaws(in: data)
    // The exam is there with all its parts or not at all.
    guard let exam = try data.exams.exams().first else {
      if kept.contains(where: { $0.contains(" created ") }) {
        findings.damage.append("the exam is in the log alone")
      }
      return
    }
    try ExamHall.finish(made, in: data)
    findings.damage += try ExamHall.flaws(in: data)
    if let sealed, count == log.count { try compare(sealed, exam, data, &findings) }
    let marked = try data.sittings.grades(of: exam.id).count
    if marked < (kept.contains { $0.contains(" closed ") } ? 0 : made.tickets.count) {
      findings.damage.append("only \(marked) have marks")
    }
  }

  /// Once sealed results have left the computer, the database agrees with them, and what signed them still
  /// signs.
  private func compare(
    _ sealed: String, _ exam: StoredExam, _ data: MingfaData,
    _ findings: inout PowerCutAftermath.Findings
  ) throws {
    let outcome = try VerifyEvidence(data, actor: ExamHall.administrator)
      .verify(against: [sealed])
    findings.damage += outcome.audit.findings.map { "sealed: \($0.wording.zh)" }
    _ = try SealResults(data, actor: ExamHall.administrator).seal(exam)
    if try data.evidence.head()?.count != Int64(log.count) {
      findings.lost.append("the key that signs")
    }
  }
}
