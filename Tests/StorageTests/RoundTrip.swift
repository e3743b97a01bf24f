import Questions
import TestKit

@testable import Storage

/// Banks on their way into the database and out again.
enum RoundTrip {
  /// The bank as it stands in the database; nil where there is none.
  static func bank(_ code: String, in test: TestData) throws -> Bank? {
    try test.data.banks.banks().first { $0.code == code }
      .map { try test.data.banks.bank($0) }
  }

  /// The questions with these codes, their options numbered anew as a file numbers them: ids are given
  /// once and stay, so a bank loaded over another has other ones.
  static func unlettered(_ bank: Bank?, only codes: Set<QuestionCode>) -> [BankChapter] {
    (bank?.chapters ?? []).compactMap { chapter in
      var chapter = chapter
      chapter.items = chapter.items.compactMap { item in
        var item = item
        item.questions = item.questions.filter { codes.contains($0.code) }.map(renumbered)
        return item.questions.isEmpty ? nil : item
      }
      return chapter.items.isEmpty ? nil : chapter
    }
  }

  private static func renumbered(_ question: Question) -> Question {
    var question = question
    var ids: [OptionID: OptionID] = [:]
    for index in question.options.indices {
      ids[question.options[index].id] = OptionID(index + 1)
      question.options[index].id = OptionID(index + 1)
    }
    if case .options(let right) = question.key {
      question.key = .options(Set(right.compactMap { ids[$0] }))
    }
    question.rationale.parts = question.rationale.parts.map { part in
      if case .option(let id) = part { .option(ids[id] ?? id) } else { part }
    }
    return question
  }
}
