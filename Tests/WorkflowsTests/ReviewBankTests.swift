import Foundation
import Learning
import People
import Questions
import Statutes
import Storage
import TestKit
import Testing
import Text

@testable import Workflows

/// An amendment on its way from the text of the law to the learner.
@Suite struct ReviewBankTests {
  private let test: TestData
  private let folder: TemporaryFolder
  private let review: ReviewBank

  init() throws {
    test = try TestData()
    folder = try TemporaryFolder()
    review = try ReviewBank(test.data, actor: test.actor)
  }

  @discardableResult
  private func load(bank text: String, name: String = "pond.txt") throws -> BankLoadSummary {
    let outcome = try LoadBank(test.data, actor: test.actor)
      .load(file: try folder.write(text, to: name))
    guard case .loaded(let summary, _) = outcome else { throw SampleBank.BadCode(text: name) }
    return summary
  }

  private func load(law text: String, effective: String? = nil) throws {
    let outcome = try LoadStatutes(test.data, actor: test.actor).load(
      files: [try folder.write(text, to: "law.md")],
      effective: effective.flatMap { CalendarDate(iso: $0) })
    guard case .loaded = outcome else { throw SampleBank.BadCode(text: text) }
  }

  private func state(_ code: String) throws -> QuestionState {
    try stored(code).question.state
  }

  private func stored(_ code: String) throws -> StoredQuestion {
    let showing = try ShowBank(test.data, actor: test.actor)
    return try showing.question(code, in: try showing.find("pond"))
  }

  private func states() throws -> [QuestionState] {
    try (1...5).map { try state("P-\($0)") }
  }

