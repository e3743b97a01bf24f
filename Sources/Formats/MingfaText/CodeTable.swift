import Glibc

/// The codes 编号 of a file and the lines in which they stand, found by their bytes: a file may have
/// hundreds of thousands, and none is made a text for it.
struct CodeTable {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  private struct Entry {
    var start: Int
    var end: Int
    var line: Int
    var hash: Int
  }

  private var entries: [Entry] = []
  /// Positions in `entries`, each at the first free slot from its hash on; always half of them free.
  private var slots = [Int](repeating: -1, count: 256)

  /// Takes the code that stands in a range.
  ///
  /// - Returns: the line in which the same code was taken before; nil where it is new.
  mutating func add(_ bytes: Bytes, _ start: Int, _ end: Int, line: Int) -> Int? {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(Bytes(rebasing: bytes[start..<end])))
    let entry = Entry(start: start, end: end, line: line, hash: hasher.finalize())
    var slot = entry.hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let other = entries[slots[slot]]
      if isEqual(entry, other, bytes) { return other.line }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = entries.count
    entries.append(entry)
    if entries.count * 2 > slots.count { grow() }
    return nil
  }

  /// All codes, in the order in which they were taken.
  func texts(in bytes: Bytes) -> [String] {
    entries.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
  }

  private func isEqual(_ left: Entry, _ right: Entry, _ bytes: Bytes) -> Bool {
    guard left.hash == right.hash, left.end - left.start == right.end - right.start,
      let base = bytes.baseAddress
    else { return false }
    return memcmp(base + left.start, base + right.start, left.end - left.start) == 0
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 4)
    for (position, entry) in entries.enumerated() {
      var slot = entry.hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = position
    }
  }
}
