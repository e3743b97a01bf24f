import Foundation

/// The gate of a data folder: who opens the database goes through it together with others, who brings
/// its schema up to date or puts another database in its place goes through alone.
///
/// SQLite's own locks do not suffice for that: a process that has opened the file and waits for its
/// lock would go on with the old file after another took its name. What goes through here has either
/// not opened the file yet or holds a lock of SQLite on it already. A lock on the folder itself
/// leaves no file behind and ends with the process.
final class FolderGate {
  private var descriptor: Int32

  /// Goes in together with others; waits for one who is in alone.
  init(folder: String) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    lock(LOCK_SH)
  }

  deinit { leave() }

  /// Goes out again.
  func leave() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  /// Waits until nobody else is inside. Others may have been there in between.
  func beAlone() { lock(LOCK_EX) }

  /// Goes in alone; nil where somebody is still inside after a second, which is far longer than an
  /// opening takes.
  static func alone(folder: String) -> FolderGate? {
    let gate = FolderGate(folder: folder)
    guard gate.descriptor >= 0 else { return gate }
    for _ in 0..<40 {
      if flock(gate.descriptor, LOCK_EX | LOCK_NB) == 0 { return gate }
      guard errno == EWOULDBLOCK || errno == EINTR else { return gate }
      usleep(25_000)
    }
    return nil
  }

  /// A file system without such locks lets everyone in, as it did before there was a gate.
  private func lock(_ kind: Int32) {
    guard descriptor >= 0 else { return }
    while flock(descriptor, kind) != 0, errno == EINTR {}
  }
}
