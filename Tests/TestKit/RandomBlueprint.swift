import Exams
import Learning
import People
import Questions

/// Blueprints drawn from a seed that use every rule that there is, all of them possible.
package enum RandomBlueprint {
  /// The blueprint of a seed; nil where what was drawn contradicts itself.
  package static func blueprint(seed: UInt64) -> Blueprint? {
    var generator = SeededGenerator(seed: seed)
    func draw(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
    func maybe<Value>(_ value: () -> Value) -> Value? { draw(2) == 0 ? nil : value() }
    func text() -> String {
      let words = [
        "宪法", "A & B", "*注*", "\"引\" 号", "it's", "a: b", "# 号", "- 横", "反斜\\杠", "yes", "null",
        "12", "0x1F", "《民法典》第1条", "[甲]", "{乙}", "!", "%", "@", "`", "~", "，。", "é", "e\u{301}", "💡",
        "&\u{301}x", "|", ">", "? a",
      ]
      return (0...draw(3)).map { _ in words[draw(words.count)] }.joined(separator: " ")
    }
    func rule(_ points: Int, _ kind: QuestionKind?) -> ScoringRule {
      let takesPart = kind == nil || kind == .multiple || kind == .indefinite
      let credits: [ScoringRule.PartialCredit] =
        takesPart
        ? [.none, .half, .perOption(Score(hundredths: 1 + draw(points)))] : [.none]
      return ScoringRule(
        partialCredit: credits[draw(credits.count)],
        deduction: Score(hundredths: draw(2) == 0 ? 0 : draw(points + 1)))
    }
    let sections = (0...draw(4)).map { _ -> Blueprint.Section in
      let kind = maybe { QuestionKind.all[draw(QuestionKind.all.count)] }
      let points = 1 + draw(1000)
      let content: Blueprint.Section.Content =
        kind.map { .questions($0, count: 1 + draw(40)) }
        ?? .cases(count: 1 + draw(5), questions: 1 + draw(6))
      let floors: [Score?] = [.zero, nil, Score(hundredths: -draw(points))]
      return Blueprint.Section(
        content: content, points: Score(hundredths: points), rule: maybe { rule(points, kind) },
        floor: floors[draw(3)])
    }
    let shares = (0..<draw(4)).map { _ -> Blueprint.Share in
      let low = draw(5)
      let traits: [Blueprint.Share.Trait] = [
        .statute("民法典\(draw(9))"), .chapter(text()), .topic(text()), .bank("bank-\(draw(9))"),
        .level(CognitiveLevel.allCases[draw(3)]),
        .difficulty((low + 1)...(low + 1 + draw(5 - low))),
      ]
      let least = draw(8001)
      return Blueprint.Share(
        trait: traits[draw(traits.count)],
        bounds: [least...(least + draw(10_001 - least)), 0...10_000, least...least][draw(3)])
    }
    let minutes = 1 + draw(300)
    let share = 1 + draw(10_000)
    var blueprint = Blueprint(
      code: "b\(draw(100))-x", title: text(),
      banks: (0..<draw(3)).map { "bank-\($0)" },
      candidates: Array(PersonCategory.allCases.prefix(draw(4))),
      sections: sections, shares: shares,
      difficulty: maybe {
        Blueprint.DifficultyGoal(
          mean: Double(draw(10_001)) / 10_000, tolerance: Double(draw(1001)) / 10_000)
      },
      time: Blueprint.TimeRules(
        minutes: minutes, latestEntry: maybe { draw(minutes + 1) },
        earliestLeaving: maybe { draw(minutes + 1) }),
      pass: Blueprint.PassRules(
        share: share, excellent: maybe { share + draw(10_001 - share) }, attempts: 1 + draw(100),
        makeUps: draw(101), after: maybe { "first" }))
    blueprint.forms = Blueprint.FormRules(
      shufflesQuestions: draw(2) == 0, shufflesOptions: draw(2) == 0, overlap: draw(3),
      spread: Double(draw(10_001)) / 10_000, exposure: maybe { draw(1001) })
    return blueprint.problems.isEmpty ? blueprint : nil
  }
}
