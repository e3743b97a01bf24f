/// Where pieces of a fixed number of characters stand, in texts that are entered one after the other.
///
/// Pieces share a bucket where their hashes meet; what is looked up is compared anyhow. The hash is
/// our own: the one of the standard library is seeded anew in every run. A place is kept only for
/// pieces that somebody asks for, which are few.
struct GramTable {
  let length: Int
  private let shift: UInt64
  /// How many pieces fall into each bucket.
  private var counts: [UInt32]
  /// A bit for each bucket that is asked for.
  private var wanted: [UInt64]
  /// How many wanted buckets stand before each word of `wanted`.
  private var ranks: [UInt32] = []
  /// For each wanted bucket, where its room in `entries` begins and how far it is filled.
  private var rooms: [(start: UInt32, end: UInt32)] = []
  private var entries: [UInt32] = []

  /// - Parameters:
  ///   - length: characters to a piece.
  ///   - total: how many pieces there will be, about.
  init(length: Int, total: Int) {
    self.length = length
    let bits = min(max(UInt64.bitWidth - total.leadingZeroBitCount, 10), 24)
    shift = UInt64(64 - bits)
    counts = .init(repeating: 0, count: 1 << bits)
    wanted = .init(repeating: 0, count: 1 << (bits - 6))
  }

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let mixer: UInt64 = 0xD6E8_FEB8_6659_FD93

  /// The bucket of each piece of a text, from its first character to the last that begins one.
  func buckets(of text: UnsafeBufferPointer<UInt32>, into row: inout [UInt32]) {
    row.removeAll(keepingCapacity: true)
    guard text.count >= length else { return }
    var oldest: UInt64 = 1
    for _ in 0..<length { oldest &*= Self.base }
    var hash: UInt64 = 0
    for place in text.indices {
      hash = hash &* Self.base &+ UInt64(text[place])
      if place >= length { hash &-= oldest &* UInt64(text[place - length]) }
      if place >= length - 1 {
        let mixed = (hash ^ hash >> 29) &* Self.mixer
        row.append(UInt32(truncatingIfNeeded: mixed >> shift))
      }
    }
  }

  /// First: counts the pieces of every text.
  mutating func count(_ row: [UInt32]) {
    for bucket in row { counts[Int(bucket)] &+= 1 }
  }

  /// Second: how many pieces share a bucket, and that it will be looked up.
  func count(in bucket: UInt32) -> UInt32 { counts[Int(bucket)] }

  mutating func want(_ bucket: UInt32) {
    wanted[Int(bucket >> 6)] |= 1 << UInt64(bucket & 63)
  }

  /// Third, when all is wanted that will be: makes room for the entries.
  mutating func makeRoom() {
    var total: UInt32 = 0
    ranks.reserveCapacity(wanted.count)
    for (index, word) in wanted.enumerated() {
      ranks.append(UInt32(rooms.count))
      var word = word
      while word != 0 {
        rooms.append((total, total))
        total += counts[index << 6 | word.trailingZeroBitCount]
        word &= word - 1
      }
    }
    entries = .init(repeating: 0, count: Int(total))
    counts = []
  }

  /// Fourth: enters a text under those of its pieces that are wanted.
  mutating func enter(_ row: [UInt32], as text: UInt32) {
    for bucket in row where wanted[Int(bucket >> 6)] >> UInt64(bucket & 63) & 1 == 1 {
      let room = rank(bucket)
      let (start, end) = rooms[room]
      if end > start, entries[Int(end) - 1] == text { continue }
      entries[Int(end)] = text
      rooms[room].end += 1
    }
  }

  /// The texts entered so far under a wanted bucket, in the order in which they were.
  func entered(under bucket: UInt32) -> ArraySlice<UInt32> {
    let room = rooms[rank(bucket)]
    return entries[Int(room.start)..<Int(room.end)]
  }

  private func rank(_ bucket: UInt32) -> Int {
    let before = wanted[Int(bucket >> 6)] & ((1 << UInt64(bucket & 63)) - 1)
    return Int(ranks[Int(bucket >> 6)]) + before.nonzeroBitCount
  }
}
