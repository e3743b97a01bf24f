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

  /// Waits.
  static func wait(seconds: Int) { sleep(UInt32(seconds)) }
}
