import Foundation
import Testing

/// The page that shows a whole exam.
@Suite struct ExamDayPageTests {
  @Test func `docs/exam-day.md shows an exam as the program holds it`() throws {
    let page = Desk.repository.appendingPathComponent("docs/exam-day.md")
    let desk = try Desk()
    desk.environment["MINGFA_PROGRAM"] = Desk.program
    let run = try desk.run(
      Desk.repository.appendingPathComponent("scripts/exam-day").path, [], atMost: 120)
    try #require(run.status == 0, "\(run.errors)")
    let written = try Data(contentsOf: page)
    guard run.output != written else { return }
    let (old, new) = (lines(of: written), lines(of: run.output))
    let count = min(old.count, new.count)
    let line = (0..<count).first { old[$0] != new[$0] } ?? count
    Issue.record(
      """
      docs/exam-day.md:\(line + 1): 'make exam-day' writes it anew; look at the difference first.
      page:    \(line < old.count ? old[line] : "(ends)")
      program: \(line < new.count ? new[line] : "(ends)")
      """)
  }

  private func lines(of page: Data) -> [Substring] {
    String(decoding: page, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
