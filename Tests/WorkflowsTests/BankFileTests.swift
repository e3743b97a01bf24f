import Formats
import Foundation
import Questions
import Storage
import TestKit
import Testing
import Workflows

/// Loading bank files, and the banks that come with the program.
@Suite struct BankFileTests {
  let test: TestData
  let folder: TemporaryFolder
  var loader: LoadBank { LoadBank(test.data, actor: test.actor) }

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("shipped"), withIntermediateDirectories: true)
    test = try TestData(shippedBanks: folder.url.appendingPathComponent("shipped"))
  }

  static func text(
    id: String = "demo", version: String = "1", key: String = "答案：对", explanation: String = "见条文"
  ) -> String {
    """
    ---
    题库：\(id)
    名称：演示
    版本：\(version)
    法律：《民法典》 2020-05-28
    ---

    ## 判断题

    1. 陈述一
    \(key)
    解析：\(explanation)
    依据：《民法典》第一条
    编号：D-1

    2. 陈述二
    答案：错
    解析：见条文
    依据：《民法典》第二条
    编号：D-2

    """
  }

  private func load(_ text: String, dryRun: Bool = false, retireMissing: Bool = false) throws
    -> BankLoadSummary?
  {
    let path = try folder.write(text, to: "bank.txt")
    let outcome = try loader.load(file: path, retireMissing: retireMissing, dryRun: dryRun)
    if case .loaded(let summary, _) = outcome { return summary }
    return nil
  }

  private func codes() throws -> [String] {
    try test.data.banks.banks().map { "\($0.code) \($0.version.text) \($0.questions)" }
  }

  @Test func `a file is loaded, and only what changed the next time`() throws {
    #expect(try load(Self.text())?.added == 2)
    #expect(try load(Self.text())?.unchanged == 2)
    let changed = try #require(try load(Self.text(version: "2", key: "答案：错")))
    #expect(changed.changed == 1)
    #expect(changed.unchanged == 1)
    #expect(changed.previousVersion == "1")
    #expect(try codes() == ["demo 2 2"])
  }

  @Test func `a file with an error is refused whole and nothing is written`() throws {
    _ = try load(Self.text())
    let broken = Self.text(version: "2").replacing("答案：错\n", with: "")
    let path = try folder.write(broken, to: "broken.txt")
    guard case .refused(let report) = try loader.load(file: path) else {
      Issue.record("it was loaded")
      return
    }
    #expect(!report.isWhole)
    #expect(!report.problems.isEmpty)
    #expect(try codes() == ["demo 1 2"])
    #expect(LoadBank.check(file: path).problems == report.problems)
  }

  @Test func `an error after a thousand good questions leaves nothing of them`() throws {
    var text = Self.text()
    for number in 3...1000 {
      text +=
        "\(number). 陈述 \(number)\n答案：对\n解析：见条文\n依据：《民法典》第一条\n编号：D-\(number)\n\n"
    }
    let path = try folder.write(text + "1001. 没有答案\n编号：D-1001\n", to: "long.txt")
    guard case .refused = try loader.load(file: path) else {
      Issue.record("it was loaded")
      return
    }
    #expect(try test.data.banks.banks().isEmpty)
    #expect(try load(text)?.added == 1000)
  }

  @Test func `a dry run tells what a load would do and does nothing`() throws {
    _ = try load(Self.text())
    let trial = try #require(try load(Self.text(version: "2", key: "答案：错"), dryRun: true))
    #expect(trial.changed == 1)
    #expect(try codes() == ["demo 1 2"])
    #expect(try load(Self.text(version: "2", key: "答案：错")) == trial)
  }

  @Test func `a file that is not there is refused as unreadable`() throws {
    guard case .refused(let report) = try loader.load(file: folder.url.path + "/none.txt") else {
      Issue.record("it was loaded")
      return
    }
    #expect(report.isUnreadable)
    let path = try folder.write("不是题库", to: "prose.txt")
    guard case .refused(let prose) = try loader.load(file: path) else {
      Issue.record("it was loaded")
      return
    }
    #expect(!prose.isUnreadable)
  }

  @Test func `a loaded bank is shown as text that loads again with nothing changed`() throws {
    _ = try load(Self.text(explanation: "[方括号] 与 # 号"))
    let show = try ShowBank(test.data, actor: test.actor)
    let bank = try show.find("demo")
    #expect(try show.find("演示") == bank)
    let source = try show.source(of: bank).text
    let again = try #require(try load(source))
    #expect(again.unchanged == 2)
    #expect(try show.source(of: try show.find("demo")).text == source)
    let one = try show.source(of: show.question("D-2", in: bank))
    #expect(one.contains("陈述二"))
    #expect(!one.contains("陈述一"))
    #expect(throws: WorkflowFailure.noSuchQuestion("D-9")) { try show.question("D-9", in: bank) }
    #expect(throws: WorkflowFailure.noSuchBank("none", known: ["demo"])) { try show.find("none") }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `any bank of the database is written as a file that loads as the same`(seed: UInt64) throws {
    let added = try test.load(RandomBank.bank(seed: seed)).added
    let show = try ShowBank(test.data, actor: test.actor)
    let summary = try #require(try load(show.source(of: try show.find("demo")).text))
    #expect(summary.unchanged == added)
    #expect(summary.added + summary.changed + summary.amended + summary.lacking == 0)
  }

  // MARK: Shipped banks

  private var shipped: ShippedBanks { ShippedBanks(test.data, actor: test.actor) }

  private func ship(_ id: String, _ version: String) throws {
    try folder.write(Self.text(id: id, version: version), to: "shipped/\(id).txt")
  }

  private func offers() throws -> [String] {
    try shipped.offers().map {
      "\($0.header.id) \($0.header.version.text)" + ($0.loaded.map { " over \($0.text)" } ?? "")
    }
  }

  @Test func `what is not loaded, or newer than what is loaded, is offered`() throws {
    #expect(try offers().isEmpty)
    try ship("b", "1")
    try ship("a", "2026.11")
    #expect(try offers() == ["a 2026.11", "b 1"])
    let outcomes = try shipped.load(shipped.offers())
    #expect(outcomes.count == 2)
    #expect(try codes() == ["a 2026.11 2", "b 1 2"])
    #expect(try offers().isEmpty)
    try ship("a", "2026.11.1")
    try ship("b", "0.9")
    #expect(try offers() == ["a 2026.11.1 over 2026.11"])
    _ = try shipped.load(shipped.offers())
    #expect(try offers().isEmpty)
  }

  @Test func `what was declined is offered again only when it is newer`() throws {
    try ship("a", "1")
    try ship("b", "1")
    try shipped.decline(try shipped.offers().filter { $0.header.id == "a" })
    #expect(try offers() == ["b 1"])
    try shipped.decline(try shipped.offers())
    #expect(try offers().isEmpty)
    try ship("a", "1.1")
    #expect(try offers() == ["a 1.1"])
  }

  @Test func `files that are no banks are passed over, and so is a missing folder`() throws {
    try ship("a", "1")
    try folder.write("只是说明", to: "shipped/readme.txt")
    try folder.write("x", to: "shipped/LICENSE")
    #expect(try offers() == ["a 1"])
    let bare = try TestData()
    #expect(try ShippedBanks(bare.data, actor: bare.actor).offers().isEmpty)
    let gone = try TestData(shippedBanks: folder.url.appendingPathComponent("nowhere"))
    #expect(try ShippedBanks(gone.data, actor: gone.actor).offers().isEmpty)
  }

  @Test func `the banks in this repository load whole and can be sat`() throws {
    let house = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let test = try TestData(shippedBanks: house.appendingPathComponent("questionbanks"))
    let shipped = ShippedBanks(test.data, actor: test.actor)
    let offers = try shipped.offers()
    #expect(offers.count >= 4)
    for outcome in try shipped.load(offers) {
      guard case .loaded(let summary, let report) = outcome else {
        Issue.record("refused")
        continue
      }
      #expect(summary.added >= 20)
      #expect(report.problems.isEmpty, "\(report.problems)")
    }
    #expect(try shipped.offers().isEmpty)
    let exam = try test.begin(.mock, by: test.learner())
    #expect(exam.mockTerms?.full == Score(points: 100))
  }

  @Test func `an older version takes the place of a newer one only where that is wanted`() throws {
    let newer = try folder.write(Self.text(version: "2026.10"), to: "new.txt")
    let older = try folder.write(
      Self.text(version: "2026.9").replacing("陈述一", with: "陈述甲"), to: "old.txt")
    _ = try loader.load(file: newer)
    let before = try test.data.banks.banks()
    let version = try #require(BankVersion("2026.10"))
    #expect(throws: WorkflowFailure.olderBank(file: older, loaded: version)) {
      try loader.load(file: older)
    }
    #expect(try test.data.banks.banks() == before)
    guard case .loaded = try loader.load(file: older, allowsOlder: true) else {
      Issue.record("refused")
      return
    }
    #expect(try test.data.banks.banks().map(\.version.text) == ["2026.9"])
  }

  // MARK: Codes

  private func done(_ count: Int, _ backup: String) -> AssignCodes.Done {
    AssignCodes.Done(count: count, backup: backup, formerEncoding: nil)
  }

  @Test func `a file behind a link keeps its place, its permissions and every older copy`() throws {
    let text = Self.text().replacing("编号：D-2\n", with: "")
    let path = try folder.write(text, to: "bare.txt")
    let link = folder.url.appendingPathComponent("link.txt").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try "older".write(toFile: path + ".bak", atomically: true, encoding: .utf8)
    #expect(try AssignCodes.run(file: link) == done(1, path + ".2.bak"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
    #expect(
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
    #expect(try String(contentsOfFile: path + ".bak", encoding: .utf8) == "older")
    #expect(try String(contentsOfFile: path + ".2.bak", encoding: .utf8) == text)
  }

  @Test func `a file of another encoding says so, since it is UTF-8 afterwards`() throws {
    let text = Self.text().replacing("编号：D-2\n", with: "")
    let path = folder.url.appendingPathComponent("gbk.txt").path
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    try #require(text.data(using: encoding)).write(to: URL(fileURLWithPath: path))
    #expect(try AssignCodes.run(file: path)?.formerEncoding == "GB18030")
    #expect(LoadBank.check(file: path).isWhole)
  }

  @Test func `codes are written into a file that lacks them and the old file is kept`() throws {
    let text = Self.text().replacing("编号：D-2\n", with: "")
    let path = try folder.write(text, to: "bare.txt")
    #expect(try AssignCodes.run(file: path) == done(1, path + ".bak"))
    let written = try String(contentsOfFile: path, encoding: .utf8)
    #expect(try String(contentsOfFile: path + ".bak", encoding: .utf8) == text)
    #expect(written.components(separatedBy: "编号：").count == 3)
    #expect(LoadBank.check(file: path).isWhole)
    #expect(try AssignCodes.run(file: path) == nil)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == written)
    #expect(throws: AssignCodes.Refused.self) { try AssignCodes.run(file: path + ".none") }
  }
}
