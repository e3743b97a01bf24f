import Learning
import People
import Storage
import TestKit
import Testing
import Workflows

/// Adding, finding and changing learners.
@Suite struct LearnerTests {
  let test: TestData
  var edit: EditLearners { EditLearners(test.data, actor: test.actor) }

  init() throws { test = try TestData() }

  @Test func `a learner is added with all that was said, and with the usual where nothing was`()
    throws
  {
    let full = try edit.add(
      .init(name: " 王 小明 ", unit: "某县/东镇/一村", category: .mediator, notebookStreak: 5))
    #expect(full.name == "王 小明")
    #expect(full.unit?.code == "某县/东镇/一村")
    #expect(full.unit?.level == .village)
    #expect(full.category == .mediator)
    #expect(full.notebookStreak == 5)
    #expect(!full.isGuest)
    let bare = try edit.add(.init(name: "小林"))
    #expect(bare.unit == nil)
    #expect(bare.category == .other)
    #expect(bare.notebookStreak == 3)
    #expect(try edit.all() == [full, bare])
  }

  static let categories: [(typed: String, meant: PersonCategory?)] =
    PersonCategory.allCases.flatMap {
      [($0.rawValue, $0), ($0.wording.zh, $0), ($0.wording.en, $0)]
    } + [
      ("在编", .staff), ("明白人", .liaison), ("法律", .liaison), ("带头人", .leader), ("网格", .gridWorker),
      ("调解员", .mediator), ("Grid", .gridWorker), ("GRID-WORKER", .gridWorker), ("rule", .leader),
      // In no name or in several.
      ("人", nil), ("员", nil), ("人员", .staff), ("法", nil), ("law", nil), ("worker", .gridWorker),
      ("king", nil), ("", nil), ("村长", nil),
    ]

  @Test(arguments: categories.indices)
  func `a category is known by its code, its names and what is in one name alone`(index: Int) {
    let (typed, meant) = Self.categories[index]
    #expect(PersonCategory.meant(by: typed) == meant, "\(typed)")
  }

