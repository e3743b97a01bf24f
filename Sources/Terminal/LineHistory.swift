import Glibc
import Text

/// Entered lines, to be brought back with Up; one list a kind of prompt, so that an answer does not
/// turn up among commands. With a folder, each list is also a file there that only its owner reads.
package struct LineHistory {
  /// A kind of prompt, by a name of `a-z` and `-` that also names the file.
  package struct Kind: Hashable, Sendable {
    package let name: String
    /// Whether the lines are kept beyond this run of the program.
    package let isKept: Bool

    package init(_ name: String, isKept: Bool = true) {
      self.name = name
      self.isKept = isKept
    }
  }

  /// Lines remembered of one kind.
  static let longestList = 500
  /// A file is cut back to `longestList` lines when it has more than this.
  static let longestFile = 1000
  /// A file over this many bytes is none of ours, or was damaged: it is replaced.
  static let largestFile = 4 << 20

  private let folder: String?
  private var lists: [Kind: [String]] = [:]
  /// The first reason for which lines are not kept; nothing more is written after it.
  private(set) var failure: TerminalFact?

  /// - Parameter folder: an existing folder, or nil to keep nothing beyond this run.
  init(folder: String?) {
    self.folder = folder
  }

  /// The remembered lines of a kind, oldest first.
  mutating func lines(of kind: Kind) -> [String] {
    if let list = lists[kind] { return list }
    let list = path(of: kind).map { load($0) } ?? []
    lists[kind] = list
    return list
  }

  /// Remembers a line, unless it is blank or the same as the one before.
  mutating func add(_ line: String, of kind: Kind) {
    // One entry is one line of the file and one step of Up.
    let entry = String(line.map { $0.isNewline ? " " : $0 })
    guard entry.contains(where: { !$0.isWhitespace }) else { return }
    var list = lines(of: kind)
    guard list.last != entry else { return }
    list.append(entry)
    if list.count > Self.longestList { list.removeFirst(list.count - Self.longestList) }
    lists[kind] = list
    if let path = path(of: kind) { write([entry], to: path, flags: O_APPEND) }
  }

  /// Takes away all remembered lines of a folder, whoever typed them.
  ///
  /// - Returns: why not; nil where none is left.
  package static func forget(in folder: String) -> TerminalFact? {
    guard let list = opendir(folder) else { return nil }
    defer { closedir(list) }
    var failure: TerminalFact?
    while let entry = readdir(list) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(fileNames) else { continue }
      let path = "\(folder)/\(name)"
      if unlink(path) != 0 {
        failure = failure ?? .historyNotForgotten(path: path, reason: SystemReason(errno))
      }
    }
    return failure
  }

  /// How the names of the files begin.
  private static let fileNames = "history-"

  private func path(of kind: Kind) -> String? {
    guard kind.isKept, failure == nil, let folder else { return nil }
    return "\(folder)/\(Self.fileNames)\(kind.name)"
  }

  private mutating func load(_ path: String) -> [String] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else {
      // Not there yet is the usual case; anything else would also keep us from writing.
      if errno != ENOENT { fail(path) }
      return []
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= Self.largestFile {
      let count = read(file, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { fail(path) }
      guard count > 0 else { break }
      bytes += chunk.prefix(count)
    }
    if bytes.count > Self.largestFile { bytes = [] }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let list = lines.suffix(Self.longestList).map { String(decoding: $0, as: UTF8.self) }
    if lines.count > Self.longestFile || bytes.isEmpty { replace(path, with: list) }
    return list
  }

  /// A list in place of the whole file; a crash leaves the one or the other.
  private mutating func replace(_ path: String, with list: [String]) {
    let draft = "\(path).\(getpid())"
    write(list, to: draft, flags: O_TRUNC)
    if failure == nil && rename(draft, path) != 0 { fail(path) }
    if failure != nil { unlink(draft) }
  }

  private mutating func write(_ lines: [String], to path: String, flags: Int32) {
    let file = open(
      path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | flags, mode_t(0o600))
    guard file >= 0 else { return fail(path) }
    defer { close(file) }
    // The file may stand from a time when someone gave it to others to read.
    guard fchmod(file, 0o600) == 0 else { return fail(path) }
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    // Short or failed, a history is not worth a second try.
    if Glibc.write(file, bytes, bytes.count) != bytes.count { fail(path) }
  }

  private mutating func fail(_ path: String) {
    failure = failure ?? .historyNotKept(path: path, reason: SystemReason(errno))
  }
}
