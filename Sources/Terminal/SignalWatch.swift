import Glibc
import Synchronization

/// The signals of this process, as facts that the program asks for.
///
/// A signal handler may do next to nothing, so it only writes the signal's number into a pipe; a
/// line reader polls that pipe beside its input, and a command without a prompt asks `stop` between
/// two steps of its work. Whoever runs long must ask: until it does, Ctrl-C has no effect. For the
/// program that never asks (a defect), the third uncollected signal ends the process as it would
/// have without us.
package final class SignalWatch: Sendable {
  /// What has arrived and was not taken yet.
  struct Pending: Sendable, Equatable {
    var interrupt = false
    /// Stays set: a program that was told to end is told so at every prompt it still opens.
    var termination: Int32?
    var resized = false
    var suspend = false
    var resumed = false
  }

  /// The one watch: signal handlers belong to the process.
  package static let shared = SignalWatch()

  /// Becomes readable when a signal arrived. -1 where no pipe could be made; then only the third
  /// signal ends the process.
  let descriptor: Int32
  private let pending = Mutex(Pending())

  private init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) != 0 { ends = [-1, -1] }
    for end in ends where end >= 0 {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      // Neither the handler nor a look into the pipe may ever wait.
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    SignalPipe.writeEnd.store(ends[1], ordering: .releasing)
    SignalPipe.uncollected.store(0, ordering: .releasing)
  }

  /// Catches Ctrl-C, the closing of the terminal, `kill` and resizing; ignores a closed pipe and a
  /// file that has reached its size limit, which then come back as errors of `write`.
  ///
  /// A signal that the parent has set to be ignored (nohup, a background job) stays ignored.
  /// - Parameter evenIfIgnored: for tests, which must not depend on how they were started.
  @discardableResult
  package static func start(evenIfIgnored: Bool = false) -> SignalWatch {
    let watch = shared
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] where evenIfIgnored || !isIgnored(number) {
      SignalPipe.catchSignal(number)
    }
    SignalPipe.catchSignal(SIGWINCH)
    return watch
  }

  /// The request to stop that waits, taken; nil while none waits. Between two steps of a long
  /// command: `if let stop = signals.takeStop() { … }`.
  package func takeStop() -> LineEvent? {
    collect()
    return pending.withLock { pending in
      if let number = pending.termination { return .terminate(signal: number) }
      defer { pending.interrupt = false }
      return pending.interrupt ? .interrupt : nil
    }
  }

  /// Whether a request to stop waits; does not take it.
  package var mustStop: Bool {
    collect()
    return pending.withLock { $0.interrupt || $0.termination != nil }
  }

  /// Whether something that has been read from the pipe was not taken yet: the pipe will not wake who
  /// waits for it.
  var hasPending: Bool { pending.withLock { $0 != Pending() } }

  /// Takes one of the facts that concern the terminal.
  func take(_ fact: WritableKeyPath<Pending, Bool> & Sendable) -> Bool {
    collect()
    return pending.withLock { pending in
      defer { pending[keyPath: fact] = false }
      return pending[keyPath: fact]
    }
  }

  /// Forgets everything that has arrived, a termination too. For tests.
  func forget() {
    collect()
    pending.withLock { $0 = Pending() }
  }

  /// While readline has the terminal in its own mode, a stop (Ctrl-Z) must first give it back.
  func watchSuspension(_ watched: Bool) {
    for number in [SIGTSTP, SIGCONT] {
      if watched {
        if !(number == SIGTSTP && Self.isIgnored(number)) { SignalPipe.catchSignal(number) }
      } else if !Self.isIgnored(number) {
        signal(number, SIG_DFL)
      }
    }
  }

  /// Reads the pipe empty. Never waits.
  private func collect() {
    guard descriptor >= 0 else { return }
    var numbers = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(descriptor, &numbers, numbers.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      SignalPipe.uncollected.store(0, ordering: .relaxed)
      pending.withLock { pending in
        for number in numbers.prefix(count) { pending.note(Int32(number)) }
      }
    }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    // Handlers are C functions and can't be compared in Swift; their addresses can.
    let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    return handler == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

extension SignalWatch.Pending {
  fileprivate mutating func note(_ number: Int32) {
    switch number {
    case SIGINT: interrupt = true
    case SIGTERM, SIGHUP, SIGQUIT: termination = termination ?? number
    case SIGWINCH: resized = true
    case SIGTSTP: suspend = true
    case SIGCONT: resumed = true
    default: break
    }
  }
}

/// What the signal handler touches: two atomic integers, made before the first handler is set.
private enum SignalPipe {
  static let writeEnd = Atomic<Int32>(-1)
  /// Requests to stop since the program last looked.
  static let uncollected = Atomic<Int>(0)
  /// So many requests that nobody collected show that nobody will.
  static let patience = 3

  static func catchSignal(_ number: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in
      let saved = errno
      defer { errno = saved }
      switch number {
      case SIGINT, SIGTERM, SIGHUP, SIGQUIT:
        let count = SignalPipe.uncollected.add(1, ordering: .relaxed).newValue
        if count >= SignalPipe.patience {
          signal(number, SIG_DFL)
          raise(number)
          return
        }
      default: break
      }
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(SignalPipe.writeEnd.load(ordering: .relaxed), &byte, 1)
    }
    // SA_RESTART: database and file calls elsewhere are not disturbed; poll returns all the same.
    action.sa_flags = SA_RESTART
    sigemptyset(&action.sa_mask)
    sigaction(number, &action, nil)
  }
}
