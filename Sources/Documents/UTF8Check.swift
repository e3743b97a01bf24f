import Dispatch
import Synchronization

/// Whether bytes are UTF-8.
enum UTF8Check {
  /// From this length on the two halves are checked at the same time: so large a file is a bank that
  /// someone waits for.
  private static let large = 8 << 20

  /// The offset of the first byte that is not; nil where all are. A cut sign at the end is a flaw.
  static func firstFlaw(
    in bytes: UnsafeBufferPointer<UInt8>, halvedFrom large: Int = large
  ) -> Int? {
    var middle = bytes.count / 2
    let least = max(0, middle - 3)
    // No sign is cut in two: the second half begins with the first byte of one.
    while middle > least, bytes[middle] & 0xC0 == 0x80 { middle -= 1 }
    guard bytes.count >= large, bytes[middle] & 0xC0 != 0x80 else { return flaw(in: bytes[...]) }
    let halves = [bytes[..<middle], bytes[middle...]]
    let flaws = Mutex<[Int]>([])
    nonisolated(unsafe) let shared = halves
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      if let flaw = flaw(in: shared[half]) { flaws.withLock { $0.append(flaw) } }
    }
    return flaws.withLock { $0.min() }
  }

  private static func flaw(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    do {
      _ = try UTF8Span(validating: UnsafeBufferPointer(rebasing: bytes).span)
      return nil
    } catch {
      return bytes.startIndex + error.byteOffsets.lowerBound
    }
  }
}
