import Learning
import Questions
import Testing

@Suite("Chance and days")
struct ChanceTests {
  @Test("A seeded order has every place once", arguments: [0, 1, 2, 3, 7, 64, 100, 1000, 4097])
  func permutation(count: Int) {
    let order = SeededPermutation(count: count, seed: 11)
    #expect(Set((0..<count).compactMap { order[$0] }).count == count)
    #expect(order[count] == nil && order[-1] == nil)
  }

  @Test("The generator gives the published numbers of SplitMix64")
  func vectors() {
    var generator = SeededGenerator(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
  }

  @Test("An anchored option stays last, fixed options stay as they are", arguments: 1...30)
  func order(seed: Int) {
    let options = (1...4).map { AnswerOption(id: OptionID($0), text: "\($0)") }
    func shuffled(_ allowed: OptionOrder) -> [Int] {
      OptionShuffle.order(of: options, allowed: allowed, seed: UInt64(seed), question: 9)
        .map(\.number)
    }
    #expect(shuffled(.fixed) == [1, 2, 3, 4])
    #expect(shuffled(.anchored).last == 4)
    #expect(Set(shuffled(.free)) == [1, 2, 3, 4])
    #expect(shuffled(.free) == shuffled(.free))
  }

  @Test("A day begins at four in the morning in China")
  func days() {
    let four: Int64 = 1_795_464_000_000
    #expect(CivilDay(DayRule.standard.day(of: four)).iso == "2026-11-24")
    #expect(CivilDay(DayRule.standard.day(of: four - 1)).iso == "2026-11-23")
    #expect(DayRule.standard.month(of: four).text == "2026-11")
  }
}
