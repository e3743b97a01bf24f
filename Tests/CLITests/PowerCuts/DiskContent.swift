import Foundation

/// Folders and files as a disk holds them: what is found when the computer starts again.
struct DiskContent: Equatable, Sendable {
  enum Node: Hashable, Sendable {
    case folder
    /// A file may bear several names, and have content while it bears none.
    case file(Int)
  }

  /// One thing that a program changed. A disk may keep it while it loses what came before.
  enum Change: Equatable, Sendable {
    case write(file: Int, at: Int, Data)
    case size(file: Int, Int)
    case enter(String, Node)
    case leave(String, Node)
    /// Both at once or neither.
    case rename(String, to: String, Node)
  }

  var names: [String: Node] = [:]
  var files: [Int: Data] = [:]

  /// The unit that a disk writes whole or not at all, in bytes.
  static let sector = 512

  mutating func make(_ change: Change) {
    switch change {
    case .write(let file, let at, let bytes): put(bytes, at: at, of: file)
    case .size(let file, let size): resize(file, to: size)
    case .enter(let name, let node): names[name] = node
    case .leave(let name, let node): if names[name] == node { names[name] = nil }
    case .rename(let old, let new, let node):
      if names[old] == node { names[old] = nil }
      names[new] = node
    }
  }

  /// Makes those sectors of a write that `keeps` takes; any other change as it is.
  mutating func make(_ change: Change, sectors keeps: () -> Bool) {
    guard case .write(let file, let at, let bytes) = change else { return make(change) }
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + Self.sector - (at + start) % Self.sector)
      if keeps() {
        let sector = bytes[bytes.startIndex + start..<bytes.startIndex + end]
        put(sector, at: at + start, of: file)
      }
      start = end
    }
  }

  /// Lets a file be long enough for a write that itself was lost: zeros stand there.
  mutating func reserve(_ change: Change) {
    guard case .write(let file, let at, let bytes) = change,
      files[file, default: Data()].count < at + bytes.count
    else { return }
    resize(file, to: at + bytes.count)
  }

  private mutating func put(_ bytes: Data, at place: Int, of file: Int) {
    let end = place + bytes.count
    if files[file, default: Data()].count < end { resize(file, to: end) }
    files[file, default: Data()].replaceSubrange(place..<end, with: bytes)
  }

  /// What is added is zeros.
  private mutating func resize(_ file: Int, to size: Int) {
    files[file, default: Data()].count = size
  }

  /// What stands under each name that can be reached: a name is lost with a folder above it.
  var reachable: [String: Node] {
    names.filter { name, _ in
      var above = name[...]
      while let slash = above.lastIndex(of: "/") {
        above = above[..<slash]
        guard names[String(above)] == .folder else { return false }
      }
      return true
    }
  }

  /// Makes all of it in an empty folder.
  func write(to place: URL) throws {
    // A folder's name is a part of the names in it, hence before them.
    for (name, node) in reachable.sorted(by: { $0.key < $1.key }) {
      let path = place.appendingPathComponent(name)
      switch node {
      case .folder:
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: false)
      case .file(let file): try (files[file] ?? Data()).write(to: path)
      }
    }
  }
}
