import Questions
import Statutes
import Storage
import Synchronization

/// Holds questions that are being loaded against the rules about a question by itself, on the thread that reads
/// them.
///
/// Most questions of a bank cite the same places and quote nothing: a place that was found right once is not
/// looked up again, or the reading of a hundred thousand questions would take twice the time.
final class LoadCheck: Sendable {
  private struct State {
    /// nil before it is needed first.
    var library: StatuteLibrary?
    var sound: Set<Citation> = []
  }

  private let state = Mutex(State())
  private let texts: [StatuteText]
  private let index: @Sendable () -> StatuteIndex

  /// - Parameters:
  ///   - texts: the loaded texts of the editions that the bank names.
  ///   - index: asked once, and only where a question cites something.
  init(texts: [StatuteText], index: @escaping @Sendable () -> StatuteIndex) {
    self.texts = texts
    self.index = index
  }

  /// Whether a question has an error.
  func hasError(_ question: Question, passage: Passage?, in header: BankHeader) -> Bool {
    guard !question.citations.isEmpty else { return false }
    // What is quoted can be compared with a text only.
    let quotes = !texts.isEmpty && question.quotes
    return state.withLock { state in
      if !quotes, question.citations.allSatisfy({ state.sound.contains($0) }) { return false }
      let library = state.library ?? StatuteLibrary(index: index(), texts: texts)
      state.library = library
      let bank = CheckedBank(
        title: header.title, language: header.language, editions: header.editions,
        entries: [CheckedBank.Entry(question: question, passage: passage)])
      guard BankChecks.errors(in: bank, with: library).isEmpty else { return true }
      state.sound.formUnion(question.citations)
      return false
    }
  }
}

extension Question {
  /// Whether anything stands in quotation marks.
  fileprivate var quotes: Bool {
    Self.quotes(stem)
      || rationale.parts.contains { part in
        if case .text(let text) = part { Self.quotes(text) } else { false }
      }
  }

  private static func quotes(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 == "「" || $0 == "『" || $0 == "“" }
  }
}
