import Glibc

/// Counts the commits in a database's write-ahead log by reading the log itself: the last frame of a
/// commit names the size of the database, the others say 0.
final class CommitLog {
  private let path: String
  private var descriptor: Int32 = -1
  /// The two salts of the log's present round; a log that begins anew takes other ones.
  private var salts: UInt64 = 0
  private var next = 0
  private static let headerSize = 32
  private static let frameHeaderSize = 24

  init(path: String) { self.path = path }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// How many commits came since the last call.
  @discardableResult
  func catchUp() throws -> Int {
    if descriptor < 0 { descriptor = open(path, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw Obstacle.system(path, errno) }
    guard let header = bytes(Self.headerSize, at: 0) else { return 0 }
    let pageSize = Int(Self.word(header, 8))
    let present = Self.salts(header, 16)
    if present != salts {
      salts = present
      next = 0
    }
    var commits = 0
    while true {
      let place = Self.headerSize + next * (Self.frameHeaderSize + pageSize)
      guard let frame = bytes(Self.frameHeaderSize, at: place), Self.salts(frame, 8) == salts
      else { return commits }
      next += 1
      if Self.word(frame, 4) != 0 { commits += 1 }
    }
  }

  private func bytes(_ count: Int, at place: Int) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: count)
    return pread(descriptor, &buffer, count, place) == count ? buffer : nil
  }

  private static func word(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func salts(_ bytes: [UInt8], _ place: Int) -> UInt64 {
    UInt64(word(bytes, place)) << 32 | UInt64(word(bytes, place + 4))
  }
}