  private func touched(_ code: String) throws -> ReviewQueue.Touched {
    let queue = try review.queue()
    return try #require(
      (queue.changes + queue.later).flatMap(\.questions)
        .first { $0.question.question.code.text == code })
  }

  private func amended() throws {
    try load(bank: AmendedPond.bank())
    try load(law: AmendedPond.old)
    try load(law: AmendedPond.new)
  }

  private let flagged: [QuestionState] = [.flagged, .ready, .flagged, .flagged, .ready]

  // MARK: What is flagged

  @Test func `a newer edition flags exactly the questions whose cited place changed`() throws {
    try load(bank: AmendedPond.bank())
    try load(law: AmendedPond.old)
    #expect(try states() == Array(repeating: .ready, count: 5))
    try load(law: AmendedPond.new)
    #expect(try states() == flagged)
    let kinds = try review.queue().changes.map(\.kind)
    #expect(kinds == [.changed, .renumbered, .reworded])
  }

  @Test func `a bank that is loaded after the newer edition is flagged at once`() throws {
    try load(law: AmendedPond.old)
    try load(law: AmendedPond.new)
    #expect(try load(bank: AmendedPond.bank()).flagged == 3)
    #expect(try states() == flagged)
    #expect(try load(bank: AmendedPond.bank()).flagged == 0)
  }

  @Test func `loading the same edition again or trying it flags nothing more`() throws {
    try amended()
    let flags = try test.data.flags.flags()
    try load(law: AmendedPond.new)
    #expect(try test.data.flags.flags() == flags)
  }

  @Test func `a third edition is held against what the questions rest on`() throws {
    try amended()
    let third = AmendedPond.new.replacing("2024年1月2日", with: "2025年1月2日")
      .replacing("在七日内", with: "在五日内").replacing("可以垂钓", with: "可以钓鱼")
    try load(law: third)
    // What the second changed and the third changed back is not in doubt any more but for its reviewer.
    let places = try test.data.flags.flags().compactMap { flag -> String? in
      guard case .amendment(let place) = flag.cause else { return nil }
      return "\(flag.questionCode) \(place.new.iso)"
    }
    #expect(places.contains("P-3 2025-01-02"))
    #expect(!places.contains("P-3 2024-01-02"))
  }

  // MARK: The key stands

  @Test func `a key that stands needs two people and rests on the newer edition then`() throws {
    try amended()
    let renumbered = try touched("P-3")
    #expect(try review.decide(.confirmed, on: [renumbered], by: "乙", reason: "") == 0)
    #expect(try review.decide(.wordingOnly, on: [renumbered], by: "甲", reason: "条号") == 1)
    #expect(try state("P-3") == .flagged)
    #expect(try review.decide(.confirmed, on: [try touched("P-3")], by: "甲", reason: "") == 0)
    #expect(try review.decide(.confirmed, on: [try touched("P-3")], by: "乙", reason: "") == 1)
    let after = try stored("P-3")
    #expect(after.question.state == .ready)
    #expect(after.question.citations.map { $0.text(in: .chinese) } == ["《鱼塘法》第四条"])
    #expect(after.editions.map(\.date.iso) == ["2024-01-02"])
    #expect(try test.data.sources(of: after).first?.later == nil)
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  @Test func `a disputed key is undecided again`() throws {
    try amended()
    _ = try review.decide(.wordingOnly, on: [try touched("P-4")], by: "甲", reason: "")
    _ = try review.decide(.disputed, on: [try touched("P-4")], by: "乙", reason: "")
    #expect(try touched("P-4").flag.review == .undecided)
    #expect(try state("P-4") == .flagged)
  }

  @Test func `who decided, when and why is kept`() throws {
    try amended()
    _ = try review.decide(.wordingOnly, on: [try touched("P-4")], by: "甲", reason: "只是文字")
    _ = try review.decide(.confirmed, on: [try touched("P-4")], by: "乙", reason: "同意")
    let question = try stored("P-4").ref.question
    let history = try test.data.revisions.history(of: question)
    #expect(history.map(\.cause) == ["flagged", "settled", "loaded", "approved"])
    #expect(history.map(\.reviewer) == [nil, "乙", "乙", "乙"])
    #expect(history[1].reason == "同意")
    #expect(history[1].madeAt == test.clock.now().utc)
  }

  // MARK: The rule changed

  @Test func `a changed figure is offered as a mend and learners are asked again`() throws {
    try amended()
    let learner = try test.learner()
    let practice = try test.begin(.sequential, by: learner)
    _ = try practice.answer(.options([stored("P-1").question.options[1].id]))
    let touched = try touched("P-1")
    let mend = try #require(touched.mend)
    #expect(mend.options.map(\.text) == ["三日", "七日", "十日"])
    #expect(try review.decide(.ofTheRule, on: [touched], by: "甲", reason: "期限改了") == 1)
    #expect(try review.mend(touched, with: mend, isInForce: true, by: "甲", reason: "照新法"))
    let after = try stored("P-1")
    #expect(after.number == 2)
    #expect(after.question.state == .ready)
    #expect(after.question.keyTexts == ["七日"])
    #expect(after.editions.map(\.date.iso) == ["2024-01-02"])
    let due = try test.data.questions.notebook(of: learner.id, banks: [after.bank])
    #expect(due.contains(after.ref))
    #expect(try test.data.flags.flags(of: after.ref.version).isEmpty)
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  @Test func `a draft changes nothing until it is approved`() throws {
    try amended()
    let touched = try touched("P-1")
    let mend = try #require(touched.mend)
    #expect(try review.mend(touched, with: mend, isInForce: false, by: "甲", reason: ""))
    #expect(try stored("P-1").number == 1)
    let waiting = try #require(try review.queue().waiting.first)
    #expect(waiting.question.question.state == .inReview)
    #expect(waiting.present?.number == 1)
    #expect(try review.approve(waiting.question, by: "乙", reason: ""))
    #expect(try stored("P-1").question.keyTexts == ["七日"])
    #expect(try review.queue().waiting.isEmpty)
    #expect(try !review.approve(waiting.question, by: "乙", reason: ""))
  }

  @Test func `a mend is not taken over what somebody else changed meanwhile`() throws {
    try amended()
    let touched = try touched("P-1")
    let mend = try #require(touched.mend)
    #expect(try review.mend(touched, with: mend, isInForce: true, by: "甲", reason: ""))
    #expect(try !review.mend(touched, with: mend, isInForce: true, by: "乙", reason: ""))
    #expect(try stored("P-1").number == 2)
  }

  @Test func `a retired question leaves practice, papers and the queue`() throws {
    try amended()
    #expect(try review.retire(stored("P-4"), by: "甲", reason: "过时"))
    #expect(try state("P-4") == .retired)
    #expect(try test.data.banks.banks().first?.questions == 4)
    #expect(
      try !review.queue().changes.flatMap(\.questions)
        .contains { $0.question.question.code.text == "P-4" })
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  // MARK: Papers and days

  private func candidates(_ day: String) throws -> Int {
    let day = try #require(CalendarDate(iso: day))
    let bank = try stored("P-1").bank
    return try test.data.questions.candidates(banks: [bank], on: day).singles.count
  }

  @Test func `a mock exam takes what is objected to only where there is too little else`() throws {
    try load(bank: AmendedPond.bank())
    let learner = try test.learner()
    for code in ["P-1", "P-2"] {
      try test.data.objections.raise(
        "不对", to: try stored(code).ref, by: learner.id, attempt: nil, now: 1)
    }
    for (count, takes) in [(3, 0), (5, 2)] {
      let outline = MockOutline(
        sections: [.init(kind: .single, count: count, points: Score(points: 10))], minutes: 30)
      let exam = try test.begin(.mock, by: learner, outline: outline)
      let codes = try (1...count).compactMap {
        try exam.jump(to: $0)?.card?.question.code.text
      }
      #expect(codes.count == count)
      #expect(codes.count { ["P-1", "P-2"].contains($0) } == takes)
    }
  }

  @Test func `a question in doubt is practised and enters no paper`() throws {
    try amended()
    #expect(try candidates("2026-11-24") == 2)
    #expect(try test.data.banks.banks().first?.questions == 5)
  }

  @Test func `an amendment puts nothing in doubt before it is in force`() throws {
    try load(bank: AmendedPond.bank())
    try load(law: AmendedPond.old)
    try load(law: AmendedPond.new, effective: "2027-01-01")
    #expect(try candidates("2026-12-31") == 5)
    #expect(try candidates("2027-01-01") == 2)
    let before = try review.queue(on: CalendarDate(iso: "2026-12-31"))
    #expect(before.changes.isEmpty)
    #expect(before.later.count == 3)
    #expect(try review.queue(on: CalendarDate(iso: "2027-01-01")).changes.count == 3)
  }

  // MARK: The bank's file comes again

  @Test func `the old file does not undo what was mended in the program`() throws {
    try amended()
    let touched = try touched("P-1")
    let mend = try #require(touched.mend)
    _ = try review.mend(touched, with: mend, isInForce: true, by: "甲", reason: "")
    for version in ["1", "2"] {
      let summary = try load(bank: AmendedPond.bank(version: version))
      #expect(summary.edited == 1)
      #expect(summary.changed == 0)
      #expect(try stored("P-1").question.keyTexts == ["七日"])
    }
    #expect(try state("P-3") == .flagged)
  }

  @Test func `a newer file with a new text takes the place of what was mended`() throws {
    try amended()
    let touched = try touched("P-1")
    let mend = try #require(touched.mend)
    _ = try review.mend(touched, with: mend, isInForce: true, by: "甲", reason: "")
    let text = AmendedPond.bank(version: "2").replacing("租金几日内交？", with: "租金要在几日内交？")
      .replacing("B. 五日", with: "B. 七日").replacing("2020-01-02", with: "2024-01-02")
      .replacing("第四条", with: "第五条").replacing("第三条", with: "第四条")
    let summary = try load(bank: text)
    #expect(summary.edited == 0)
    #expect(try stored("P-1").number == 3)
    #expect(try stored("P-1").question.stem == "租金要在几日内交？")
  }

  @Test func `the bank that is printed after a review loads as it is`() throws {
    try amended()
    for code in ["P-3", "P-4"] {
      _ = try review.decide(.wordingOnly, on: [try touched(code)], by: "甲", reason: "")
      _ = try review.decide(.confirmed, on: [try touched(code)], by: "乙", reason: "")
    }
    let touched = try touched("P-1")
    let mend = try #require(touched.mend)
    _ = try review.mend(touched, with: mend, isInForce: true, by: "甲", reason: "")
    let showing = try ShowBank(test.data, actor: test.actor)
    let text = try showing.source(of: try showing.find("pond")).text
    // The questions that the amendment leaves alone are as right by the newer edition.
    #expect(text.contains("法律：《鱼塘法》 2024-01-02"))
    let summary = try load(bank: text, name: "printed.txt")
    #expect(summary.unchanged == 5)
  }

  @Test func `a bank half reviewed is printed with the older edition, and says so`() throws {
    try amended()
    let touched = try touched("P-1")
    let mend = try #require(touched.mend)
    _ = try review.mend(touched, with: mend, isInForce: true, by: "甲", reason: "")
    let showing = try ShowBank(test.data, actor: test.actor)
    let source = try showing.source(of: try showing.find("pond"))
    #expect(source.mixed == [StatuteTitle("鱼塘法")])
    #expect(source.text.contains("法律：《鱼塘法》 2020-01-02"))
  }

  // MARK: Errors and objections

  @Test func `a question with an error waits for a review`() throws {
    try load(law: AmendedPond.old)
    let summary = try load(bank: AmendedPond.bank().replacing("《鱼塘法》第四条", with: "《鱼塘法》第九条"))
    #expect(summary.doubtful == 1)
    #expect(try state("P-4") == .inReview)
    #expect(try test.data.banks.banks().first?.questions == 4)
    let waiting = try #require(try review.queue().waiting.first)
    #expect(waiting.present == nil)
    #expect(try review.approve(waiting.question, by: "甲", reason: "另一部法"))
    #expect(try state("P-4") == .ready)
    #expect(try test.data.banks.banks().first?.questions == 5)
    #expect(try load(bank: AmendedPond.bank()).changed == 1)
    #expect(try state("P-4") == .ready)
  }

  @Test func `an objection puts its question in doubt until it is answered`() throws {
    try load(bank: AmendedPond.bank())
    let learner = try test.learner()
    let ref = try stored("P-5").ref
    try test.data.objections.raise("少一个选项", to: ref, by: learner.id, attempt: nil, now: 1)
    #expect(try state("P-5") == .flagged)
    #expect(try candidates("2026-11-24") == 4)
    let objected = try #require(try review.queue().objections.first)
    try review.answer(objected, .rejected, text: "条文就是这样")
    #expect(try state("P-5") == .ready)
    try test.data.objections.raise("还是不对", to: ref, by: learner.id, attempt: nil, now: 2)
    let again = try #require(try review.queue().objections.first)
    try review.answer(again, .accepted, text: "会改")
    #expect(try state("P-5") == .flagged)
    #expect(try review.queue().objections.count == 1)
  }
}
