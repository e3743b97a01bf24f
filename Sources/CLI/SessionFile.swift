import Foundation
import People
import Text
import Workflows

/// Where the token of a sign-in is kept between two commands: for one data folder and one terminal, so
/// that candidates whose terminals run under one user of the system never share it, and the next person
/// at another window signs in anew.
struct SessionFile {
  let path: String
  /// Whether MINGFA_SESSION chose it; then its folder is not ours to make.
  private let isNamed: Bool

  /// The file that MINGFA_SESSION names, else that of this terminal; nil where there is neither: without
  /// a terminal each command signs in for itself.
  init?(_ folder: URL) {
    if let named = CommandSession.variable("MINGFA_SESSION"), !named.isEmpty {
      path = named
      isNamed = true
      return
    }
    guard let terminal = Self.terminal() else { return nil }
    let canonical = realpath(folder.path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    let key = Self.digest((canonical ?? folder.path) + "\n" + terminal)
    path = Self.folder() + "/session-" + key
    isNamed = false
  }

  /// The token; nil where there is none, and where others than its owner could have written or read it.
  func token() -> String? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), status.st_mode & 0o077 == 0
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = read(file, &bytes, bytes.count)
    guard count > 0 else { return nil }
    return String(decoding: bytes.prefix(count), as: UTF8.self).split { $0.isNewline }.first
      .map(String.init)
  }

  /// Keeps a token, readable for its owner alone.
  ///
  /// - Throws: `AccountFailure.sessionFileUnwritable`.
  func keep(_ token: String) throws {
    do {
      if !isNamed {
        try Self.makeFolder()
        Self.sweep()
      }
      try WriteFile.write(token + "\n", to: path)
    } catch WorkflowFailure.fileUnwritable(_, let reason) {
      throw AccountFailure.sessionFileUnwritable(path: path, reason: reason)
    }
  }

  /// Takes the file away.
  func remove() { unlink(path) }

  /// The session of the system that this terminal belongs to: its leader's number and when that began,
  /// since numbers come again. nil where no terminal controls the process.
  private static func terminal() -> String? {
    let controlling = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard controlling >= 0 else { return nil }
    close(controlling)
    let leader = getsid(0)
    guard let text = try? String(contentsOfFile: "/proc/\(leader)/stat", encoding: .utf8),
      // Behind the name, which may hold anything, the twentieth field is the start.
      let end = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[end...].split(separator: " ")
    guard fields.count > 20 else { return nil }
    return "\(leader) \(fields[20])"
  }

  /// `$XDG_RUNTIME_DIR/mingfa`, which goes when the user logs out, else `$XDG_STATE_HOME/mingfa`.
  private static func folder() -> String {
    for path in [
      CommandSession.variable("XDG_RUNTIME_DIR"), CommandSession.variable("XDG_STATE_HOME"),
    ].compactMap(\.self) where path.hasPrefix("/") && access(path, W_OK) == 0 {
      return path + "/mingfa"
    }
    if let home = CommandSession.variable("HOME"), home.hasPrefix("/") {
      return home + "/.local/state/mingfa"
    }
    return "/tmp/mingfa-\(geteuid())"
  }

  private static func makeFolder() throws {
    let path = folder()
    var prefix = ""
    for part in path.split(separator: "/") {
      prefix += "/" + part
      mkdir(prefix, 0o700)
    }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      status.st_uid == geteuid()
    else { throw WorkflowFailure.fileUnwritable(path: path, reason: SystemReason(EACCES)) }
    chmod(path, 0o700)
  }

  /// Takes away what terminals have left behind whose sign-in is over by now.
  private static func sweep() {
    let folder = folder()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix("session-") {
      var status = stat()
      let path = folder + "/" + name
      if lstat(path, &status) == 0,
        time(nil) - status.st_mtim.tv_sec > Int(SignInLimits.standard.absolute / 1000)
      {
        unlink(path)
      }
    }
  }

  /// FNV-1a, 64 bits: a short name for a file, no secret.
  private static func digest(_ text: String) -> String {
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }
}
