import Exams
import Questions
import Storage
import TestKit
import Testing
import Workflows

/// What papers are drawn from, after other exams.
@Suite struct GatherPoolTests {
  let year: ExamYear

  init() throws { year = try ExamYear() }

  private func pool() throws -> (free: [PoolQuestion], held: Int) {
    try GatherPool(year.room.data).questions(for: ExamRoom.blueprint())
  }

  @Test func `what stands on papers whose results are not out enters no other paper`() throws {
    let all = try pool()
    #expect(all.held == 0)
    let first = try year.create([ExamYear.entrant("小林")], code: "one")
    let frozen = try year.room.data.held.questions()
    #expect(frozen.count == 6)
    let rest = try pool()
    #expect(rest.held == 6)
    #expect(rest.free.count == all.free.count - 6)
    #expect(rest.free.allSatisfy { !frozen.contains($0.ref.question) })
    try year.hold(first, ["小林": true])
    #expect(try pool().free.count == all.free.count)
  }

  @Test func `an exam that lacks questions says how many are held back`() throws {
    // 24 single choices: five exams leave 4, and the sixth takes those.
    for number in 1...6 {
      _ = try year.create([ExamYear.entrant("\(number)")], code: "exam-\(number)")
    }
    let failure = #expect(throws: ExamFailure.self) {
      try year.create([ExamYear.entrant("7")], code: "exam-7")
    }
    guard case .impossible(_, let held) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(held == 36)
    #expect(failure?.wording.zh.contains("另有 36 题") == true)
  }

  @Test func `responses in published exams move the difficulty away from the author's word`() throws
  {
    let before = Dictionary(
      uniqueKeysWithValues: try pool().free.map { ($0.ref.question, $0.difficulty) })
    let people = ["小林", "小王", "小赵"].map { ExamYear.entrant($0) }
    let first = try year.create(people, code: "one")
    let asked = try year.room.data.held.questions()
    try year.hold(first, ["小林": true, "小王": false], publishes: false)
    #expect(try pool().free.allSatisfy { $0.difficulty == before[$0.ref.question] })
    try year.room.holding.publish(first.exam)
    for question in try pool().free {
      let prior = try #require(before[question.ref.question])
      // Two handed in, one of them wrong; who stayed away says nothing.
      let expected = asked.contains(question.ref.question) ? (prior * 20 + 1) / 22 : prior
      #expect(abs(question.difficulty - expected) < 1e-12)
    }
  }
}
