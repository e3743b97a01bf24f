import CMinizip

/// A zip file that stands in memory, read a member at a time. Nothing of it is written to any disk, so
/// the names of its members can do no harm.
final class ZipArchive {
  /// Why a member cannot be had.
  enum Flaw: Error, Hashable {
    /// Cut off, altered, or packed in a way that is not read here.
    case damaged
    /// A password is needed.
    case encrypted
    /// It unpacks to too much, or to more than an honest file packs into so few bytes.
    case tooLarge
  }

  /// How much a member may unpack to.
  static let unpackedLimit = 64 << 20
  /// A member of more than `ratioFloor` bytes may unpack to this many times its packed size. Documents
  /// come to 50 at most; deflate, on zeros, to 1,030.
  static let ratioLimit: UInt64 = 250
  static let ratioFloor: UInt64 = 4 << 20

  private let window: ZipWindow
  private let handle: unzFile

  init(_ store: ByteStore) throws(Flaw) {
    window = ZipWindow(store)
    var calls = window.calls
    guard let handle = unzOpen2_64("", &calls) else { throw .damaged }
    self.handle = handle
  }

  deinit { unzClose(handle) }

  /// A member as the directory at the end of the archive has it.
  struct Member {
    let name: String
    let isEncrypted: Bool
    let packed: UInt64
    /// What it promises to unpack to.
    let unpacked: UInt64
    fileprivate let place: unz64_file_pos
  }

  /// All members.
  func members() throws(Flaw) -> [Member] {
    var members: [Member] = []
    var status = unzGoToFirstFile(handle)
    while status == UNZ_OK {
      members.append(try member())
      status = unzGoToNextFile(handle)
    }
    guard status == UNZ_END_OF_LIST_OF_FILE else { throw .damaged }
    return members
  }

  private func member() throws(Flaw) -> Member {
    var facts = unz_file_info64()
    var place = unz64_file_pos()
    // A longer name is cut, and no name that is asked for here is as long.
    var name = [CChar](repeating: 0, count: 257)
    guard
      unzGetCurrentFileInfo64(
        handle, &facts, &name, numericCast(name.count - 1), nil, 0, nil, 0) == UNZ_OK,
      unzGetFilePos64(handle, &place) == UNZ_OK
    else { throw .damaged }
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return Member(
      name: String(decoding: bytes, as: UTF8.self), isEncrypted: facts.flag & 1 != 0,
      packed: numericCast(facts.compressed_size), unpacked: numericCast(facts.uncompressed_size),
      place: place)
  }

  /// The bytes of a member, held against its checksum.
  func contents(of member: Member) throws(Flaw) -> ByteStore {
    guard !member.isEncrypted else { throw .encrypted }
    guard member.unpacked <= Self.unpackedLimit,
      member.unpacked <= Self.ratioFloor || member.unpacked / Self.ratioLimit <= member.packed
    else { throw .tooLarge }
    var place = member.place
    guard unzGoToFilePos64(handle, &place) == UNZ_OK, unzOpenCurrentFile(handle) == UNZ_OK else {
      throw .damaged
    }
    let size = Int(member.unpacked)
    var isWhole = false
    let store = ByteStore(capacity: size) { space in
      var filled = 0
      while filled < size, let start = space.baseAddress {
        // minizip unpacks no further than the promised size.
        let got = unzReadCurrentFile(handle, start + filled, UInt32(min(size - filled, 1 << 16)))
        guard got > 0 else { break }
        filled += Int(got)
      }
      isWhole = filled == size
      return filled
    }
    // What the member unpacks to beyond its promise shows in its checksum.
    guard unzCloseCurrentFile(handle) == UNZ_OK, isWhole else { throw .damaged }
    return store
  }
}

/// A file in memory, as minizip reads it.
private final class ZipWindow {
  let store: ByteStore
  /// Within the store.
  var position = 0
  /// Whether more was asked for than there is. minizip takes what lies behind the end for zeros, unless
  /// it is told of a failure.
  private var isOverrun = false

  init(_ store: ByteStore) { self.store = store }

  /// The functions by which minizip reads, seeks and tells. They are valid as long as the window.
  var calls: zlib_filefunc64_def {
    var calls = zlib_filefunc64_def()
    calls.opaque = Unmanaged.passUnretained(self).toOpaque()
    calls.zopen64_file = { window, _, _ in window }
    calls.zread_file = { window, _, space, count in
      UInt(ZipWindow.of(window)?.read(into: space, count: Int(clamping: count)) ?? 0)
    }
    calls.ztell64_file = { window, _ in numericCast(ZipWindow.of(window)?.position ?? 0) }
    calls.zseek64_file = { window, _, offset, origin in
      ZipWindow.of(window)?.seek(offset: Int(truncatingIfNeeded: offset), origin: origin) == true
        ? 0 : -1
    }
    calls.zclose_file = { _, _ in 0 }
    calls.zerror_file = { window, _ in ZipWindow.of(window)?.isOverrun == false ? 0 : 1 }
    return calls
  }

  private static func of(_ window: UnsafeMutableRawPointer?) -> ZipWindow? {
    window.map { Unmanaged<ZipWindow>.fromOpaque($0).takeUnretainedValue() }
  }

  private func read(into space: UnsafeMutableRawPointer?, count asked: Int) -> Int {
    let count = min(asked, store.count - position)
    if count < asked { isOverrun = true }
    guard let space, count > 0 else { return 0 }
    space.copyMemory(from: store.base + position, byteCount: count)
    position += count
    return count
  }

  /// False, without a step, where the place is not within the file.
  private func seek(offset: Int, origin: Int32) -> Bool {
    let base: Int
    switch origin {
    case ZLIB_FILEFUNC_SEEK_SET: base = 0
    case ZLIB_FILEFUNC_SEEK_CUR: base = position
    case ZLIB_FILEFUNC_SEEK_END: base = store.count
    default: return false
    }
    let (target, overflows) = base.addingReportingOverflow(offset)
    guard !overflows, target >= 0, target <= store.count else { return false }
    position = target
    return true
  }
}
