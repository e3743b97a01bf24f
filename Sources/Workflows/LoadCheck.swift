import Questions
import Statutes
import Storage
import Synchronization

/// Holds questions that are being loaded against the rules about a question by itself, a handful at a time.
///
/// Most questions of a bank cite the same places and quote nothing: what was found right once is not looked
/// at again.
final class LoadCheck: Sendable {
  private struct State {
    /// nil before it is needed first.
    var library: StatuteLibrary?
    var sound: Set<Citation> = []
  }

  private let state = Mutex(State())
  private let find: @Sendable () -> StatuteLibrary

  /// - Parameter library: the statutes that a bank's questions are held against; asked once, on the reading
  ///   thread.
  init(library: @escaping @Sendable () -> StatuteLibrary) { find = library }

  /// The places of the questions with an error.
  func errors(_ header: BankHeader?, _ entries: [CheckedBank.Entry]) -> Set<Int> {
    guard let header else { return [] }
    return state.withLock { state in
      let doubtful = entries.indices.filter { place in
        let question = entries[place].question
        guard !question.citations.isEmpty else { return false }
        return !question.citations.allSatisfy { state.sound.contains($0) } || question.quotes
      }
      guard !doubtful.isEmpty else { return [] }
      let library = state.library ?? find()
      state.library = library
      let bank = CheckedBank(
        title: header.title, language: header.language, editions: header.editions,
        entries: doubtful.map { entries[$0] })
      let errors = BankChecks.errors(in: bank, with: library)
      for (number, place) in doubtful.enumerated() where !errors.contains(number) {
        state.sound.formUnion(entries[place].question.citations)
      }
      return Set(errors.map { doubtful[$0] })
    }
  }
}

extension Question {
  /// Whether anything stands in quotation marks.
  fileprivate var quotes: Bool {
    func quotes(_ text: String) -> Bool {
      text.utf8.contains(0xE3) && text.contains("「") || text.contains("“")
    }
    return quotes(stem) || quotes(rationale.spelled { _ in "" })
  }
}
