import Foundation
import Testing

/// What the program is made to do before the power goes: commands one after another on one data
/// folder. A new kind of command to be tried is a new entry here.
struct PowerCutWorkload: Sendable, CustomTestStringConvertible {
  struct Command: Sendable {
    let arguments: [String]
    var input = ""
    /// Words that acknowledge what this command did; nil where its answers or the file it names do.
    var says: String?
    /// What further runs of the command read that go on at the same time.
    var beside: [String] = []
  }

  enum Start: Sendable {
    case emptyDisk
    /// 400 numbered questions and the learner 张三.
    case numbers
    /// `ExamHall.bank` and an administrator.
    case hall

    var folder: URL? {
      get throws {
        switch self {
        case .emptyDisk: nil
        case .numbers: try LoadedFolders.numbers.get()
        case .hall: try LoadedFolders.hall.get()
        }
      }
    }
  }

  let name: String
  /// What data there is before the first command.
  let start: Start
  /// Files that the commands read; they stand on another disk.
  var files: [String: String] = [:]
  let commands: [Command]
  /// Whether each command is all or nothing, so that the database is always as after one of them. Where
  /// not, its answers are compared one by one.
  let isWhole: Bool
  /// Whether it is an exam, which `ExamAftermath` looks through. Its codes are drawn anew by each run, and
  /// its clock is that of the computer.
  var isExam = false

  var testDescription: String { name }

  static let all = [practice, mock, load, backup, restore, firstStart]

  /// So many answers that the log is copied into the database in between, which SQLite does at 1,000
  /// pages.
  static let practice = PowerCutWorkload(
    name: "practice", start: .numbers,
    commands: [Command(arguments: ["practice", "sequential"], input: answers(1...360))],
    isWhole: false)

  /// Two papers, with the report as it stands after each.
  static let mock = PowerCutWorkload(
    name: "mock exams, report", start: .numbers,
    commands: [
      Command(arguments: paper, input: answers(1...15)),
      Command(arguments: ["report", "pass-rate"]),
      Command(arguments: paper, input: answers(16...30)),
      Command(arguments: ["report", "pass-rate"]),
    ], isWhole: false)

  private static let paper = [
    "practice", "mock", "--count", "fill-in=15", "--minutes", "0", "--seed", "7",
  ]

  /// A bank, and the bank again with every ninth question or so changed and some more.
  static let load = PowerCutWorkload(
    name: "bank load", start: .numbers,
    files: [
      "new.txt": BankText.numbered(700, id: "big"),
      "changed.txt": BankText.numbered(720, id: "big")
        .replacing("版本：1\n", with: "版本：2\n").replacing("答案：正确2", with: "答案：更正2"),
    ],
    commands: [
      Command(arguments: ["bank", "load", "new.txt"], says: "新增 700"),
      Command(arguments: ["bank", "load", "changed.txt"], says: "新增 20，新版本 111"),
    ], isWhole: true)

  static let backup = PowerCutWorkload(
    name: "data backup", start: .numbers,
    commands: [
      Command(arguments: ["practice", "sequential"], input: answers(1...8)),
      Command(arguments: ["data", "backup"]),
      Command(arguments: ["practice", "sequential"], input: answers(9...16)),
      Command(arguments: ["data", "backup"]),
    ], isWhole: false)

  /// The backup of the day, made after the first command, is restored after the second.
  static let restore = PowerCutWorkload(
    name: "data restore", start: .numbers,
    commands: [
      Command(arguments: ["learner", "add", "李四"], says: "已添加"),
      Command(arguments: ["learner", "add", "王五"], says: "已添加"),
      Command(
        arguments: ["data", "restore", "mingfa-auto-20261124.sqlite", "--yes"], says: "已恢复"),
      Command(arguments: ["learner", "add", "赵六"], says: "已添加"),
    ], isWhole: true)

  /// From an empty disk: folders, database and schema are made.
  static let firstStart = PowerCutWorkload(
    name: "first start", start: .emptyDisk, files: ["town.txt": BankText.everyType],
    commands: [
      Command(arguments: ["learner", "add", "张三", "--unit", "某县/某镇"], says: "已添加"),
      Command(arguments: ["bank", "load", "town.txt"], says: "新增 8"),
    ], isWhole: true)

  /// An exam from its making to its sealed results, which leave the computer. Two candidates sit at the same time, and answer often enough
  /// that the log is copied into the database meanwhile.
  static let exam = PowerCutWorkload(
    name: "an exam", start: .hall,
    files: [
      "hall.yaml": ExamHall.blueprint(), "roster.csv": ExamDesk.roster(["李四", "王五"]),
    ],
    commands: [
      Command(arguments: ExamHall.creation, says: "已建好考试"),
      Command(arguments: ["exam", "open"], input: "{opening}\n", says: "开考"),
      Command(
        arguments: ["exam", "sit"],
        input: "{ticket 0}\n" + ExamHall.Paper(seed: 1).typed(),
        beside: ["{ticket 1}\n" + ExamHall.Paper(seed: 2).typed()]),
      Command(arguments: ["exam", "end", "--yes"], says: "已结束"),
      Command(arguments: ["exam", "publish"], says: "已公布"),
      Command(arguments: ["exam", "export", "--output", "sealed.json"], says: "已写出"),
    ], isWhole: false, isExam: true)

  private static func answers(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { "答\($0)\n" }.joined()
  }
}
