import Documents
import Foundation
import People
import TestKit
import Testing
import Text

@testable import Formats

@Suite struct RosterTests {
  private static let folder = Repository.folder.appendingPathComponent(
    "Tests/FormatsTests/Fixtures/rosters")

  private func read(_ text: String) throws -> (entries: [RosterEntry]?, report: ReadReport) {
    RosterText.entries(in: try TextSource(bytes: Array(text.utf8), name: "r.csv"))
  }

  /// The one person of a roster with these headings.
  private func person(_ headings: String, _ row: String) throws -> RosterEntry {
    let (entries, report) = try read(headings + "\n" + row + "\n")
    #expect(report.problems.map { $0.text(in: .english) } == [])
    return try #require(entries?.first)
  }

  // MARK: Files as townships have them

  @Test func `officers in GB18030, with titles, a broken heading, sums and signatures`() throws {
    let file = Self.folder.appendingPathComponent("officers-gb18030.csv").path
    let (entries, report) = RosterText.entries(inFile: file)
    #expect(report.problems.map { $0.text(in: .english) } == [])
    let read = try #require(entries)
    #expect(read.map(\.name) == ["张三", "李四", "欧阳小明", "王芳", "王芳", "古丽·买买提"])
    #expect(read.map(\.line) == [6, 7, 9, 10, 11, 12])
    #expect(
      read.map(\.establishment)
        == [.established, .established, .dispatched, .contract, .established, .seconded])
    #expect(read.allSatisfy { $0.category == .staff })
    #expect(read.map(\.extraMinutes) == [0, 30, 0, 0, 0, 0])
    #expect(read.map(\.assistance) == [nil, "王五（代读）", nil, nil, nil, nil])
    #expect(read[3].idNumber?.full == "000000197909300024")
    #expect(read[5].idNumber == nil && read[5].identity == "000000006")
    #expect(read[0].unit == ["某县", "某镇"])
    #expect(read[1].other == ["性别": "女", "备注": "视力残疾，\r\n已备案"])
    #expect(read[5].other["备注"] == "说\"有手机\"")
  }

  @Test(arguments: ["villages-utf8.csv", "villages-utf16.txt"])
  func `villagers in UTF-8 with semicolons, and in UTF-16 with tabs`(name: String) throws {
    let (entries, report) = RosterText.entries(
      inFile: Self.folder.appendingPathComponent(name).path)
    #expect(report.isWhole)
    let read = try #require(entries)
    #expect(read.map(\.number) == ["M-001", "M-002", "M-003"])
    #expect(read.map(\.unit) == [["某镇", "某村"], ["某镇", "某村"], ["某镇", "邻村"]])
    #expect(read.map(\.category) == [.liaison, .liaison, .mediator])
    #expect(read.allSatisfy { $0.establishment == .unknown })
    #expect(read[0].other == ["联系电话": "00000000001"])
  }

  // MARK: What cells say

  @Test(
    arguments: [
      ("单位", "某县/某镇", ["某县", "某镇"]), ("单位", "某县 ／ 某镇", ["某县", "某镇"]),
      ("单位", "某镇司法所", ["某镇司法所"]), ("县,乡镇,村", "某县,某镇,某村", ["某县", "某镇", "某村"]),
      ("县,乡镇,村", "某县,某镇,", ["某县", "某镇"]), ("县,单位", "某县,某镇", ["某县", "某镇"]),
      ("县,单位", "某县,某县/某镇", ["某县", "某镇"]), ("县,乡镇,单位", "某县,某镇,某镇", ["某县", "某镇"]),
      ("村,乡镇,县", "某村,某镇,某县", ["某县", "某镇", "某村"]), ("备注", "某", nil),
    ] as [(String, String, [String]?)])
  func `a unit comes in a column or in several`(
    headings: String, cells: String, unit: [String]?
  ) throws {
    #expect(try person("姓名," + headings, "张三," + cells).unit == unit)
  }

  @Test(arguments: [
    ("在编人员", "", PersonCategory.staff, EstablishmentType.established),
    ("", "合同制", .staff, .contract), ("", "", .other, .unknown), ("", "不详", .other, .unknown),
    ("法律明白人", "", .liaison, .unknown), ("在编人员", "劳务派遣", .staff, .dispatched),
    ("grid-worker", "Contract", .gridWorker, .contract),
  ])
  func `category and establishment complete each other`(
    word: String, type: String, category: PersonCategory, establishment: EstablishmentType
  ) throws {
    let entry = try person("姓名,人员类别,编制类型,备注", "张三,\(word),\(type),x")
    #expect((entry.category, entry.establishment) == (category, establishment))
  }

  @Test(arguments: [
    ("", 0), ("0", 0), ("240", 240), ("３０", 30), ("30分钟", 30), ("15 min", 15), ("无", 0),
    ("\"30\n\"", 30),
  ])
  func `extra minutes are whole minutes`(cell: String, minutes: Int) throws {
    #expect(try person("姓名,加时,备注", "张三,\(cell),x").extraMinutes == minutes)
  }

  @Test(arguments: [
    "000000199001010018", "'000000199001010018", "００００００１９９００１０１００１８", "000000 19900101 0018",
    "\"\t000000199001010018\"",
  ])
  func `an ID number is read as spreadsheets and input methods leave it`(cell: String) throws {
    #expect(try person("姓名,身份证号", "张三," + cell).idNumber?.full == "000000199001010018")
  }

  @Test func `of several numbers the first is taken and the others are kept`() throws {
    let entry = try person("姓名,工号,执法证号,备注,备注", "张三,7,8,一,二")
    #expect(entry.number == "7")
    #expect(entry.other == ["执法证号": "8", "备注": "一", "备注 (2)": "二"])
  }

  // MARK: What is wrong

  @Test(
    arguments: [
      ("", [":"]), ("\n,,\n", [":"]), ("张三,男\n", ["1:1"]), ("标题\n姓名,工号\n\n", ["2:1"]),
      ("姓名,单位\n,某县\n", ["2:1"]), ("姓名,单位\n审核人：某,某县\n", ["2:1"]),
      ("姓名,单位,所在单位\n张三,某县,某县\n", ["1:7"]), ("姓名\n张三,7\n", ["2:4"]),
      ("姓名,身份证号\n张三,11010519491231002\n李四,110105194912310020\n", ["2:4", "3:4"]),
      ("姓名,身份证号\n张三,11010519491231002X\n李四,11010519491231002x\n", ["3:4"]),
      ("姓名,工号\n张三,7\n李四,７\n", ["3:4"]), ("姓名,单位\n张三,某县\n张 三,某县\n", ["3:1"]),
      ("姓名,编制类型\n张三,临时\n", ["2:4"]), ("姓名,人员类别\n张三,村民\n", ["2:4"]),
      (
        "姓名,加时\n甲某,241\n乙某,-1\n丙某,1.5\n丁某,是\n戊某,99999999999999999999\n",
        ["2:4", "3:4", "4:4", "5:4", "6:4"]
      ),
      ("姓名,单位\n张三,\n李四,某县//某村\n王五,一/二/三/四\n", ["2:4", "3:4", "4:4"]),
      ("姓名,县,乡镇,村\n张三,某县,,某村\n李四,,,\n", ["2:7", "3:4"]),
      ("姓名,协助人\n张三,需要\n", ["2:4"]), ("姓名\n\"张\"三\n", ["2:4"]), ("姓名\n张三\n\"李四\n", ["3:1"]),
      ("姓名,加时,编制类型\n123,x,y\n", ["2:1", "2:5", "2:7"]),
    ] as [(String, [String])])
  func `everything that is wrong is told at its place`(text: String, places: [String]) throws {
    let (entries, report) = try read(text)
    #expect(entries == nil)
    let found = report.problems.map { problem in
      problem.position.map { "\($0.line):\($0.column)" } ?? ":"
    }
    #expect(found == places)
    #expect(report.errorCount == places.count)
  }

  @Test func `two of one name in one unit need numbers of one kind`() throws {
    let ids = ["000000199001010018", "000000198402290036"]
    func count(_ rows: String...) throws -> Int {
      try read("姓名,单位,身份证号,工号\n" + rows.map { "王芳,某县,\($0)\n" }.joined()).report.errorCount
    }
    #expect(try count("\(ids[0]),", "\(ids[1]),") == 0)
    #expect(try count(",1", ",2") == 0)
    #expect(try count("\(ids[0]),1", ",2") == 0)
    #expect(try count("\(ids[0]),", ",2") == 1)
    #expect(try count(",", ",2") == 1)
    #expect(try count(",1", ",2", ",") == 1)
  }

  @Test func `all wrong rows are named, however many`() throws {
    let rows = (0..<1000).map { "人\($0),x\n" }.joined()
    let (_, report) = try read("姓名,加时\n" + rows)
    #expect(report.problems.count == 1000)
    #expect(report.problems.last?.position == SourcePosition(line: 1001, column: 6))
  }

  @Test func `a workbook and a file that is not there are told as such`() throws {
    let folder = try TemporaryFolder()
    let workbook = folder.url.appendingPathComponent("r.xlsx")
    try Data([0x50, 0x4B, 3, 4, 0, 0]).write(to: workbook)
    #expect(
      RosterText.entries(inFile: workbook.path).report.problems.map(\.fact) == [.roster(.workbook)])
    let missing = RosterText.entries(inFile: folder.url.path + "/none.csv")
    #expect(missing.report.problems.map(\.fact) == [.file(.missing)])
    let large = folder.url.appendingPathComponent("large.csv")
    try Data(count: DelimitedTable.sizeLimit + 1).write(to: large)
    #expect(
      RosterText.entries(inFile: large.path).report.problems.map(\.fact)
        == [.file(.tooLarge(limit: DelimitedTable.sizeLimit))])
  }

  // MARK: Properties

  @Test(arguments: 0..<13)
  func `no whole number gets into a message, whatever column it strays into`(column: Int) throws {
    let headings = RosterColumn.allCases.map { RosterKeys.chinese($0)[0] }
    for number in [
      "110105194912310020", "110105 19491231 0020", "１１０１０５１９４９１２３１００２０", "11010519491231002Xx",
    ] {
      var cells = headings.map { _ in "" }
      cells.append("")
      cells[column] = number
      let (_, report) = try read(
        headings.joined(separator: ",") + "\n" + cells.joined(separator: ",") + "\n")
      #expect(!report.isWhole)
      for problem in report.problems {
        #expect(problem.quote == nil)
        for language in Language.allCases {
          let digits = problem.fact.wording(language).split { !$0.isNumber && !$0.isWhitespace }
          #expect(digits.allSatisfy { $0.filter(\.isNumber).count < 8 }, "\(problem.fact)")
        }
      }
    }
  }

  @Test(arguments: 0..<150)
  func `damaged rosters are read or refused, never half`(seed: UInt64) throws {
    var chance = SplitMix(state: seed)
    let name = ["officers-gb18030.csv", "villages-utf8.csv", "villages-utf16.txt"][Int(seed % 3)]
    var bytes = Array(try Data(contentsOf: Self.folder.appendingPathComponent(name)))
    for _ in 0..<Int.random(in: 1...8, using: &chance) {
      let place = Int.random(in: 0..<bytes.count, using: &chance)
      switch Int.random(in: 0..<3, using: &chance) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
      case 1: bytes.remove(at: place)
      default: bytes.insert(Array("\"\n,;\t'/：".utf8).randomElement(using: &chance) ?? 0, at: place)
      }
    }
    let file = try TemporaryFolder()
    let path = file.url.appendingPathComponent("r.csv")
    try Data(bytes).write(to: path)
    let (entries, report) = RosterText.entries(inFile: path.path)
    #expect((entries == nil) == (report.errorCount > 0))
    #expect(report.problems.count == report.errorCount)
    for entry in entries ?? [] {
      #expect(!entry.name.isEmpty && RosterEntry.extraMinutesRange.contains(entry.extraMinutes))
    }
    var identities: Set<[String]> = []
    for entry in entries ?? [] {
      let key = [entry.name] + (entry.unit ?? []) + [entry.identity ?? ""]
      #expect(identities.insert(key).inserted)
    }
  }
}
