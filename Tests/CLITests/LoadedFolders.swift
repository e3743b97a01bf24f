import Foundation
import TestKit

/// Data folders that are made once a run of the tests and copied by each.
enum LoadedFolders {
  /// `BankText.everyType` and the learner 张三 of 某县/某镇.
  static let town = Result { try made(from: BankText.everyType) }
  /// `BankText.numbered(400)` and the same learner.
  static let numbers = Result { try made(from: BankText.numbered(400)) }

  private static func made(from bank: String) throws -> URL {
    let desk = try Desk()
    try desk.folder.write(bank, to: "bank.txt")
    let load = try desk.mingfa("bank", "load", "bank.txt")
    let add = try desk.mingfa("learner", "add", "张三", "--unit", "某县/某镇")
    guard load.status == 0, add.status == 0 else {
      throw NotMade(words: load.errors + add.errors)
    }
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
  private static let place = FileManager.default.temporaryDirectory
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
