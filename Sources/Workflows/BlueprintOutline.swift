import Exams
import Learning
import Questions

/// A blueprint as practice draws it: a mock exam of its sections, marks, rules and shares. What makes a
/// formal exam (parallel forms, waves, attempts) has no part in it.
enum BlueprintOutline {
  /// The outline of a mock exam by a blueprint.
  static func outline(of blueprint: Blueprint) -> MockOutline {
    MockOutline(
      sections: blueprint.sections.map { section in
        switch section.content {
        case .questions(let kind, let count):
          MockOutline.Section(
            .questions(kind), count: count, points: section.points, rule: section.rule,
            floor: section.floor)
        case .cases(let count, let questions):
          MockOutline.Section(
            .cases(questions: questions), count: count, points: section.points,
            rule: section.rule, floor: section.floor)
        }
      }, minutes: blueprint.time.minutes, passShare: blueprint.pass.share,
      bounds: blueprint.shares.map {
        // A sound blueprint has whole numbers.
        $0.questions(of: blueprint.count) ?? 0...blueprint.count
      }, paper: MockTerms.Paper(code: blueprint.code, title: blueprint.title))
  }

  /// Which shares of a blueprint count a question.
  static func shares(of blueprint: Blueprint, counting traits: PaperTraits) -> Set<Int> {
    Set(blueprint.shares.indices.filter { traits.has(blueprint.shares[$0].trait) })
  }
}
