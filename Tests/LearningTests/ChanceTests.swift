import Learning
import Questions
import TestKit
import Testing

/// Everything random comes from a seed and stays the same for ever.
@Suite struct ChanceTests {
  /// From an implementation of SplitMix64 written apart in another language.
  @Test(
    arguments: [
      (
        0 as UInt64,
        [16_294_208_416_658_607_535, 7_960_286_522_194_355_700, 487_617_019_471_545_679]
      ),
      (
        1_234_567,
        [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
      ),
      (
        .max, [16_490_336_266_968_443_936, 16_834_447_057_089_888_969, 4_048_727_598_324_417_001]
      ),
    ] as [(UInt64, [UInt64])])
  func `a seed gives the numbers of SplitMix64`(seed: UInt64, numbers: [UInt64]) {
    var generator = SeededGenerator(seed: seed)
    #expect(numbers.map { _ in generator.next() } == numbers)
  }

  @Test func `two purposes under one seed draw apart from each other`() {
    var firsts: Set<UInt64> = []
    for purpose in 0..<1000 as Range<UInt64> {
      var generator = SeededGenerator(seed: 7, purpose: purpose)
      firsts.insert(generator.next())
    }
    #expect(firsts.count == 1000)
  }

  @Test(arguments: [-3, 0, 1]) func `a bound that leaves no choice gives zero`(bound: Int) {
    var generator = SeededGenerator(seed: 1)
    #expect(generator.below(bound) == 0)
  }

  @Test(arguments: [2, 3, 7, 10]) func `every number below a bound comes about as often`(bound: Int)
  {
    var generator = SeededGenerator(seed: 99)
    var counts = Array(repeating: 0, count: bound)
    let draws = 20_000
    for _ in 0..<draws { counts[generator.below(bound)] += 1 }
    // Chi square with at most nine degrees of freedom: 27.9 is passed once in a thousand seeds.
    let expected = Double(draws) / Double(bound)
    let chi = counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    #expect(chi < 27.9, "\(counts)")
  }

  @Test func `shuffling keeps every element and the order of a seed is fixed`() {
    var generator = SeededGenerator(seed: 2026)
    let shuffled = generator.shuffled(Array(0..<10))
    #expect(shuffled.sorted() == Array(0..<10))
    var again = SeededGenerator(seed: 2026)
    #expect(again.shuffled(Array(0..<10)) == shuffled)
    #expect(generator.shuffled([Int]()) == [])
  }

  @Test(arguments: [1, 2, 3, 4, 5, 15, 16, 17, 63, 64, 65, 100, 257, 1000, 4097])
  func `a seeded order holds every place once`(count: Int) {
    let order = SeededPermutation(count: count, seed: 5)
    #expect((0..<count).compactMap { order[$0] }.sorted() == Array(0..<count))
    #expect(order[-1] == nil)
    #expect(order[count] == nil)
  }

  @Test func `a seeded order is the same for a seed and another for another`() {
    func order(_ seed: UInt64) -> [Int?] {
      let permutation = SeededPermutation(count: 500, seed: seed)
      return (0..<500).map { permutation[$0] }
    }
    #expect(order(1) == order(1))
    #expect(order(1) != order(2))
    #expect(order(1) != (0..<500).map { $0 })
  }

  @Test func `an order of nothing has no place`() {
    #expect(SeededPermutation(count: 0, seed: 1)[0] == nil)
  }

  // MARK: Options

  static let five = SampleBank.options(["甲", "乙", "丙", "丁", "戊"])

  private func order(_ allowed: OptionOrder, seed: UInt64?, question: Int64 = 1) -> [Int] {
    OptionShuffle.order(of: Self.five, allowed: allowed, seed: seed, question: question)
      .map(\.number)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `options keep what their order demands`(seed: UInt64) {
    #expect(order(.fixed, seed: seed) == [1, 2, 3, 4, 5])
    #expect(order(.anchored, seed: seed).last == 5)
    #expect(order(.anchored, seed: seed).sorted() == [1, 2, 3, 4, 5])
    #expect(order(.free, seed: seed).sorted() == [1, 2, 3, 4, 5])
    #expect(order(.free, seed: seed) == order(.free, seed: seed))
  }

  @Test func `free options stand in every place and in another order for each question`() {
    let places = (0..<200).map { order(.free, seed: $0).firstIndex(of: 1) }
    #expect(Set(places) == [0, 1, 2, 3, 4])
    #expect(Set((1..<30).map { order(.free, seed: 1, question: $0) }).count > 10)
  }

  @Test func `without a seed options stand as the author wrote them`() {
    for allowed in OptionOrder.allCases { #expect(order(allowed, seed: nil) == [1, 2, 3, 4, 5]) }
  }

  @Test func `a plan shuffles the items of all its banks and no others`() {
    let slices = [BankSlice(bank: 3, first: 10, count: 4), BankSlice(bank: 5, first: 0, count: 3)]
    let all =
      ((10..<14).map { ItemPlan.Place(bank: 3, item: $0) }
        + (0..<3).map { ItemPlan.Place(bank: 5, item: $0) })
    let ordered = ItemPlan.inOrder(slices)
    #expect((0..<7).map { ordered.place(at: $0, seed: 1) } == all)
    let shuffled = ItemPlan.shuffled(slices)
    #expect(Set((0..<7).map { shuffled.place(at: $0, seed: 1) }) == Set(all))
    #expect(shuffled.count == 7)
    for plan in [ordered, shuffled] {
      #expect(plan.place(at: -1, seed: 1) == nil)
      #expect(plan.place(at: 7, seed: 1) == nil)
    }
    let listed = ItemPlan.listed([QuestionRef(question: 1, version: 1)])
    #expect(listed.count == 1)
    #expect(listed.place(at: 0, seed: 1) == nil)
  }
}
