/// Stems as they are compared: one row of code points for all of them, without what makes no
/// difference to a reader. Letters are small and of one width; punctuation, spaces and lines to write
/// on are gone, but for one space between Latin words and the point within a number.
struct ComparedStems {
  private(set) var scalars: [UInt32] = []
  /// Where each stem begins in `scalars`, and after the last one where it ends.
  private(set) var starts = [0]

  init(_ stems: [String]) {
    starts.reserveCapacity(stems.count + 1)
    // Three bytes to a Chinese character.
    scalars.reserveCapacity(stems.reduce(0) { $0 + $1.utf8.count / 3 })
    for stem in stems {
      var stem = stem
      stem.withUTF8 { append($0) }
      starts.append(scalars.count)
    }
  }

  var count: Int { starts.count - 1 }

  /// How many characters of a stem count.
  func length(_ index: Int) -> Int { starts[index + 1] - starts[index] }

  subscript(index: Int) -> ArraySlice<UInt32> { scalars[starts[index]..<starts[index + 1]] }

  /// Decodes by hand: strings are valid UTF-8, and the scalar view takes three times as long.
  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = scalars.count
    var gap = Gap.none
    var place = 0
    func next(_ offset: Int) -> UInt32 {
      place + offset < bytes.count ? UInt32(bytes[place + offset] & 0x3F) : 0
    }
    while place < bytes.count {
      let byte = UInt32(bytes[place])
      let scalar: UInt32
      switch byte {
      case ..<0x80: (scalar, place) = (byte, place + 1)
      case ..<0xE0: (scalar, place) = ((byte & 0x1F) << 6 | next(1), place + 2)
      case ..<0xF0: (scalar, place) = ((byte & 0x0F) << 12 | next(1) << 6 | next(2), place + 3)
      default:
        scalar = (byte & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
        place += 4
      }
      if scalar &- 0x4E00 < 0x5200 {
        scalars.append(scalar)
        gap = .none
      } else {
        append(scalar, after: &gap, start: start)
      }
    }
  }

  /// What was left out since the last character that counts.
  private enum Gap: Equatable {
    case none
    case mark(UInt32)
    case several
  }

  private mutating func append(_ scalar: UInt32, after gap: inout Gap, start: Int) {
    let folded = Self.folded(scalar)
    guard Self.counts(folded) else {
      gap = gap == .none ? .mark(folded) : .several
      return
    }
    if gap != .none, scalars.count > start, let last = scalars.last, Self.isLatin(last),
      Self.isLatin(folded)
    {
      let inNumber = Self.isDigit(last) && Self.isDigit(folded)
      switch gap {
      case .mark(0x2E) where inNumber: scalars.append(0x2E)
      // 1,000 is 1000, and don't is one word.
      case .mark(0x2C) where inNumber: break
      case .mark(0x27), .mark(0x2019): break
      default: scalars.append(0x20)
      }
    }
    gap = .none
    scalars.append(folded)
  }

  /// Small letters, and the narrow form of wide ones.
  private static func folded(_ scalar: UInt32) -> UInt32 {
    let narrow = scalar &- 0xFF01 < 0x5E ? scalar - 0xFEE0 : scalar
    return narrow &- 0x41 < 26 ? narrow + 0x20 : narrow
  }

  private static func counts(_ scalar: UInt32) -> Bool {
    switch scalar {
    // Digits, small letters; % and the signs that compare.
    case 0x30...0x39, 0x61...0x7A, 0x25, 0x3C...0x3E: true
    case ..<0x80: false
    // ° and the fractions.
    case 0xB0, 0xBC...0xBE: true
    case 0x80...0xBF: false
    case 0x2030: true
    // General punctuation, lines and boxes to write on.
    case 0x2000...0x206F, 0x2500...0x25FF: false
    // 々 and 〇 are characters among the marks.
    case 0x3005...0x3007: true
    case 0x3000...0x303F, 0x30FB, 0xFE00...0xFE4F, 0xFEFF, 0xFF5F...0xFF65: false
    default: true
    }
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }

  private static func isLatin(_ scalar: UInt32) -> Bool {
    isDigit(scalar) || scalar &- 0x61 < 26 || scalar &- 0xC0 < 0x190
  }
}
