import Dispatch
import Formats
import Questions
import Storage
import Synchronization

/// Reads a bank file on a thread of its own, some way ahead of what is done with its parts: reading and
/// encoding keep one processor busy and writing to the database another.
enum ReadAhead {
  /// So many questions are handed over at a time, and so many handfuls may wait.
  private static let handful = 256
  private static let waiting = 16

  /// The file's parts in their order, encoded, handed to the caller's own thread.
  ///
  /// - Parameters:
  ///   - sources: what is known of the file's questions.
  ///   - check: what questions that were read are held against.
  ///   - meanwhile: done on the caller's own thread while the file is opened and checked.
  /// - Returns: the report of the whole file.
  /// - Throws: only what `meanwhile` and `handle` throw; the reading ends then.
  static func read(
    file path: String, as format: any BankFormat, known sources: any KnownSources & Sendable,
    check: LoadCheck,
    meanwhile: () throws -> Void, handle: (BankPortion) throws -> Void
  ) rethrows -> ReadReport {
    let belt = Belt(room: waiting)
    DispatchQueue.global(qos: .userInitiated).async {
      let encoder = BankEncoder()
      var header: BankHeader?
      do {
        let report = try format.read(file: path, known: sources) { event in
          if case .header(let found) = event { header = found }
          encoder.take(event) { question, passage in
            header.map { check.hasError(question, passage: passage, in: $0) } ?? false
          }
          if encoder.count >= handful { try belt.put(.portion(encoder.take())) }
        }
        try belt.put(.portion(encoder.take()))
        try belt.put(.end(report))
      } catch {
        // Whoever took the parts wants no more of them.
      }
    }
    defer { belt.stop() }
    try meanwhile()
    while true {
      switch belt.take() {
      case .portion(let portion): try handle(portion)
      case .end(let report): return report
      }
    }
  }
}

extension BankEncoder {
  /// Takes what a reader found.
  ///
  /// - Parameter hasError: whether a question that was read has one.
  fileprivate func take(_ event: BankEvent, hasError: (Question, Passage?) -> Bool) {
    switch event {
    case .header(let header): begin(header)
    case .chapter(let title, _): chapter(title)
    case .item(let item):
      beginItem(passage: item.passage)
      for question in item.questions {
        switch question {
        case .read(let question, let source):
          self.question(
            question, source: source, hasError: hasError(question, item.passage))
        case .known(let number): known(number)
        }
      }
      endItem()
    }
  }
}

/// What goes from the reading thread to the other one, a bounded number at a time.
private final class Belt: Sendable {
  enum Load: Sendable {
    case portion(BankPortion)
    case end(ReadReport)

    /// Does some of what the taker would have to do.
    mutating func prepare() {
      guard case .portion(var portion) = self else { return }
      portion.digest()
      self = .portion(portion)
    }
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

  /// Waits for room, then puts a load on. Who has to wait is ahead of the other one and helps him.
  func put(_ load: Load) throws(Stopped) {
    var load = load
    if room.wait(timeout: .now()) == .timedOut {
      load.prepare()
      room.wait()
    }
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
