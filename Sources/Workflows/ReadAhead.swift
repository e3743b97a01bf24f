import Dispatch
import Formats
import Synchronization

/// Reads a bank file on a thread of its own, some way ahead of what is done with its parts: reading
/// keeps one processor busy and writing to the database another.
enum ReadAhead {
  /// So many parts are handed over at a time, and so many handfuls may wait.
  private static let handful = 256
  private static let waiting = 16

  /// The file's parts in their order, handed to the caller's own thread.
  ///
  /// - Returns: the report of the whole file.
  /// - Throws: only what `handle` throws; the reading ends then.
  static func read(
    file path: String, as format: any BankFormat, handle: (BankEvent) throws -> Void
  ) rethrows -> ReadReport {
    let belt = Belt(room: waiting)
    DispatchQueue.global(qos: .userInitiated).async {
      var events: [BankEvent] = []
      events.reserveCapacity(handful)
      var report = ReadReport()
      do {
        report = try format.read(file: path) { event in
          events.append(event)
          guard events.count == handful else { return }
          try belt.put(.events(events))
          events.removeAll(keepingCapacity: true)
        }
        try belt.put(.events(events))
        try belt.put(.end(report))
      } catch {
        // Whoever took the parts wants no more of them.
      }
    }
    defer { belt.stop() }
    while true {
      switch belt.take() {
      case .events(let events): for event in events { try handle(event) }
      case .end(let report): return report
      }
    }
  }
}

/// What goes from the reading thread to the other one, a bounded number at a time.
private final class Belt: Sendable {
  enum Load: Sendable {
    case events([BankEvent])
    case end(ReadReport)
  }

  /// Nobody takes any more.
  struct Stopped: Error {}

  private struct State {
    var loads: [Load] = []
    var isStopped = false
  }

  private let state = Mutex(State())
  // Both begin at 0: a semaphore that is freed below its first value ends the program.
  private let room = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  init(room count: Int) {
    for _ in 0..<count { room.signal() }
  }

  /// Waits for room, then puts a load on.
  func put(_ load: Load) throws(Stopped) {
    room.wait()
    let isStopped = state.withLock { state in
      if !state.isStopped { state.loads.append(load) }
      return state.isStopped
    }
    if isStopped { throw Stopped() }
    filled.signal()
  }

  /// Waits for a load and takes the first.
  func take() -> Load {
    filled.wait()
    let load = state.withLock { $0.loads.removeFirst() }
    room.signal()
    return load
  }

  /// Lets the one who puts end at once.
  func stop() {
    state.withLock { $0.isStopped = true }
    room.signal()
  }
}
