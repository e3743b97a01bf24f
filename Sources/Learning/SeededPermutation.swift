/// A random order of 0 ..< count of which any place can be asked without making the whole, so
/// that random practice over 100,000 questions starts at once.
///
/// A four-round Feistel network over the next power of four, walked until it lands inside (Black
/// and Rogaway, "Ciphers with Arbitrary Finite Domains", 2002).
package struct SeededPermutation: Sendable {
  package let count: Int
  private let halfBits: UInt64
  private let keys: [UInt64]

  package init(count: Int, seed: UInt64) {
    self.count = count
    var bits: UInt64 = 1
    while 1 << (2 * bits) < UInt64(max(count, 1)) { bits += 1 }
    halfBits = bits
    var generator = SeededGenerator(seed: seed, purpose: UInt64(count))
    keys = (0..<4).map { _ in generator.next() }
  }

  /// The element at a place; nil outside 0 ..< count.
  package subscript(place: Int) -> Int? {
    guard (0..<count).contains(place) else { return nil }
    var value = UInt64(place)
    repeat { value = encrypt(value) } while value >= UInt64(count)
    return Int(value)
  }

  private func encrypt(_ value: UInt64) -> UInt64 {
    let mask: UInt64 = (1 << halfBits) - 1
    var left = value >> halfBits
    var right = value & mask
    for key in keys {
      var mixer = SeededGenerator(seed: right ^ key)
      (left, right) = (right, left ^ (mixer.next() & mask))
    }
    return left << halfBits | right
  }
}