  @Test(arguments: ["小林", " 小林", "小林\u{3000}"])
  func `a name can be had once`(name: String) throws {
    _ = try edit.add(.init(name: "小林"))
    #expect(throws: WorkflowFailure.nameTaken("小林")) { try edit.add(.init(name: name)) }
    let other = try edit.add(.init(name: "小王"))
    #expect(throws: WorkflowFailure.nameTaken("小林")) {
      try edit.set("小王", .init(name: name))
    }
    #expect(try edit.set("小王", .init(name: " 小王 ")).id == other.id)
    #expect(try edit.all().count == 2)
  }

  @Test(arguments: [
    "", " ", "\t\n", "\u{3000}", "a\u{0}b", "a\u{1B}[31m", "a\nb", "a\u{200B}b", "a\u{202E}b",
    "\u{2028}x\u{2028}y", String(repeating: "长", count: 41),
    "7", "２", "2026", "w", "N", "ｑ",
  ]) func `a name that cannot be shown, or is a key or a number, is refused`(name: String) throws {
    #expect(throws: WorkflowFailure.nameUnusable(name)) { try edit.add(.init(name: name)) }
    _ = try edit.add(.init(name: "小林"))
    #expect(throws: WorkflowFailure.nameUnusable(name)) { try edit.set("小林", .init(name: name)) }
    #expect(try edit.all().map(\.name) == ["小林"])
  }

  @Test(arguments: ["长", String(repeating: "长", count: 40), "Ann-Marie O'Neil", "阿依古丽·买买提", "𠮷野"])
  func `a name of one to forty characters is taken`(name: String) throws {
    #expect(try edit.add(.init(name: name)).name == name)
  }

  @Test(arguments: [
    "", "/", "某县/", "/某镇", "某县//某村", "a/b/c/d", " / ", "某县/ /某村", "某县/\u{1B}[31m镇", "某\u{202E}县",
  ])
  func `a unit path that is none is refused and adds nobody`(path: String) throws {
    #expect(throws: WorkflowFailure.unitPathUnusable(path)) {
      try edit.add(.init(name: "小林", unit: path))
    }
    #expect(try edit.all().isEmpty)
    #expect(try test.data.learners.units().isEmpty)
  }

  @Test func `units are made once and stand in a tree`() throws {
    for (name, unit) in [
      ("甲", "某县/东镇"), ("乙", "某县／东镇"), ("丙", " 某县 / 西镇 "), ("丁", "邻县/东镇"), ("戊", "某县"),
    ] {
      _ = try edit.add(.init(name: name, unit: unit))
    }
    let units = try test.data.learners.units()
    #expect(units.map(\.code) == ["某县", "某县/东镇", "某县/西镇", "邻县", "邻县/东镇"])
    #expect(units.map(\.level) == [.county, .town, .town, .county, .town])
    #expect(
      units.map { unit in units.first { $0.id == unit.parent }?.code ?? "-" }
        == ["-", "某县", "某县", "-", "邻县"])
    #expect(try edit.find("戊").unit?.id == units[0].id)
  }

  @Test(arguments: [0, -1, 21, 1000])
  func `a number in a row that makes no sense is refused`(streak: Int) throws {
    #expect(throws: WorkflowFailure.streakOutOfRange(streak)) {
      try edit.add(.init(name: "小林", notebookStreak: streak))
    }
    _ = try edit.add(.init(name: "小林"))
    #expect(throws: WorkflowFailure.streakOutOfRange(streak)) {
      try edit.set("小林", .init(notebookStreak: streak))
    }
  }

  @Test func `a change leaves alone what was not said and keeps where one was`() throws {
    let before = try edit.add(.init(name: "小林", unit: "某县/东镇", category: .staff))
    test.clock.advance(1000)
    let moved = try edit.set("小林", .init(unit: "某县/西镇"))
    #expect(moved.unit?.name == "西镇")
    #expect(moved.category == .staff)
    // Twice within a millisecond, and with the clock set back: the order of changes still holds.
    #expect(try edit.set("小林", .init(category: .leader)).category == .leader)
    test.clock.setWall(5)
    #expect(try edit.set("小林", .init(category: .other)).category == .other)
    let renamed = try edit.set("小林", .init(name: "林同志", notebookStreak: 7))
    #expect(renamed.id == before.id)
    #expect(renamed.unit?.name == "西镇")
    #expect(renamed.notebookStreak == 7)
    #expect(try test.data.figures.memberships().count == 4)
    #expect(try edit.set("林同志", .init()) == renamed)
    #expect(try test.data.figures.memberships().count == 4)
  }

  @Test func `a learner is found by name first, then by number`() throws {
    let first = try edit.add(.init(name: "小林"))
    // As a number could be a name before.
    let second = try test.data.learners.add(name: "1", unit: [], category: .other, now: 0)
    #expect(try edit.find("小林") == first)
    #expect(try edit.find("1") == second)
    #expect(try edit.find("2") == second)
    for who in ["小", "9", "", "1.0"] {
      #expect(throws: WorkflowFailure.noSuchLearner(who)) { try edit.find(who) }
    }
  }

  @Test func `the guest is one, has no name and comes last`() throws {
    let guest = try edit.guest()
    let learner = try edit.add(.init(name: "小林"))
    #expect(guest.isGuest)
    #expect(guest.name == nil)
    #expect(try edit.guest() == guest)
    #expect(try edit.all() == [learner, guest])
  }

  @Test func `unasked, the one named practises, else the last, else the guest`() throws {
    let guest = try edit.unasked(named: nil)
    #expect(guest.isGuest)
    let lin = try edit.add(.init(name: "小林"))
    let wang = try edit.add(.init(name: "小王"))
    #expect(try edit.unasked(named: nil) == wang)
    #expect(try edit.unasked(named: "小林") == lin)
    try test.load(SampleBank.bank(SampleBank.items([SampleBank.truth("Q1")])))
    _ = try test.begin(.sequential, by: lin)
    #expect(try edit.unasked(named: nil) == lin)
    #expect(throws: WorkflowFailure.noSuchLearner("谁")) { try edit.unasked(named: "谁") }
  }
}
