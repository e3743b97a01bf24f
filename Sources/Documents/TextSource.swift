import Glibc

/// The text of a file as UTF-8 bytes, whatever encoding the file has. An ordinary UTF-8 file is
/// held once and not copied.
package final class TextSource: Sendable {
  /// A text file may have this many bytes: 256 MiB, five times the largest bank that is promised.
  package static let sizeLimit = 256 << 20

  /// The name that problems give: the path as it was asked for.
  package let name: String
  /// The encoding of the file.
  package let encoding: TextEncoding
  /// Whether the file begins with a byte order mark. It is no part of the text.
  package let hasByteOrderMark: Bool
  private let store: ByteStore
  private let range: Range<Int>

  private init(
    name: String, encoding: TextEncoding, mark: Bool, store: ByteStore, range: Range<Int>
  ) {
    self.name = name
    self.encoding = encoding
    hasByteOrderMark = mark
    self.store = store
    self.range = range
  }

  /// Opens a text file.
  package convenience init(path: String, limit: Int = sizeLimit) throws(TextFault) {
    let (store, _) = try ByteStore.reading(path: path, limit: limit, cut: false)
    try self.init(name: path, store: store)
  }

  /// Opens the first whole lines of a text file, reading at most `limit` bytes.
  package convenience init(headOf path: String, limit: Int) throws(TextFault) {
    let (store, whole) = try ByteStore.reading(path: path, limit: limit, cut: true)
    try self.init(name: path, store: whole ? store : Self.wholeLines(of: store))
  }

  /// Text that stands in memory already.
  package convenience init(bytes: some Collection<UInt8>, name: String) throws(TextFault) {
    let store = ByteStore(capacity: bytes.count) { space in
      _ = space.initialize(fromContentsOf: bytes)
      return bytes.count
    }
    try self.init(name: name, store: store)
  }

  private convenience init(name: String, store: ByteStore) throws(TextFault) {
    let bytes = store.bytes
    let mark = TextEncoding.marked(bytes)
    let start = mark?.length ?? 0
    let encoding: TextEncoding
    if let mark {
      encoding = mark.encoding
    } else {
      try Self.refuseBinary(bytes)
      encoding = try Self.unmarkedEncoding(bytes)
    }
    if encoding == .utf8 {
      if mark != nil {
        try Self.refuseBinary(bytes)
        if let offset = UTF8Check.firstFlaw(in: bytes) {
          throw .broken(.utf8, line: Self.line(of: offset, in: bytes), offset: offset)
        }
      }
      self.init(
        name: name, encoding: .utf8, mark: mark != nil, store: store, range: start..<store.count)
      return
    }
    let text: ByteStore
    do {
      text = try Transcoding.utf8(
        UnsafeBufferPointer(rebasing: bytes[start...]), from: encoding)
    } catch {
      switch error {
      case .unavailable: throw .unknownEncoding(line: 1, offset: 0)
      case .invalid(let offset):
        // A newline is the byte 0x0A in each of these encodings; in UTF-16 the byte can be part of
        // another sign, rarely enough for a hint.
        let line = Self.line(of: start + offset, in: bytes)
        throw mark == nil
          ? .unknownEncoding(line: line, offset: offset)
          : .broken(encoding, line: line, offset: start + offset)
      }
    }
    try Self.refuseBinary(text.bytes)
    self.init(name: name, encoding: encoding, mark: mark != nil, store: text, range: 0..<text.count)
  }

  /// The UTF-8 bytes, without a byte order mark, valid during the call.
  package func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(rebasing: store.bytes[range]))
  }

  /// Without a mark text is UTF-8 where it can be; else GB18030, unless so much of it is UTF-8
  /// that a damaged file is likelier: text of that encoding does not look like UTF-8 for long.
  private static func unmarkedEncoding(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(TextFault) -> TextEncoding {
    guard let offset = UTF8Check.firstFlaw(in: bytes) else { return .utf8 }
    var signs = 0
    for byte in bytes[..<offset] where byte >= 0xC0 {
      signs += 1
      if signs == 8 { throw .broken(.utf8, line: line(of: offset, in: bytes), offset: offset) }
    }
    return .gb18030
  }

  private static func refuseBinary(_ bytes: UnsafeBufferPointer<UInt8>) throws(TextFault) {
    let head = bytes.prefix(4)
    if head.elementsEqual([0x50, 0x4B, 0x03, 0x04]) || head.elementsEqual([0xD0, 0xCF, 0x11, 0xE0])
    {
      throw .binary(.office, line: 1, offset: 0)
    }
    if head.elementsEqual([0x25, 0x50, 0x44, 0x46]) { throw .binary(.pdf, line: 1, offset: 0) }
    guard let base = bytes.baseAddress, let found = memchr(base, 0, bytes.count) else { return }
    let offset = found - UnsafeMutableRawPointer(mutating: base)
    throw .binary(.other, line: line(of: offset, in: bytes), offset: offset)
  }

  private static func line(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes[..<offset].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
  }

  /// The store up to its last line end, so that no sign is cut in two.
  private static func wholeLines(of store: ByteStore) -> ByteStore {
    let bytes = store.bytes
    var end = bytes.count
    let wide = TextEncoding.marked(bytes)?.encoding
    switch wide {
    case .utf16LittleEndian, .utf16BigEndian:
      let low = wide == .utf16LittleEndian ? 0 : 1
      end -= end % 2
      while end >= 2, bytes[end - 2 + low] != 0x0A || bytes[end - 1 - low] != 0 { end -= 2 }
    default:
      while end > 0, bytes[end - 1] != 0x0A { end -= 1 }
    }
    return ByteStore(capacity: end) { space in
      _ = space.initialize(fromContentsOf: bytes[..<end])
      return end
    }
  }
}
