/// Finds, among texts of a range of lengths, those that can be within a few edits of each other.
///
/// An edit touches one character, so of `edits + 1` pieces of a text that do not overlap, one stands
/// unchanged in every text within `edits` of it. Each text is looked up by such pieces, the rarest
/// that it has, and so nothing within reach is missed. A text that resembles no other mostly has
/// enough pieces that stand nowhere else, and costs no look-up at all. (Pieces of one text against all
/// of the other: Qin et al., "Efficient exact edit similarity query processing with the asymmetric
/// signature scheme", SIGMOD 2011.)
///
/// A run of up to `length + 1` characters in another's place touches two pieces at most, and such texts
/// are found as well where there are three pieces or more.
///
/// One thing is given up: a text may look at so many others, those with its rarest pieces first. A
/// frame that 10,000 stems share would else be compared with itself 50 million times, and two stems
/// that have only such a frame in common are no finding.
struct RareGrams {
  /// Characters to a piece.
  let length: Int
  /// The most edits between two texts that are looked for, wherever they are.
  let edits: Int
  /// The most edits if all of them touch one run of characters no longer than this.
  let run: Int
  /// Longer texts look, but are not found.
  let longestFound: Int

  /// What a text may spend: a look at another costs one, a comparison as much as 32 looks.
  static let effort = 2048
  private static let comparison = 32

  /// Finds the pairs that may be near.
  ///
  /// - Parameters:
  ///   - order: the stems to look at, from short to long, each of at least `length * (edits + 1)`
  ///     characters.
  ///   - check: takes two of them, the one later in the order first, and says whether that one needs
  ///     partners still. A pair comes once.
  func candidates(
    among order: [Int], of stems: ComparedStems, _ check: (Int, Int) -> Bool
  ) {
    guard order.count > 1 else { return }
    let lengths = order.map { Int32(stems.length($0)) }
    var table = GramTable(length: length, total: lengths.reduce(0) { $0 + Int($1) })
    stems.scalars.withUnsafeBufferPointer { scalars in
      func text(_ index: Int) -> UnsafeBufferPointer<UInt32> {
        .init(rebasing: scalars[stems.starts[index]..<stems.starts[index + 1]])
      }
      var row: [UInt32] = []
      for index in order {
        table.buckets(of: text(index), into: &row)
        table.count(row)
      }
      var chosen: [UInt32] = []
      var ends: [Int] = []
      var choice = PieceChoice(length: length, pieces: edits + 1)
      for index in order {
        table.buckets(of: text(index), into: &row)
        choice.choose(from: row, in: &table, into: &chosen)
        ends.append(chosen.count)
      }
      table.makeRoom()
      let signatures = order.map { Signature(text($0)) }
      var seen = [UInt32](repeating: .max, count: order.count)
      for later in order.indices {
        let shortest = lengths[later] - Int32(edits)
        var effort = Self.effort
        probes: for bucket in chosen[(later == 0 ? 0 : ends[later - 1])..<ends[later]] {
          for entry in table.entered(under: bucket).reversed() {
            let earlier = Int(entry)
            // From here on they only get shorter.
            guard lengths[earlier] >= shortest else { break }
            effort -= 1
            guard effort >= 0 else { break probes }
            let most = 2 * max(edits, run) - Int(lengths[later] - lengths[earlier])
            guard signatures[later].isNear(signatures[earlier], most),
              seen[earlier] != UInt32(later)
            else { continue }
            seen[earlier] = UInt32(later)
            effort -= Self.comparison
            guard check(order[later], order[earlier]) else { break probes }
          }
        }
        guard lengths[later] <= longestFound else { continue }
        table.buckets(of: text(order[later]), into: &row)
        table.enter(row, as: UInt32(later))
      }
    }
  }
}

/// For each of two times 64 classes of characters, whether a text has an odd number of them. What is
/// replaced changes up to two bits of either half, what is put in or taken out only one.
private struct Signature {
  private var coarse: UInt64 = 0
  private var other: UInt64 = 0

  init(_ text: UnsafeBufferPointer<UInt32>) {
    for scalar in text {
      let hash = UInt64(scalar) &* 0x9E37_79B9_7F4A_7C15
      coarse ^= 1 << (hash >> 58)
      other ^= 1 << (hash >> 52 & 63)
    }
  }

  /// Whether no more bits differ than so many.
  func isNear(_ signature: Signature, _ most: Int) -> Bool {
    (coarse ^ signature.coarse).nonzeroBitCount <= most
      && (other ^ signature.other).nonzeroBitCount <= most
  }
}

/// Chooses the pieces by which a text is looked up.
private struct PieceChoice {
  let length: Int
  let pieces: Int
  /// For so many pieces in so many characters, the fewest texts that they lead to.
  private var fewest: [UInt64] = []

  init(length: Int, pieces: Int) {
    self.length = length
    self.pieces = pieces
  }

  /// Appends the buckets of those pieces, without overlap, that lead to the fewest texts in all, the
  /// rarest first. Pieces that stand nowhere else lead to none and are left out.
  mutating func choose(from row: [UInt32], in table: inout GramTable, into chosen: inout [UInt32]) {
    // Most texts have enough pieces of their own, seen in one go.
    var found = 0
    var place = 0
    while place < row.count {
      if table.count(in: row[place]) == 1 {
        found += 1
        if found == pieces { return }
        place += length
      } else {
        place += 1
      }
    }
    let width = row.count + length
    fewest.removeAll(keepingCapacity: true)
    fewest.append(contentsOf: repeatElement(0, count: width))
    fewest.append(contentsOf: repeatElement(.max / 2, count: width * pieces))
    for piece in 1...pieces {
      let (line, above) = (piece * width, (piece - 1) * width)
      for end in length..<width {
        let others = UInt64(table.count(in: row[end - length])) - 1
        fewest[line + end] = min(fewest[line + end - 1], fewest[above + end - length] + others)
      }
    }
    let start = chosen.count
    var end = width - 1
    for piece in stride(from: pieces, to: 0, by: -1) {
      let line = piece * width
      while end > length, fewest[line + end] == fewest[line + end - 1] { end -= 1 }
      end -= length
      if table.count(in: row[end]) > 1 {
        table.want(row[end])
        chosen.append(row[end])
      }
    }
    chosen[start...].sort { (table.count(in: $0), $0) < (table.count(in: $1), $1) }
  }
}
