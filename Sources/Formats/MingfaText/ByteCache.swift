import Glibc

/// Remembers what repeated texts of a file mean, found by their bytes.
struct ByteCache<Value> {
  private var entries: [UInt64: (key: [UInt8], value: Value)] = [:]
  /// So many entries are kept; a file that repeats nothing must not fill the memory.
  private let limit = 8192

  /// The value of a range of bytes; made where it is not known.
  mutating func value(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, make: () -> Value
  ) -> Value {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for at in start..<end { hash = (hash ^ UInt64(bytes[at])) &* 0x0000_0100_0000_01B3 }
    if let entry = entries[hash], entry.key.count == end - start,
      entry.key.withUnsafeBytes({ key in
        guard let known = key.baseAddress, let asked = bytes.baseAddress else { return false }
        return memcmp(known, asked + start, key.count) == 0
      })
    {
      return entry.value
    }
    let value = make()
    if entries.count >= limit { entries.removeAll(keepingCapacity: true) }
    entries[hash] = (Array(bytes[start..<end]), value)
    return value
  }
}
