/// A generator that gives the same numbers for the same seed on every machine and with every
/// release of Swift. Source: SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number
/// Generators", OOPSLA 2014).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// A generator for one purpose under a common seed.
  package init(seed: UInt64, purpose: UInt64) {
    var mixer = SeededGenerator(seed: seed ^ 0x6D69_6E67_6661)
    self.init(seed: mixer.next() ^ (purpose &* 0x9E37_79B9_7F4A_7C15))
    _ = next()
  }

  /// The next 64 bits: the finaliser of SplitMix64 over a state that grows by the golden gamma.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to `bound` - 1, each as likely; 0 for a bound below 2. Source: Lemire, "Fast
  /// Random Integer Generation in an Interval", 2019: multiplication with rejection.
  package mutating func below(_ bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    let width = UInt64(bound)
    let threshold = (0 &- width) % width
    while true {
      let product = next().multipliedFullWidth(by: width)
      if product.low >= threshold { return Int(product.high) }
    }
  }

  /// The elements in a random order (Fisher and Yates, from the end). Ours rather than the standard
  /// library's, whose order for a given generator is not promised to stay.
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    var index = result.count - 1
    while index > 0 {
      result.swapAt(index, below(index + 1))
      index -= 1
    }
    return result
  }
}
