import Foundation

/// A process of a test: how it is started, waited for and, past its time, ended.
///
/// Descriptors come from files or from one terminal, never from pipes, so that no child that another
/// test starts at the same moment can keep an end open.
struct ChildProcess {
  struct NotStarted: Error, CustomStringConvertible {
    let program: String
    let number: Int32
    var description: String { "\(program): \(String(cString: strerror(number)))" }
  }

  /// What the process reads and writes.
  enum Streams {
    case files(input: String, output: String, errors: String)
    /// The path of a terminal's own side; it becomes the controlling terminal.
    case terminal(String)
  }

  /// How a process ended.
  enum End: Equatable, Sendable {
    case exit(Int32)
    case signal(Int32)
    /// It ran longer than it may and was killed.
    case late
  }

  let id: pid_t

  /// Starts a program as the leader of a session of its own.
  init(
    _ program: String, _ arguments: [String], environment: [String: String], folder: String,
    streams: Streams
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    switch streams {
    case .files(let input, let output, let errors):
      let new = O_WRONLY | O_CREAT | O_APPEND
      posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, output, new, 0o600)
      posix_spawn_file_actions_addopen(&actions, 2, errors, new, 0o600)
    case .terminal(let path):
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Signals as a shell would leave them, whatever the test runner has blocked or ignored.
    var all = sigset_t()
    sigfillset(&all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    let session: Int32 = 0x80  // POSIX_SPAWN_SETSID, which Swift does not import.
    posix_spawnattr_setflags(
      &attributes, Int16(Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK) | session))
    // `env` changes the folder and becomes the program: Swift does not import the call for it.
    let line = ["env", "-C", folder, program] + arguments
    var words: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + variables { free(word) } }
    var id: pid_t = 0
    let failure = posix_spawnp(&id, "env", &actions, &attributes, &words, &variables)
    guard failure == 0 else { throw NotStarted(program: program, number: failure) }
    self.id = id
  }

  /// Waits until the process ends; after so many seconds it is killed with all its children.
  func wait(atMost seconds: Double) -> End {
    let limit = ContinuousClock.now + .seconds(seconds)
    while true {
      if let end = ended() { return end }
      if ContinuousClock.now > limit {
        kill(-id, SIGKILL)
        var status: Int32 = 0
        waitpid(id, &status, 0)
        return .late
      }
      usleep(2000)
    }
  }

  /// How it ended; nil while it runs. To be asked until it has said so, and not again.
  func ended() -> End? {
    var status: Int32 = 0
    guard waitpid(id, &status, WNOHANG) == id else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
  }

  func send(_ signal: Int32) { kill(id, signal) }
}
