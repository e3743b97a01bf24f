import Seals

/// Follows the chain entry by entry, with a digest of its own making, and says which entries are not what
/// they were.
struct ChainAudit {
  /// An entry whose digest does not follow from it.
  private struct Failing {
    var entry: EvidenceRecord.Entry
    var previous: [UInt8]
    var recomputed: [UInt8]
  }

  /// What was found, with places by sequence and kind alone.
  enum Fault {
    case altered, digest, uncheckable
    case moved(from: Int64)
    case inserted
  }

  private let database: String
  /// So many failing entries are looked at one by one; more of them are told as stretches.
  private static let few = 12

  private(set) var last: Int64 = 0
  private(set) var head: [UInt8] = []
  private(set) var missing: [ClosedRange<Int64>] = []
  private var failing: [Failing] = []
  private var inserted: [EvidenceRecord.Entry] = []
  /// Of the entries that anchors name; nil until they are met.
  private(set) var wanted: [Int64: [UInt8]?]
  private var buffer: [UInt8] = []

  init(database: String, anchored: some Sequence<Int64>) {
    self.database = database
    wanted = Dictionary(anchored.map { ($0, nil) }, uniquingKeysWith: { $1 })
  }

  mutating func take(_ entry: EvidenceRecord.Entry) {
    guard entry.sequence > last else { return inserted.append(entry) }
    let follows = entry.sequence == last + 1
    if !follows { missing.append(last + 1...entry.sequence - 1) }
    let previous = head
    // After a gap the digest before is not known.
    if follows {
      let recomputed = digest(entry, sequence: entry.sequence, after: previous)
      if recomputed != entry.digest {
        failing.append(Failing(entry: entry, previous: previous, recomputed: recomputed))
      }
    }
    if wanted[entry.sequence] != nil { wanted[entry.sequence] = .some(entry.digest) }
    last = entry.sequence
    head = entry.digest
  }

  /// SHA-256 over the layout that docs/security.md describes: its name, then each field after its length in
  /// four bytes; numbers in eight bytes; the greatest byte first.
  private mutating func digest(
    _ entry: EvidenceRecord.Entry, sequence: Int64, after previous: [UInt8]
  ) -> [UInt8] {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: "mingfa-evidence-1".utf8)
    field(text: database)
    field(number: sequence)
    field(bytes: previous)
    field(text: entry.kind)
    for number in [entry.exam, entry.candidate, entry.account, entry.utc, entry.monotonic] {
      field(number: number)
    }
    field(text: entry.boot)
    field(bytes: entry.payload)
    return Digest(of: buffer).bytes
  }

  private mutating func length(_ count: Int) {
    let count = UInt32(truncatingIfNeeded: count)
    for shift in [24, 16, 8, 0] as [UInt32] {
      buffer.append(UInt8(truncatingIfNeeded: count >> shift))
    }
  }

  private mutating func field(bytes: [UInt8]) {
    length(bytes.count)
    buffer.append(contentsOf: bytes)
  }

  private mutating func field(text: String) {
    length(text.utf8.count)
    buffer.append(contentsOf: text.utf8)
  }

  private mutating func field(number: Int64) {
    length(8)
    for shift in stride(from: 56, through: 0, by: -8) {
      buffer.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
    }
  }

  // MARK: What became of those that fail

  /// Tells each failing entry apart where there are few.
  mutating func faults() -> [(entry: EvidenceRecord.Entry, fault: Fault)] {
    let put = inserted.map { (entry: $0, fault: Fault.inserted) }
    guard failing.count <= Self.few else { return put }
    let digests = Set(failing.flatMap { [$0.previous, $0.entry.digest, $0.recomputed] })
    let places = failing.map(\.entry.sequence)
    var faults = put
    for (place, item) in failing.enumerated() {
      func matches(_ sequence: Int64) -> Bool {
        digests.contains { digest(item.entry, sequence: sequence, after: $0) == item.entry.digest }
      }
      // Right beside another: only the digest before it is not what it was.
      if matches(item.entry.sequence) { continue }
      if let origin = places.first(where: { $0 != item.entry.sequence && matches($0) }) {
        faults.append((item.entry, .moved(from: origin)))
        continue
      }
      let next = place + 1 < failing.count ? failing[place + 1] : nil
      if let next, next.entry.sequence == item.entry.sequence + 1,
        digest(next.entry, sequence: next.entry.sequence, after: item.recomputed)
          == next.entry.digest
      {
        faults.append((item.entry, .digest))
        continue
      }
      let before = place > 0 ? failing[place - 1] : nil
      let isBeside = before?.entry.sequence == item.entry.sequence - 1
      let beforeFailed = faults.last?.entry.sequence == item.entry.sequence - 1
      faults.append((item.entry, isBeside && beforeFailed ? .uncheckable : .altered))
    }
    return faults
  }

  /// The stretches in which many entries fail.
  mutating func stretches() -> [(range: ClosedRange<Int64>, shift: Int64?)] {
    guard failing.count > Self.few else { return [] }
    var stretches: [(range: ClosedRange<Int64>, shift: Int64?)] = []
    var start = 0
    for place in failing.indices {
      let isLast = place + 1 == failing.count
      let goesOn =
        !isLast && failing[place + 1].entry.sequence == failing[place].entry.sequence + 1
      guard !goesOn else { continue }
      stretches.append(
        (
          failing[start].entry.sequence...failing[place].entry.sequence,
          shift(of: failing[min(start + 1, place)])
        ))
      start = place + 1
    }
    return stretches
  }

  /// How many places an entry stands before where it stood; nil where that does not explain it.
  private mutating func shift(of item: Failing) -> Int64? {
    for shift in [1, -1, 2, -2, 3, -3, 4, -4, 5, -5] as [Int64]
    where digest(item.entry, sequence: item.entry.sequence &+ shift, after: item.previous)
      == item.entry.digest
    {
      return shift
    }
    return nil
  }
}
