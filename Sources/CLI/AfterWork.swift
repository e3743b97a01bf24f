import Synchronization
import Terminal
import Text
import Workflows

/// What is done for the data when a command has done its work and nobody waits for the program.
enum AfterWork {
  private static let opened = Mutex<MingfaData?>(nil)
  private static let hasFailed = Atomic(false)

  /// Remembers the data that a command works on.
  static func watch(_ data: MingfaData) { opened.withLock { $0 = data } }

  /// Makes the backup of the day where it is due. Where it can't be made a sentence says so, once a run.
  static func backUp() {
    guard let data = opened.withLock({ $0 }), !hasFailed.load(ordering: .relaxed) else { return }
    let outcome = KeepBackups(data, actor: CommandSession.unnamed).daily()
    guard let warning = outcome.warning else { return }
    hasFailed.store(true, ordering: .relaxed)
    Failure.message(SafeText.clean(warning.spoken))
  }

  /// The last of a run: the backup, then the log is emptied into the database, so that who copies that
  /// one file has everything.
  static func finish() {
    backUp()
    guard let data = opened.withLock({ $0.take() }), data.file.hasWritten() else { return }
    try? data.file.close()
  }
}
