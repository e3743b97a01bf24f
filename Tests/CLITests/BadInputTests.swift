import Foundation
import TestKit
import Testing

/// What people and computers do wrong: a clear sentence, the documented status, nothing half-written.
@Suite struct BadInputTests {
  /// A way to call the program that cannot work.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    /// Words of its one sentence.
    let sentence: String
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ line: String, _ status: Int32, _ sentence: String) {
      arguments = line.split(separator: " ").map(String.init)
      self.status = status
      self.sentence = sentence
    }
  }

  static let mistakes = [
    Mistake("bank load nowhere.txt", 66, "没有这个文件"),
    Mistake("bank check nowhere.txt", 66, "没有这个文件"),
    Mistake("bank load .", 66, "这是文件夹"),
    Mistake("bank load empty.txt", 65, "文件是空的"),
    Mistake("bank load binary.txt", 65, "不是文本文件"),
    Mistake("bank load latin.txt", 65, "认不出文字编码"),
    Mistake("bank load utf16.txt", 65, "UTF-16"),
    Mistake("bank load headless.txt", 65, "headless.txt:1:1"),
    Mistake("bank load keyless.txt", 65, "keyless.txt:"),
    Mistake("bank load twice.txt", 65, "twice.txt:"),
    Mistake("bank load letter.txt", 65, "letter.txt:"),
    Mistake("bank check twice.txt letter.txt", 65, "letter.txt：8 题，1 处错误"),
    Mistake("bank load cut.docx", 65, "请另存为纯文本"),
    Mistake("law load nowhere.docx", 66, "没有这个文件"),
    Mistake("law load cut.docx", 65, "不完整或已损坏"),
    Mistake("law load old.doc", 65, "另存为 .docx"),
    Mistake("law load fake.docx", 65, "这不是 .docx 文件"),
    Mistake("law load gap.docx", 65, "gap.docx:4:1: 前面缺第二条"),
    Mistake("stats --simple", 64, "没有选项 --simple"),
    Mistake("bank list --no-simple", 64, "没有选项 --no-simple"),
    Mistake("practice --learner 没有的人", 64, "没有学员“没有的人”"),
    Mistake("stats --learner 99", 64, "没有学员“99”"),
    Mistake("progress --learner 99", 64, "没有学员“99”"),
    Mistake("progress --bank nowhere", 64, "没有题库“nowhere”"),
    Mistake("learner set 没有的人 --name 新名", 64, "没有学员“没有的人”"),
    Mistake("learner add 张三", 64, "已有学员叫“张三”"),
    Mistake("learner add 王五 --unit 县/镇/村/组", 64, "最多三级"),
    Mistake("learner add 王五 --notebook-streak 0", 64, "请用 1 到 20"),
    Mistake("practice --bank nowhere", 64, "没有题库“nowhere”；现有：town"),
    Mistake("bank show nowhere", 64, "没有题库“nowhere”；现有：town"),
    Mistake("bank show town NOWHERE", 64, "没有编号为 NOWHERE 的题"),
    Mistake("bank objections --bank nowhere", 64, "没有题库“nowhere”"),
    Mistake("practice chapter --chapter 没有的章", 64, "没有章节“没有的章”；现有：第一章 相邻、第二章 合同"),
    Mistake("practice chapter", 64, "请用 --chapter 指定章节"),
    Mistake("practice backwards", 64, "没有“backwards”这种方式"),
    Mistake("practice notebook", 65, "错题本是空的"),
    Mistake("practice starred", 65, "还没有收藏的题"),
    Mistake("practice mock --count single=100", 65, "单选题要 100 道，只有 1 道"),
    Mistake("practice mock --count plural=1", 64, "“plural=1”看不懂"),
    Mistake("practice mock --count single=0", 64, "卷子里一道题也没有"),
    Mistake("report pass-rate --from 2026-12 --to 2026-11", 64, "请把 --from 和 --to 对调"),
    Mistake("report notebook", 65, "错题本是空的"),
    Mistake("report notebook --learner 没有的人", 64, "没有学员“没有的人”"),
    Mistake("bank search", 64, "缺少参数"), Mistake("bank search 词 --limit 0", 64, "1 到 10000"),
    Mistake("bank search 词 --bank nowhere", 64, "没有题库“nowhere”"),
    Mistake("bank objections --answer 9 --accept 好", 64, "没有第 9 号异议"),
    Mistake("bank objections --answer 9", 64, "二选一"),
    Mistake("learner set 张三 --new-per-day 501", 64, "请用 0 到 500"),
    Mistake("practice today --bank nowhere", 64, "没有题库“nowhere”"),
    Mistake("practice mock --minutes 1000", 64, "0 到 600"),
    Mistake("practice mock --pass-mark 0", 64, "1 到 100"),
    Mistake("practice --seed seven", 64, "seven"),
    Mistake("report pass-rate --from 2026-13", 64, "“2026-13”不是月份"),
    Mistake("report pass-rate --bank nowhere", 64, "没有题库“nowhere”"),
    Mistake("report pass-rate --unit 没有的县", 64, "没有单位“没有的县”"),
    Mistake("report pass-rate --output bank.txt/rates.csv", 73, "不能写 bank.txt/rates.csv"),
    Mistake("report pass-rate --output nowhere/rates.csv", 73, "不能写 nowhere/rates.csv"),
    Mistake("data set --day-start 24", 64, "24 不是钟点"),
    Mistake("data set --zone Moon/Base", 64, "不认识时区“Moon/Base”"),
    Mistake("frobnicate", 64, "frobnicate"), Mistake("bank load", 64, "缺少参数"),
    Mistake("bank list --colour", 64, "没有选项 --colour"), Mistake("bank list --data", 64, "--data"),
    Mistake("bank list --lang fr", 64, "fr"), Mistake("bank list --format xml", 64, "xml"),
  ]

  @Test(arguments: mistakes)
  func `a mistake has its sentence and status and writes nothing`(mistake: Mistake) throws {
    let desk = try Desk.town()
    try writeFiles(to: desk.folder)
    let before = try desk.dump()
    let names = try everyName(under: desk.folder.url)
    let run = try desk.run(Desk.program, mistake.arguments)
    #expect(run.status == mistake.status)
    let said = mistake.arguments.contains("check") ? run.text : run.errors
    #expect(said.contains(mistake.sentence))
    #expect(said.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 })
    #expect(try desk.dump() == before)
    #expect(try everyName(under: desk.folder.url).filter { !$0.contains("run-") } == names)
  }

  @Test func `a line of 100 MB is refused in a moment`() throws {
    let desk = try Desk.town()
    let before = try desk.dump()
    let line = try desk.shell("head -c 100000000 /dev/zero | tr '\\0' a > long.txt")
    #expect(line.status == 0)
    let run = try desk.mingfa("bank", "load", "long.txt", atMost: 30)
    #expect(run.status == 65)
    #expect(run.errors.contains("long.txt:1:1: 这一行超过 1 MB"))
    #expect(try desk.dump() == before)
    let answer = try desk.shell("mingfa practice sequential < long.txt", atMost: 30)
    #expect(answer.status == 0)
    #expect(answer.output.count < 20_000)
  }

  @Test func `the second of two files is refused, the first one stays whole`() throws {
    let desk = try Desk()
    try writeFiles(to: desk.folder)
    try desk.folder.write(BankText.everyType, to: "good.txt")
    let run = try desk.mingfa("bank", "load", "good.txt", "twice.txt")
    #expect(run.status == 65)
    #expect(run.text.contains("town") && !run.errors.contains("good.txt"))
    #expect(try DatabaseDump.column("SELECT count(*) FROM question", in: desk.data) == ["8"])
  }

  @Test func `every problem of a bank is named, with file, line and column`() throws {
    let desk = try Desk()
    let broken = BankText.everyType.replacing("答案：A\n", with: "").replacing(
      "编号：T-004", with: "编号：T-001")
    try desk.folder.write(broken, to: "broken.txt")
    let run = try desk.mingfa("bank", "load", "broken.txt")
    #expect(run.status == 65)
    let places = run.errors.split(separator: "\n").filter {
      $0.wholeMatch(of: /broken\.txt:\d+:\d+: .+/) != nil
    }
    #expect(places.count == 4)
    #expect(run.errors.contains("\n  | 编号：T-001\n"))
    #expect(run.errors.contains("有 4 处错误，没有载入"))
  }

  @Test(arguments: [
    ("/proc/nowhere/mingfa", "/proc/nowhere/mingfa"), ("bank.txt", "bank.txt"),
  ])
  func `a data folder that cannot be is status 73`(folder: String, named: String) throws {
    let desk = try Desk()
    try desk.folder.write("", to: "bank.txt")
    let run = try desk.mingfa("bank", "list", "--data", folder)
    #expect(run.status == 73)
    #expect(run.errors.contains(named) && run.errors.contains("--data"))
  }

  @Test func `a clock that cannot be read is status 78`() throws {
    let desk = try Desk()
    desk.environment["MINGFA_CLOCK"] = "noon"
    let run = try desk.mingfa("bank", "list")
    #expect(run.status == 78)
    #expect(run.errors.contains("MINGFA_CLOCK=noon"))
  }

  @Test(arguments: ["seven", "-1", "7.5", "9223372036854775808"])
  func `a seed that cannot be read is status 78`(seed: String) throws {
    let desk = try Desk()
    desk.environment["MINGFA_SEED"] = seed
    let run = try desk.mingfa("bank", "list")
    #expect(run.status == 78)
    #expect(run.errors.contains("MINGFA_SEED=\(seed)"))
  }

  private func writeFiles(to folder: TemporaryFolder) throws {
    let bank = BankText.everyType
    try folder.write("", to: "empty.txt")
    try folder.write("第一条 甲。", to: "fake.docx")
    try WordFile.write(
      paragraphs: ["某法", "2020年1月2日通过", "第一条 甲。", "第三条 丙。"], to: "gap.docx", in: folder)
    try folder.write("题\u{0}库", to: "binary.txt")
    try folder.write(bank, to: "bank.txt")
    try folder.write("1. 没有题库头\nA. 甲\nB. 乙\n答案：A\n", to: "headless.txt")
    try folder.write(bank.replacing("答案：ABC\n", with: ""), to: "keyless.txt")
    try folder.write(bank.replacing("编号：T-002", with: "编号：T-001"), to: "twice.txt")
    try folder.write(bank.replacing("答案：ABC", with: "答案：ABE"), to: "letter.txt")
    for (name, bytes) in [
      ("latin.txt", [0x61, 0xE9, 0xFF, 0xFF, 0x0A]),
      ("cut.docx", [0x50, 0x4B, 3, 4, 20, 0]), ("old.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]),
      ("utf16.txt", [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]),
    ] as [(String, [UInt8])] {
      try Data(bytes).write(to: folder.url.appendingPathComponent(name))
    }
  }

  private func everyName(under folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
      !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm")
    }.sorted()
  }
}
