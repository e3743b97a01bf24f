/// Finds a value by its name among bytes: without a String, whatever the case and width of ASCII.
struct NameTable<Value: Sendable>: Sendable {
  /// By length of the name in bytes.
  private var entries: [[(name: [UInt8], value: Value)]] = []

  init(_ names: [(String, Value)]) {
    for (name, value) in names {
      let bytes = Array(name.lowercased().utf8)
      while entries.count <= bytes.count { entries.append([]) }
      entries[bytes.count].append((bytes, value))
    }
  }

  /// The length of the longest name.
  var longest: Int { entries.count - 1 }

  func value(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Value? {
    let length = end - start
    guard length > 0 else { return nil }
    if length < entries.count {
      for entry in entries[length] where Self.equal(entry.name, bytes, start) {
        return entry.value
      }
    }
    // Full-width letters are longer than their names here; they are rare.
    guard length <= 3 * entries.count else { return nil }
    var at = start
    var narrowed: [UInt8] = []
    while at < end {
      let sign = Sign.narrow(bytes, at, end)
      narrowed.append(sign.length > 0 ? sign.sign : bytes[at])
      at += max(sign.length, 1)
    }
    guard narrowed.count < length, narrowed.count < entries.count else { return nil }
    return narrowed.withUnsafeBufferPointer { narrow in
      entries[narrow.count].first { Self.equal($0.name, narrow, 0) }?.value
    }
  }

  private static func equal(
    _ name: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    for index in name.indices {
      var byte = bytes[start + index]
      if byte >= 0x41 && byte <= 0x5A { byte |= 0x20 }
      if byte != name[index] { return false }
    }
    return true
  }
}
