import Questions

/// What a section of a mock exam came to.
package struct MockSection: Hashable, Sendable {
  /// The type of its questions; nil for cases, and for all of a paper without sections.
  package var kind: QuestionKind?
  package var questions: Int
  package var answered: Int
  package var right: Int
  /// Never below the section's floor.
  package var score: Score
  package var full: Score

  package init(
    kind: QuestionKind?, questions: Int, answered: Int = 0, right: Int = 0, score: Score = .zero,
    full: Score = .zero
  ) {
    self.kind = kind
    self.questions = questions
    self.answered = answered
    self.right = right
    self.score = score
    self.full = full
  }

  /// The sections of a paper with the standing answers under the attempt's terms, in order; one for all
  /// of it where the terms have none.
  ///
  /// - Parameters:
  ///   - kinds: the type of each listed question, by its number.
  package static func sections(
    opening: AttemptOpening, terms: MockTerms, state: AttemptState, kinds: [Int64: QuestionKind]
  ) -> [MockSection] {
    guard case .listed(let refs) = opening.plan else { return [] }
    let sections =
      terms.sections.isEmpty
      ? [MockTerms.Section(kind: nil, questions: terms.lines.count)] : terms.sections
    var lines = zip(refs, terms.lines).makeIterator()
    return sections.map { section in
      var sum = MockSection(kind: section.kind, questions: section.questions)
      for _ in 0..<section.questions {
        guard let (ref, line) = lines.next() else { break }
        sum.full = sum.full + line.full
        guard let position = state.position(of: ref.question),
          let answer = state.entries[position].answer, let kind = kinds[ref.question]
        else { continue }
        if answer.grade.verdict != .blank { sum.answered += 1 }
        if answer.grade.verdict == .right { sum.right += 1 }
        sum.score = sum.score + kind.type.score(answer.grade, full: line.full, rule: line.rule)
      }
      if let floor = section.floor { sum.score = max(floor, sum.score) }
      return sum
    }
  }
}
