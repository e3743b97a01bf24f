import Foundation
import Learning

/// A disk under a running program: what it holds for certain, and what it may still lose.
///
/// The rules are those of POSIX, stricter than those of any one file system: the content of a file is
/// certain after a sync of the file, a name after a sync of its folder, and nothing else makes either
/// certain. Until then the disk may keep or lose each change on its own, in any order, and of each
/// write any sectors.
struct Disk: Sendable {
  /// What a sync has made certain.
  private(set) var certain = DiskContent()
  /// What is not certain, oldest first.
  private(set) var pending: [Pending] = []
  /// Everything that was done: what the program itself sees, and who only kills it.
  private(set) var all = DiskContent()
  private var fileOfNumber: [UInt64: Int] = [:]
  private var fileCount = 0

  struct Pending: Sendable {
    let change: DiskContent.Change
    /// The file, or the folders by their names, that have to be synced.
    var place: Place
  }

  enum Place: Hashable, Sendable {
    case file(Int)
    case folders(Set<String>)
  }

  struct NotUnderstood: Error {
    let entry: DiskRecord.Entry
    let reason: String
  }

  /// An empty disk.
  init() {}

  /// A disk that holds what stands in a folder, all of it certain.
  init(folder: URL) throws {
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let path = folder.appendingPathComponent(name)
      let facts = try FileManager.default.attributesOfItem(atPath: path.path)
      guard facts[.type] as? FileAttributeType != .typeDirectory else {
        certain.names[name] = .folder
        continue
      }
      let file = newFile(number: (facts[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0)
      certain.names[name] = .file(file)
      certain.files[file] = try Data(contentsOf: path)
    }
    all = certain
  }

  /// What stands for the file of an inode number now.
  func file(number: UInt64) -> DiskContent.Node? { fileOfNumber[number].map { .file($0) } }

  private mutating func newFile(number: UInt64) -> Int {
    fileCount += 1
    fileOfNumber[number] = fileCount
    return fileCount
  }

  /// Takes over what the program did.
  mutating func take(_ entry: DiskRecord.Entry) throws {
    switch entry {
    case .shown, .failed: break
    case .write(let number, let at, let bytes):
      let file = try file(number, entry)
      change(.write(file: file, at: at, bytes), .file(file))
    case .size(let number, let size):
      let file = try file(number, entry)
      change(.size(file: file, size), .file(file))
    case .create(let name, let number):
      let file = newFile(number: number)
      change(.enter(name, .file(file)), .folders([Self.folder(of: name)]))
    case .link(let name, let number):
      let file = try file(number, entry)
      change(.enter(name, .file(file)), .folders([Self.folder(of: name)]))
    case .folder(let name): change(.enter(name, .folder), .folders([Self.folder(of: name)]))
    case .remove(let name):
      guard let node = all.names[name] else {
        throw NotUnderstood(entry: entry, reason: "nothing has this name")
      }
      change(.leave(name, node), .folders([Self.folder(of: name)]))
    case .rename(let old, let new):
      guard let node = all.names[old], node != .folder else {
        throw NotUnderstood(entry: entry, reason: "no file has this name")
      }
      change(
        .rename(old, to: new, node), .folders([Self.folder(of: old), Self.folder(of: new)]))
    case .sync(let number): sync(file: try file(number, entry))
    case .syncFolder(let name): sync(folder: name)
    }
  }

  private func file(_ number: UInt64, _ entry: DiskRecord.Entry) throws -> Int {
    guard let file = fileOfNumber[number] else {
      throw NotUnderstood(entry: entry, reason: "nobody made this file")
    }
    return file
  }

  private static func folder(of name: String) -> String {
    name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
  }

  private mutating func change(_ change: DiskContent.Change, _ place: Place) {
    all.make(change)
    pending.append(Pending(change: change, place: place))
  }

  private mutating func sync(file: Int) {
    for one in pending where one.place == .file(file) { certain.make(one.change) }
    pending.removeAll { $0.place == .file(file) }
  }

  private mutating func sync(folder: String) {
    for index in pending.indices {
      guard case .folders(var folders) = pending[index].place, folders.remove(folder) != nil
      else { continue }
      pending[index].place = .folders(folders)
      if folders.isEmpty { certain.make(pending[index].change) }
    }
    pending.removeAll { $0.place == .folders([]) }
  }

  /// What a power cut makes of the changes that are not certain.
  enum Loss: CaseIterable, Sendable {
    /// All of them are lost.
    case everything
    /// All were kept, as when only the program is killed.
    case nothing
    /// The later ones are lost, and of the first of these some sectors.
    case later
    /// Some are lost, whichever they are.
    case some
    /// Some names and some sectors of any write are lost.
    case sectors
    /// All changes of some files and folders are lost.
    case places
  }

  /// What the disk holds after a power cut now.
  func content(after loss: Loss, chance: inout SeededGenerator) -> DiskContent {
    var content = certain
    // In eighths: mostly lost, as often as not, mostly kept.
    let odds = [1, 4, 7][chance.below(3)]
    func kept() -> Bool { chance.below(8) < odds }
    switch loss {
    case .everything: break
    case .nothing: content = all
    case .later:
      let count = chance.below(pending.count + 1)
      for one in pending.prefix(count) { content.make(one.change) }
      if count < pending.count, case .file = pending[count].place {
        content.make(pending[count].change, sectors: kept)
      }
    case .some:
      for one in pending {
        if kept() {
          content.make(one.change)
        } else if chance.below(4) == 0 {
          content.reserve(one.change)
        }
      }
    case .sectors:
      for one in pending {
        if case .write = one.change {
          if chance.below(4) == 0 { content.reserve(one.change) }
          content.make(one.change, sectors: kept)
        } else if kept() {
          content.make(one.change)
        }
      }
    case .places:
      var keptPlaces: [Place: Bool] = [:]
      for one in pending {
        let keeps = keptPlaces[one.place] ?? kept()
        keptPlaces[one.place] = keeps
        if keeps { content.make(one.change) }
      }
    }
    return content
  }
}
