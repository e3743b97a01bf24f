import Glibc

/// A block of memory that is freed with its last user.
///
/// Filled once by the one who makes it and only read afterwards, hence safe to share.
final class ByteStore: @unchecked Sendable {
  let base: UnsafeMutablePointer<UInt8>
  private(set) var count: Int

  /// Memory for `capacity` bytes of which `fill` says how many it wrote.
  init<Failure: Error>(
    capacity: Int, fill: (UnsafeMutableBufferPointer<UInt8>) throws(Failure) -> Int
  ) throws(Failure) {
    base = Self.memory(capacity)
    count = 0
    do {
      count = try fill(UnsafeMutableBufferPointer(start: base, count: capacity))
    } catch {
      // `deinit` frees the memory: all members are set.
      throw error
    }
  }

  /// A large block is asked for in large pages: filling 60 MB in pages of 4 KB takes as long as half of
  /// reading the file.
  private static func memory(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    guard capacity >= 4 * largePage else { return .allocate(capacity: max(capacity, 1)) }
    let block = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: largePage)
    // Only a wish: where it is not granted, small pages do.
    _ = madvise(block, capacity, MADV_HUGEPAGE)
    return block.bindMemory(to: UInt8.self, capacity: capacity)
  }

  private static let largePage = 2 << 20

  deinit { base.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// Reads a file from its present position.
  ///
  /// `read` and not `mmap`: a file that an editor shortens meanwhile would end the program.
  ///
  /// - Parameter limit: refuse a longer file, or, with `cut`, stop there.
  static func reading(
    path: String, limit: Int, cut: Bool
  ) throws(TextFault) -> (store: ByteStore, whole: Bool) {
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw TextFault(errno: errno) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw TextFault(errno: errno) }
    let kind = facts.st_mode & S_IFMT
    if kind == S_IFDIR { throw .directory }
    var expected = kind == S_IFREG ? Int(facts.st_size) : 1 << 16
    if expected > limit {
      guard cut else { throw .tooLarge(limit: limit) }
      expected = limit
    }
    // One byte more shows the end of the file without another round.
    var store = try chunk(descriptor, after: nil, capacity: expected + 1)
    while store.count == store.capacityAsked {
      if store.store.count > limit {
        guard cut else { throw .tooLarge(limit: limit) }
        store.store.count = limit
        return (store.store, false)
      }
      store = try chunk(descriptor, after: store.store, capacity: store.capacityAsked * 2)
    }
    return (store.store, true)
  }

  /// What `earlier` holds and what comes next, until `capacity` is full or the file ends.
  private static func chunk(
    _ descriptor: Int32, after earlier: ByteStore?, capacity: Int
  ) throws(TextFault) -> (store: ByteStore, count: Int, capacityAsked: Int) {
    let store = try ByteStore(capacity: capacity) { (space) throws(TextFault) -> Int in
      var filled = 0
      if let earlier {
        filled = earlier.count
        space.baseAddress?.update(from: earlier.base, count: filled)
      }
      while filled < space.count, let start = space.baseAddress {
        let got = read(descriptor, start + filled, space.count - filled)
        if got < 0 {
          if errno == EINTR { continue }
          throw TextFault(errno: errno)
        }
        if got == 0 { break }
        filled += got
      }
      return filled
    }
    return (store, store.count, capacity)
  }
}

extension TextFault {
  fileprivate init(errno code: Int32) {
    self =
      switch code {
      case ENOENT, ENOTDIR: .missing
      case EISDIR: .directory
      case EACCES, EPERM: .notReadable
      default: .failed(code: code)
      }
  }
}
