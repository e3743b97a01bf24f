import Foundation

/// What a program did to the files of one folder and what it showed meanwhile, in the order of its
/// calls. `Tests/PowerCutRecorder` writes it down; its header tells what an entry looks like.
struct DiskRecord: Sendable {
  /// One call that succeeded. Names are paths below the folder, "" for the folder itself. A file is
  /// known by its inode number, which belongs to another file after a `create` that gives it again.
  enum Entry: Equatable, Sendable {
    /// Written to standard output or error by a process.
    case shown(String, process: UInt64 = 0)
    case write(file: UInt64, at: Int, Data)
    /// Cut or extended to so many bytes.
    case size(file: UInt64, Int)
    case create(String, file: UInt64)
    case link(String, file: UInt64)
    case folder(String)
    case remove(String)
    /// What bore the second name before is gone.
    case rename(String, to: String)
    /// The content of a file was asked to be on the disk.
    case sync(file: UInt64)
    /// The names in a folder were asked to be on the disk.
    case syncFolder(String)
    /// A call on what bears this name was made to fail: nothing of it happened.
    case failed(String)
  }

  struct Unreadable: Error {
    let place: Int
    let reason: String
  }

  var entries: [Entry]

  init(_ entries: [Entry]) { self.entries = entries }

  /// Reads what the recorder has written so far; a file that is not there yet is an empty record.
  init(file: String) throws {
    let bytes = FileManager.default.contents(atPath: file) ?? Data()
    entries = []
    var place = 0
    func take(_ count: Int) throws -> Data {
      guard count <= bytes.count - place else {
        throw Unreadable(place: place, reason: "the record ends within an entry")
      }
      defer { place += count }
      return bytes[place..<place + count]
    }
    func number<Number: FixedWidthInteger>(_: Number.Type) throws -> Number {
      try take(MemoryLayout<Number>.size).withUnsafeBytes { $0.loadUnaligned(as: Number.self) }
    }
    while place < bytes.count {
      let start = place
      let kind = try number(UInt32.self)
      let lengths = try (0..<3).map { _ in Int(try number(UInt32.self)) }
      let file = try number(UInt64.self)
      let at = Int(try number(Int64.self))
      let name = String(decoding: try take(lengths[0]), as: UTF8.self)
      let other = String(decoding: try take(lengths[1]), as: UTF8.self)
      let data = try take(lengths[2])
      switch kind {
      case 1: entries.append(.shown(String(decoding: data, as: UTF8.self), process: file))
      case 2: entries.append(.write(file: file, at: at, data))
      case 3: entries.append(.size(file: file, at))
      case 4: entries.append(.create(name, file: file))
      case 5: entries.append(.link(other, file: file))
      case 6: entries.append(.folder(name))
      case 7: entries.append(.remove(name))
      case 8: entries.append(.rename(name, to: other))
      case 9: entries.append(.sync(file: file))
      case 10: entries.append(.syncFolder(name))
      case 11: entries.append(.failed(name))
      default: throw Unreadable(place: start, reason: "there is no kind \(kind)")
      }
    }
  }
}
