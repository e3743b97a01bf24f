import Learning
import Testing

/// The modes of practice.
@Suite struct ModeTests {
  @Test(arguments: [
    ("sequential", PracticeMode.sequential), ("顺序", .sequential), ("random", .random),
    ("随机", .random), ("chapter", .chapter), ("章节", .chapter), ("notebook", .notebook),
    ("错题", .notebook), ("错题本", .notebook), ("starred", .starred), ("收藏", .starred),
    ("mock", .mock), ("模拟", .mock), ("today", .today), ("今日", .today), ("reading", .reading),
    ("背题", .reading), ("simple", .simple), ("简易", .simple),
  ]) func `a mode is known by its id and its words`(word: String, mode: PracticeMode) {
    #expect(PracticeMode(word: word) == mode)
  }

  @Test(arguments: ["", "exam", "顺序练", "Mock"]) func `other words name no mode`(word: String) {
    #expect(PracticeMode(word: word) == nil)
  }

  @Test func `ids and words are unique, and only a mock exam keeps its feedback for the end`() {
    let words = PracticeMode.registry.flatMap { [$0.id] + $0.words }
    #expect(Set(words).count == words.count)
    #expect(PracticeMode.all.filter { !$0.rules.tellsAtOnce } == [.mock])
    #expect(PracticeMode.all.count == 8)
    #expect(!PracticeMode.all.contains(.simple))
  }
}
