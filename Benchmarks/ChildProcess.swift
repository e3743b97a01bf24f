import Glibc

/// A program that was started, and what came of it. Straight on `posix_spawn`: the start is part of
/// what is measured.
struct ChildProcess {
  /// What a finished program leaves behind.
  struct Outcome {
    var seconds: Double
    /// The greatest resident size, in bytes.
    var peakBytes: Int
    /// Standard output and standard error.
    var output: String
  }

  /// A piece of output and when it came, in seconds after the start.
  struct Arrival {
    var seconds: Double
    /// How many bytes had come by then.
    var total: Int
  }

  /// Output as it came on a terminal or a pipe.
  struct Recording {
    var bytes: [UInt8] = []
    var arrivals: [Arrival] = []

    /// When the text was there as a whole; nil where it never came.
    func seconds(until text: String) -> Double? {
      let wanted = Array(text.utf8)
      guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
      for start in 0...(bytes.count - wanted.count)
      where bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted) {
        return arrivals.first { $0.total >= start + wanted.count }?.seconds
      }
      return nil
    }
  }

  /// Runs a program to its end, its input empty.
  ///
  /// - Throws: `Obstacle.failed` where its status is not 0.
  static func run(
    _ program: String, _ arguments: [String], expecting wanted: Int32 = 0
  ) throws -> Outcome {
    var recording = Recording()
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Obstacle.system("pipe", errno) }
    let began = Clock.now()
    let child = try spawn(program, arguments) { actions in
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
      posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
      posix_spawn_file_actions_addclose(&actions, ends[0])
      posix_spawn_file_actions_addclose(&actions, ends[1])
    }
    close(ends[1])
    record(&recording, from: ends[0], since: began, quiet: -1)
    close(ends[0])
    let (status, peak) = wait(for: child)
    let seconds = Clock.now() - began
    let output = String(decoding: recording.bytes, as: UTF8.self)
    guard status == wanted else {
      throw Obstacle.failed(program, status: status, output: output)
    }
    return Outcome(seconds: seconds, peakBytes: peak, output: output)
  }

  /// Starts a program on a terminal of 80 columns, records until nothing came for a tenth of a second,
  /// and hangs up, as someone does who closes the window.
  static func startOnTerminal(_ program: String, _ arguments: [String]) throws -> Recording {
    var master: Int32 = -1
    var terminal: Int32 = -1
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &terminal, nil, nil, &size) == 0, let name = ttyname(terminal)
    else { throw Obstacle.system("openpty", errno) }
    let path = String(cString: name)
    for descriptor in [master, terminal] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var recording = Recording()
    let began = Clock.now()
    let child = try spawn(program, arguments, newSession: true) { actions in
      for descriptor in 0...2 as ClosedRange<Int32> {
        posix_spawn_file_actions_addopen(&actions, descriptor, path, O_RDWR, 0)
      }
    }
    close(terminal)
    record(&recording, from: master, since: began, quiet: 100)
    close(master)
    _ = wait(for: child)
    return recording
  }

  /// Starts a program on a pipe and records all it says.
  static func startOnPipe(_ program: String, _ arguments: [String]) throws -> Recording {
    var recording = Recording()
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Obstacle.system("pipe", errno) }
    let began = Clock.now()
    let child = try spawn(program, arguments) { actions in
      posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
      posix_spawn_file_actions_addclose(&actions, ends[0])
      posix_spawn_file_actions_addclose(&actions, ends[1])
    }
    close(ends[1])
    record(&recording, from: ends[0], since: began, quiet: -1)
    close(ends[0])
    let (status, _) = wait(for: child)
    guard status == 0 else { throw Obstacle.failed(program, status: status, output: "") }
    return recording
  }

  /// POSIX_SPAWN_SETSID, which the C library shows only to programs that ask for its extensions.
  private static let setsid: Int16 = 0x80

  private static func spawn(
    _ program: String, _ arguments: [String], newSession: Bool = false,
    _ prepare: (inout posix_spawn_file_actions_t) -> Void
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    prepare(&actions)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if newSession { posix_spawnattr_setflags(&attributes, setsid) }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let status = posix_spawn(&child, program, &actions, &attributes, &words, environ)
    guard status == 0 else { throw Obstacle.system(program, status) }
    return child
  }

  private static func record(
    _ recording: inout Recording, from descriptor: Int32, since began: Double, quiet: Int32
  ) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let patience: Int32 = recording.bytes.isEmpty ? max(quiet, quiet < 0 ? -1 : 5000) : quiet
      guard poll(&source, 1, patience) > 0 else { return }
      let count = read(descriptor, &buffer, buffer.count)
      // At a terminal whose program ended, reading fails.
      guard count > 0 else { return }
      recording.bytes += buffer.prefix(count)
      recording.arrivals.append(
        Arrival(seconds: Clock.now() - began, total: recording.bytes.count))
    }
  }

  private static func wait(for child: pid_t) -> (status: Int32, peakBytes: Int) {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return (signal == 0 ? (status >> 8) & 0xFF : 128 + signal, usage.ru_maxrss * 1024)
  }
}

/// The clock of all measurements, in seconds.
enum Clock {
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
