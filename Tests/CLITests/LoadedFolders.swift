import Foundation
import TestKit

/// Data folders that are made once a run of the tests and copied by each.
enum LoadedFolders {
  /// `BankText.everyType` and the learner 张三 of 某县/某镇.
  static let town = Result { try made(from: [BankText.everyType]) }
  /// `BankText.numbered(400)` and the same learner.
  static let numbers = Result { try made(from: [BankText.numbered(400)]) }
  /// Both banks, one of them smaller, and the same learner, made at 2026-11-24 12:00 in China.
  static let noon = Result {
    try made(
      from: [BankText.everyType, BankText.numbered(30)], clock: "2026-11-24T04:00:00Z")
  }

  /// Shipped banks on the Constitution, in both languages, and on the anti-drug law; and that learner.
  static let shipped = Result {
    try made(
      from: ["constitution", "anti-drug-law", "constitution-en"].map {
        try String(contentsOfFile: Desk.shippedBanks + "/\($0).txt", encoding: .utf8)
      })
  }

  /// `BankText.everyType`, and an account of each role under the name of the role.
  static let staffed = Result {
    try made(from: [BankText.everyType]) { desk in
      for role in ["learner", "trainer", "invigilator"] {
        try desk.account("add", role, "--role", role)
      }
      // As if each had replaced the password that the administrator chose.
      try DatabaseDump.change("UPDATE account_password SET is_temporary = 0", in: desk.data)
    }
  }

  /// `ExamHall.bank`, out of which exams are held.
  static let hall = Result { try made(from: [ExamHall.bank]) }

  private static func made(
    from banks: [String], clock: String? = nil, _ prepare: (Desk) throws -> Void = { _ in }
  ) throws -> URL {
    let desk = try Desk()
    desk.environment["MINGFA_CLOCK"] = clock
    let names = banks.indices.map { "bank-\($0).txt" }
    for (name, bank) in zip(names, banks) { try desk.folder.write(bank, to: name) }
    let load = try desk.run(Desk.program, ["bank", "load"] + names)
    let add = try desk.mingfa("learner", "add", "张三", "--unit", "某县/某镇")
    try desk.administer()
    guard load.status == 0, add.status == 0 else {
      throw NotMade(words: load.errors + add.errors)
    }
    try prepare(desk)
    // A day without a backup yet.
    try FileManager.default.removeItem(at: desk.data.appendingPathComponent("backups"))
    let kept = parent.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: desk.data, to: kept)
    return kept
  }

  /// Static values are never let go of, so the folders are removed when the process ends.
  private static let parent: URL = {
    atexit { try? FileManager.default.removeItem(at: LoadedFolders.place) }
    return place
  }()
  static let place = FileManager.default.temporaryDirectory
    .appendingPathComponent("mingfa-folders-\(getpid())")

  struct NotMade: Error {
    let words: String
  }
}

extension Desk {
  /// A desk with `BankText.everyType` and the learner 张三.
  static func town() throws -> Desk { try Desk(data: LoadedFolders.town.get()) }

  /// A desk with 400 numbered questions and the learner 张三.
  static func numbers() throws -> Desk { try Desk(data: LoadedFolders.numbers.get()) }
}
