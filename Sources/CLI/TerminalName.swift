import Foundation
import Glibc

/// What tells this terminal from all others, in the record of a sitting.
enum TerminalName {
  /// The computer or SSH client, the terminal, and the process: a sitting that is gone on with after a
  /// crash in the same seat is another holder, too.
  static var here: String {
    let terminal = ttyname(0).map { String(cString: $0) }?.replacing("/dev/", with: "") ?? "-"
    let client = CommandSession.variable("SSH_CONNECTION")?.split(separator: " ").first
    return "\(client.map(String.init) ?? ProcessInfo.processInfo.hostName) \(terminal) \(getpid())"
  }

  /// Whether the program that went by a name is known to be gone. All terminals of an exam are of this
  /// computer, over the network or not, so its process can be looked for.
  static func isGone(_ name: String) -> Bool {
    guard let process = name.split(separator: " ").last.flatMap({ pid_t($0) }), process > 0 else {
      return false
    }
    if kill(process, 0) != 0, errno == ESRCH { return true }
    // Its number may have been given to another program since.
    guard let program = program(of: String(process)) else { return false }
    return program != self.program(of: "self")
  }

  private static func program(of process: String) -> String? {
    try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
  }

  /// Waits.
  static func wait(seconds: Int) { sleep(UInt32(seconds)) }
}
