import Dispatch
import Formats
import Storage
import Synchronization

/// What the database knows of the questions of a file: the bridge between who reads the file and who
/// reads the database, which happens at the same time on two threads.
final class RecalledSources: KnownSources, Sendable {
  let context: UInt128
  private let bank = Mutex(Recollection.awaited)
  private let isGiven = DispatchSemaphore(value: 0)

  private enum Recollection {
    case awaited, nothing
    case bank(KnownBank)
  }

  /// - Parameter program: the program and its version. Another one may read the same lines otherwise,
  ///   so it reads everything again.
  init(program: String) {
    var program = program
    context = program.withUTF8 { ContentDigest.ofSource($0, under: 0) }
  }

  /// Tells what is known; nil for nothing. The first word counts; it has to come, since the other
  /// thread waits for it.
  func give(_ known: KnownBank?) {
    bank.withLock { bank in
      if case .awaited = bank { bank = known.map { .bank($0) } ?? .nothing }
    }
    isGiven.signal()
  }

  func digest(of bytes: UnsafeBufferPointer<UInt8>, under context: UInt128) -> UInt128 {
    ContentDigest.ofSource(bytes, under: context)
  }

  /// Waits until it was told what is known.
  func question(source digest: UInt128) -> Int? {
    while true {
      switch bank.withLock({ $0 }) {
      case .awaited: isGiven.wait()
      case .nothing: return nil
      case .bank(let known): return known.question(source: digest)
      }
    }
  }
}
