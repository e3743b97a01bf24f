import Exams
import Learning
import Questions
import Statutes

/// Pools for ten forms of a hundred questions: half single choice, 30 multiple, 20 true/false; ten
/// chapters with a tenth each, three levels with 40, 40 and 20, two statutes with exact shares that a
/// question may cite together.
package struct GeneratedExamPool {
  private let seed: UInt64

  /// The same seed makes the same pools.
  package init(seed: UInt64) { self.seed = seed }

  private static let levels: [CognitiveLevel] = [.remember, .understand, .apply]
  private static let marked = ["Act A", "Act B"]

  /// What the forms are asked to be: all shares exact, no question twice, means equal to 0.001.
  package var blueprint: Blueprint {
    func section(_ kind: QuestionKind, _ count: Int) -> Blueprint.Section {
      Blueprint.Section(content: .questions(kind, count: count), points: Score(points: 1))
    }
    func share(_ trait: Blueprint.Share.Trait, _ percent: Int) -> Blueprint.Share {
      Blueprint.Share(trait: trait, bounds: percent * 100...percent * 100)
    }
    return Blueprint(
      code: "bench", title: "bench",
      sections: [section(.single, 50), section(.multiple, 30), section(.trueFalse, 20)],
      shares: (0..<10).map { share(.chapter("Chapter \($0) "), 10) }
        + zip(Self.levels, [40, 40, 20]).map { share(.level($0), $1) }
        + [share(.statute("Act A"), 15), share(.statute("Act B"), 12)],
      time: .init(minutes: 120), pass: .init(), forms: .init(overlap: 0, spread: 0.001))
  }

  /// A hundred questions that make one form, for each of so many forms.
  private func planted(_ forms: Int, _ dice: inout SeededGenerator) -> [PoolQuestion] {
    (0..<forms).flatMap { form in
      let kinds = shuffled([(QuestionKind.single, 50), (.multiple, 30), (.trueFalse, 20)], &dice)
      let chapters = shuffled((0..<10).map { ($0, 10) }, &dice)
      let levels = shuffled(Array(zip(Self.levels, [40, 40, 20])), &dice)
      let first = shuffled([(true, 15), (false, 85)], &dice)
      let second = shuffled([(true, 12), (false, 88)], &dice)
      return (0..<100).map { index in
        let cited = [first[index], second[index]].enumerated().filter(\.element)
          .map { Self.marked[$0.offset] }
        return question(
          form * 100 + index, kinds[index], chapters[index], levels[index],
          cited.isEmpty ? ["Act \(Int(dice.next() % 9) + 3)"] : cited, &dice)
      }
    }
  }

  /// Ten times as many as needed; one in twenty has a near duplicate.
  package func plentiful() -> [PoolQuestion] {
    var dice = SeededGenerator(seed: seed)
    return planted(100, &dice)
  }

  /// A thousand that make ten forms, and 200 more that help with little: no true/false question, none
  /// to be applied, none of half the chapters and none that cites what is counted.
  package func scarce() -> [PoolQuestion] {
    var dice = SeededGenerator(seed: seed ^ 0x7363)
    let tight = planted(10, &dice)
    return tight
      + (0..<200).map { index in
        question(
          1_000 + index, dice.next() % 2 == 0 ? .single : .multiple, Int(dice.next() % 5),
          dice.next() % 2 == 0 ? .remember : .understand, ["Act 3"], &dice)
      }
  }

  private func question(
    _ number: Int, _ kind: QuestionKind, _ chapter: Int, _ level: CognitiveLevel,
    _ statutes: [String], _ dice: inout SeededGenerator
  ) -> PoolQuestion {
    let author = Difficulty(rawValue: Int(dice.next() % 5) + 1)
    let responses = dice.next() % 3 == 0 ? Int(dice.next() % 300) : 0
    return PoolQuestion(
      ref: QuestionRef(question: Int64(number + 1), version: Int64(number + 1)), kind: kind,
      traits: PaperTraits(
        bank: "bench", chapter: "Chapter \(chapter) of the code",
        statutes: statutes.map { StatuteTitle($0) }, level: level, author: author),
      difficulty: QuestionDifficulty.value(
        author: author, wrong: responses / 2, responses: responses),
      // Near duplicates of each other are number 20 and 520, 40 and 540 …: of different planted forms.
      enemies: number % 20 == 0 ? [number / 1_000 * 500 + number % 500] : [])
  }

  /// So many of each, in an order by chance.
  private func shuffled<Element>(
    _ counts: [(Element, Int)], _ dice: inout SeededGenerator
  ) -> [Element] {
    dice.shuffled(counts.flatMap { Array(repeating: $0.0, count: $0.1) })
  }
}
