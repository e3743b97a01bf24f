import Documents
import Formats
import Questions
import Storage

/// A question as text in the bank format, and read back from it: what is written or changed in the program
/// goes the same way as what comes from a file.
package enum QuestionText {
  /// What a text was read as.
  package struct Reading: Sendable {
    package let report: ReadReport
    /// nil where the text has errors, or not exactly one question.
    package let question: Question?
    /// The last chapter that the text names.
    package var chapter: String?
    /// Whether it has a case.
    package var hasPassage = false
  }

  /// The text of a small bank with this question alone.
  package static func text(
    of question: Question, passage: Passage?, chapter: String, in header: BankHeader
  ) -> String {
    MingfaText().text(
      of: Bank(
        header: header,
        chapters: [
          BankChapter(
            title: chapter.isEmpty ? nil : chapter,
            items: [BankItem(passage: passage, questions: [question])])
        ]))
  }

  /// Reads a small bank with one question.
  ///
  /// - Parameter name: what problems call the text.
  package static func read(_ text: String, name: String) -> Reading {
    let source: TextSource
    do throws(TextFault) {
      source = try TextSource(bytes: text.utf8, name: name)
    } catch {
      return Reading(
        report: ReadReport(problems: [ReadProblem(file: name, fault: error)]), question: nil)
    }
    var questions: [Question] = []
    var chapter: String?
    var hasPassage = false
    let report = MingfaText().read(source, known: nil, pastErrors: false) { event in
      switch event {
      case .header: break
      case .chapter(let title, _): chapter = title
      case .item(let item):
        hasPassage = hasPassage || item.passage != nil
        for question in item.questions {
          if case .read(let question, _) = question { questions.append(question) }
        }
      }
    }
    return Reading(
      report: report, question: report.isWhole && questions.count == 1 ? questions.first : nil,
      chapter: chapter, hasPassage: hasPassage)
  }

  /// A question as a reader makes it: its options numbered in their order.
  ///
  /// - Returns: nil where it cannot be read back, which says that it breaks a rule of its type.
  static func fresh(_ question: Question, of stored: StoredQuestion, in header: BankHeader)
    -> Question?
  {
    read(
      text(of: question, passage: stored.passage, chapter: stored.chapter, in: header),
      name: stored.question.code.text
    ).question
  }
}

extension MingfaData {
  /// The front matter of a bank, but for who checked it.
  func header(of bank: StoredBank) throws(StorageFailure) -> BankHeader {
    BankHeader(
      id: bank.code, title: bank.title, language: bank.language, version: bank.version,
      editions: try banks.editions(of: bank.id))
  }

  /// The front matter that a question needs, with the editions that it rests on.
  package func header(of stored: StoredQuestion) throws(StorageFailure) -> BankHeader {
    let version = try banks.banks().first { $0.id == stored.bank }?.version
    return BankHeader(
      id: stored.bankCode, title: stored.bankTitle, language: stored.language,
      version: version ?? .zero, editions: stored.editions)
  }
}
