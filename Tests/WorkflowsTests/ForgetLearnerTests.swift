import Foundation
import Learning
import People
import Questions
import Reports
import Storage
import TestKit
import Testing
import Text
import Workflows

/// Someone who wants to be forgotten, and the figures that must stand.
@Suite struct ForgetLearnerTests {
  /// Names and words that stand nowhere else.
  static let words = ["欧阳若水", "欧阳旧名", "若水的笔记", "若水的旧笔记", "若水的备考", "若水的弃考"]

  /// A person who did everything that leaves a trace, and one beside.
  private struct Town {
    let folder: TemporaryFolder
    let test: TestData
    let person: Learner
    let other: Learner

    init() throws {
      folder = try TemporaryFolder()
      test = try TestData(folder: folder.url.appendingPathComponent("data"))
      try test.load(
        SampleBank.bank(
          SampleBank.items([
            SampleBank.truth("Q1"), SampleBank.single("Q2"), SampleBank.truth("Q3", false),
          ])))
      let editing = EditLearners(test.data, actor: test.actor)
      _ = try test.learner(words[1], unit: "某县/东镇")
      person = try editing.set(words[1], EditLearners.Change(name: words[0]))
      other = try test.learner("小王", unit: "某县/东镇")
      let plans = EditPlans(test.data, actor: test.actor)
      for (title, day) in [(words[4], "2026-12-20"), (words[5], "2026-12-21")] {
        _ = try plans.add(
          EditPlans.Wish(date: day, title: title), for: person, language: .chinese)
      }
      _ = try plans.drop(2, of: person)
      let run = try test.begin(.sequential, by: person)
      for note in [words[3], words[2]] { try run.note(note) }
      _ = try run.toggleStar()
      try run.object("选项有歧义")
      for right in [true, false] { try answer(run, right: right) }
      let outline = MockOutline(
        sections: [.init(kind: .trueFalse, count: 1, points: Score(points: 2))], minutes: 10)
      for learner in [person, other] {
        let mock = try test.begin(.mock, by: learner, outline: outline, assistedBy: person.name)
        try answer(mock, right: learner.id == person.id)
        _ = try mock.submit()
      }
    }

    private func answer(_ run: Practise, right: Bool) throws {
      guard let card = try run.turn().card else { return }
      test.clock.advance(4_000)
      _ = try run.answer(card.question.response(right: right))
    }

    /// All figures that the program tells, as text.
    func figures() throws -> String {
      let report = try BuildPassRate(test.data, actor: test.actor).report()
      let statistics = try [person, other].map { learner in
        var figures = "\(try ShowStatistics(test.data, actor: test.actor).figures(of: learner))"
        // The name is the learner's, not a figure's.
        for word in words { figures = figures.replacing(word, with: "") }
        return figures
      }
      return try JSONRenderer.text(of: report, in: .chinese)
        + CSVRenderer.text(of: report, in: .chinese)
        + statistics.joined() + "\(try CheckData(test.data, actor: test.actor).run())"
    }

    /// The words that the files of the data folder hold, in any of their bytes.
    func found() throws -> [String] {
      let files = try FileManager.default.contentsOfDirectory(atPath: test.data.file.folder.path)
        .filter { $0.hasPrefix("mingfa.sqlite") }
      return try words.filter { word in
        try files.contains { name in
          try Data(contentsOf: test.data.file.folder.appendingPathComponent(name))
            .range(of: Data(word.utf8)) != nil
        }
      }
    }

    func forget(_ who: String) throws -> StorageFailure? {
      let forgetting = ForgetLearner(test.data, actor: test.actor)
      return try forgetting.forget(try forgetting.plan(who))
    }
  }

  @Test func `no figure changes by a byte, and the data stays sound`() throws {
    let town = try Town()
    let before = try town.figures()
    #expect(before.contains("findings: []"))
    #expect(try town.forget(Self.words[0]) == nil)
    #expect(try town.figures() == before)
  }

  @Test func `none of the person's words can be read from the files`() throws {
    let town = try Town()
    // The test would see them: they are all there before, those that were replaced in the log.
    #expect(try town.found().contains(Self.words[0]))
    #expect(try town.found().contains(Self.words[2]))
    #expect(try town.forget(Self.words[0]) == nil)
    #expect(try town.found() == [])
    try town.test.data.file.close()
    #expect(try town.found() == [])
  }

