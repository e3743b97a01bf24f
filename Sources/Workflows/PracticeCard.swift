import Learning
import Questions
import Storage

/// A question as it stands before the learner.
package struct PracticeCard: Sendable {
  package let stored: StoredQuestion
  /// The options' ids in the order of this screen.
  package let optionOrder: [OptionID]
  /// From 1, and how many there are.
  package let number: Int
  package let total: Int
  package let mode: PracticeMode
  package let chapterOfPlan: String?
  package let isStarred: Bool
  /// How often the learner missed it before.
  package let missed: Int
  /// Whether its key was changed since the learner answered it last.
  package let isAmended: Bool
  package let isMarked: Bool
  /// The answer that stands: a mock exam lets it be changed.
  package let response: Response?
  /// Milliseconds left of a mock exam; nil without a limit.
  package let remaining: Int64?
  package let answeredCount: Int
  package let markedCount: Int
  /// Whether the passage was shown with the question just before.
  package let passageIsKnown: Bool
  /// What the learner noted on the question; nil in a mock exam.
  package let note: String?
  /// What it cites, with the words where they are loaded; empty as long as a mock exam lasts.
  package let sources: [CitedSource]

  /// The question at the version that is asked, in the author's order of options.
  package var question: Question { stored.question }

  /// The letter under which an option stands on this screen.
  package func letter(of id: OptionID) -> Character? {
    guard let position = optionOrder.firstIndex(of: id), position < AnswerOption.letters.count
    else {
      return nil
    }
    return AnswerOption.letters[position]
  }

  /// The options in the order of this screen.
  package var options: [AnswerOption] {
    optionOrder.compactMap { id in question.options.first { $0.id == id } }
  }

  /// The response that a typed text means on this screen.
  package func response(typed text: String) -> Result<Response, TypedAnswer.Flaw> {
    switch question.kind.type.form {
    case .options(let severalAllowed):
      return TypedAnswer.positions(
        text, optionCount: optionOrder.count, severalAllowed: severalAllowed
      ).map { .options(Set($0.map { optionOrder[$0] })) }
    case .truth:
      return TypedAnswer.truth(text).map { .success(.truth($0)) } ?? .failure(.unreadable)
    case .blanks:
      return TypedAnswer.blanks(text, count: StemBlanks.count(in: question.stem))
        .map { .blanks($0) }
    case .text: return .success(.text(text))
    }
  }
}

extension PracticeCard {
  /// The card with another time left, for its prompt.
  package func with(remaining: Int64) -> PracticeCard {
    PracticeCard(
      stored: stored, optionOrder: optionOrder, number: number, total: total, mode: mode,
      chapterOfPlan: chapterOfPlan, isStarred: isStarred, missed: missed, isAmended: isAmended,
      isMarked: isMarked,
      response: response, remaining: remaining, answeredCount: answeredCount,
      markedCount: markedCount, passageIsKnown: passageIsKnown, note: note,
      sources: sources)
  }
}
