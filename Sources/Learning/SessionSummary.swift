import Questions

/// What a session came to, for the card at its end.
package struct SessionSummary: Hashable, Sendable {
  /// One answer, as far as a summary needs it.
  package struct Answered: Hashable, Sendable {
    package var chapter: String
    package var verdict: Grade.Verdict

    package init(chapter: String, verdict: Grade.Verdict) {
      self.chapter = chapter
      self.verdict = verdict
    }
  }

  /// How a chapter went.
  package struct Chapter: Hashable, Sendable {
    package var title: String
    package var answered: Int
    package var right: Int
  }

  package let answered: Int
  package let right: Int
  /// Milliseconds.
  package let duration: Int64
  /// At most three, the weakest first; only chapters with a miss.
  package let weakest: [Chapter]
  package let advice: NextStep

  /// The one thing to do next.
  package enum NextStep: Hashable, Sendable {
    case answerSomething
    case practiseMistakes(count: Int)
    case practiseChapter(String)
    case sitMock
    case goOn
  }

  /// - Parameters:
  ///   - notebook: how many questions the learner's notebook holds now.
  ///   - remaining: how many items of the plan are left.
  package init(_ answers: [Answered], duration: Int64, notebook: Int, remaining: Int) {
    self.duration = duration
    answered = answers.count
    right = answers.count { $0.verdict == .right }
    var chapters: [Chapter] = []
    for answer in answers {
      let hit = answer.verdict == .right ? 1 : 0
      if let index = chapters.firstIndex(where: { $0.title == answer.chapter }) {
        chapters[index].answered += 1
        chapters[index].right += hit
      } else {
        chapters.append(Chapter(title: answer.chapter, answered: 1, right: hit))
      }
    }
    weakest = Array(
      chapters.filter { $0.right < $0.answered }
        .sorted { left, right in
          // Shares compared crosswise, without division.
          let (a, b) = (left.right * right.answered, right.right * left.answered)
          return a != b ? a < b : left.answered > right.answered
        }
        .prefix(3))
    if answers.isEmpty {
      advice = .answerSomething
    } else if notebook >= 5 {
      advice = .practiseMistakes(count: notebook)
    } else if let chapter = weakest.first, !chapter.title.isEmpty,
      2 * chapter.right < chapter.answered
    {
      advice = .practiseChapter(chapter.title)
    } else {
      advice = remaining == 0 ? .sitMock : .goOn
    }
  }
}