  @Test func `what is told before is what is there`() throws {
    let town = try Town()
    let plan = try ForgetLearner(town.test.data, actor: town.test.actor).plan(Self.words[0])
    let goes: [Int] = [plan.extent.notes, plan.extent.plans]
    #expect(goes == [2, 2])
    let stays: [Int] = [
      plan.extent.attempts, plan.extent.answers, plan.extent.results, plan.extent.objections,
    ]
    #expect(stays == [2, 3, 1, 1])
    #expect(plan.extent.assisted > 0)
    for (typed, isRight) in [
      (Self.words[0], true), (" \(Self.words[0]) ", true), ("欧阳", false), ("", false), ("1", false),
    ] {
      #expect(plan.isConfirmed(by: typed) == isRight, "\(typed)")
    }
    #expect(try town.found().contains(Self.words[0]), "looking changes nothing")
  }

  @Test func `a forgotten person can be nobody any more, and the name is free`() throws {
    let town = try Town()
    let editing = EditLearners(town.test.data, actor: town.test.actor)
    _ = try town.test.begin(.random, by: town.person)
    #expect(try editing.unasked(named: nil).id == town.person.id)
    #expect(try editing.isShared())
    #expect(try town.forget("\(town.person.id.number)") == nil)
    #expect(try editing.unasked(named: nil).id == town.other.id)
    #expect(try editing.choosable().map(\.id) == [town.other.id])
    #expect(try !editing.isShared())
    #expect(try editing.all().map(\.isForgotten) == [true, false])
    let number = "\(town.person.id.number)"
    #expect(throws: WorkflowFailure.isForgotten(town.person.id)) {
      try editing.set(number, EditLearners.Change(name: "又来了"))
    }
    #expect(throws: WorkflowFailure.isForgotten(town.person.id)) { try editing.findPresent(number) }
    let again = try editing.add(EditLearners.Change(name: Self.words[0]))
    #expect(again.id != town.person.id)
    #expect(try FollowPlans(town.test.data).statuses(of: town.person, for: town.test.actor).isEmpty)
  }

  @Test func `forgetting a number once more does no harm`() throws {
    let town = try Town()
    #expect(try town.forget(Self.words[0]) == nil)
    let before = try town.figures()
    let plan = try ForgetLearner(town.test.data, actor: town.test.actor)
      .plan("\(town.person.id.number)")
    #expect(plan.isConfirmed(by: "\(town.person.id.number)"))
    let left: [Int] = [plan.extent.notes, plan.extent.plans, plan.extent.assisted]
    #expect(left == [0, 0, 0])
    #expect(try town.forget("\(town.person.id.number)") == nil)
    #expect(try town.figures() == before)
  }

  @Test func `a guest has no name to lose and stays the guest`() throws {
    let town = try Town()
    let guest = try EditLearners(town.test.data, actor: town.test.actor).guest()
    let run = try town.test.begin(.sequential, by: guest)
    try run.note("访客写的")
    let plan = try ForgetLearner(town.test.data, actor: town.test.actor).plan("\(guest.id.number)")
    #expect(plan.extent.notes == 1)
    #expect(try town.forget("\(guest.id.number)") == nil)
    #expect(try run.note() == nil)
    let same = try EditLearners(town.test.data, actor: town.test.actor).guest()
    #expect(same.id == guest.id && same.isGuest && !same.isForgotten)
  }

  @Test func `while another program reads, the records are clean and the remains are told`() throws
  {
    let town = try Town()
    let reader = try OpenReader(path: town.test.data.file.path)
    // Not the five seconds that the program is willing to wait.
    let file = try DatabaseFile(
      folder: town.test.data.file.folder, now: 0, busyTimeout: 0.05, stationCode: "")
    let impatient = ForgetLearner(
      MingfaData(town.test.data.environment, file: file), actor: town.test.actor)
    #expect(try impatient.forget(impatient.plan(Self.words[0])) == .busy)
    try file.close()
    #expect(
      try EditLearners(town.test.data, actor: town.test.actor).find("\(town.person.id.number)").name
        == nil)
    try reader.close()
    #expect(try town.forget("\(town.person.id.number)") == nil)
    #expect(try town.found() == [])
  }
}
