import Foundation
import Testing

/// The page that shows the program at work.
@Suite struct TourTests {
  private let page = Desk.repository.appendingPathComponent("docs/tour.md")

  @Test func `docs/tour.md shows what the program shows`() throws {
    let desk = try Desk()
    desk.environment["MINGFA_PROGRAM"] = Desk.program
    let run = try desk.run(
      Desk.repository.appendingPathComponent("scripts/tour").path, [], atMost: 300)
    try #require(run.status == 0, "\(run.errors)")
    let written = try Data(contentsOf: page)
    guard run.output != written else { return }
    let (old, new) = (lines(of: written), lines(of: run.output))
    let count = min(old.count, new.count)
    let line = (0..<count).first { old[$0] != new[$0] } ?? count
    Issue.record(
      """
      docs/tour.md:\(line + 1): 'make tour' writes it anew; look at the difference first.
      page:    \(line < old.count ? old[line] : "(ends)")
      program: \(line < new.count ? new[line] : "(ends)")
      """)
  }

  @Test func `no line of the tour starts with closing punctuation or ends with opening`() throws {
    for (index, line) in lines(of: try Data(contentsOf: page)).enumerated() {
      let text = line.trimmingPrefix(while: \.isWhitespace)
      #expect(
        text.wholeMatch(of: /[，。；：、！？）」』》”].*|.*[（「『《“]/) == nil, "docs/tour.md:\(index + 1)")
    }
  }

  private func lines(of page: Data) -> [Substring] {
    String(decoding: page, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
