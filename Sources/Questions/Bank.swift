import Statutes
import Text

/// The front matter of a bank.
package struct BankHeader: Hashable, Sendable {
  /// The bank's id: `a-z 0-9 -`.
  package var id: String
  package var title: String
  package var language: Language
  package var version: BankVersion
  /// The editions that the questions were written against.
  package var editions: [Edition]
  package var review: BankReview?

  package init(
    id: String, title: String, language: Language = .chinese, version: BankVersion,
    editions: [Edition] = [], review: BankReview? = nil
  ) {
    self.id = id
    self.title = title
    self.language = language
    self.version = version
    self.editions = editions
    self.review = review
  }
}

/// When and by whom every key of a bank was checked against the editions it names.
package struct BankReview: Hashable, Sendable {
  package var date: CalendarDate
  package var reviewer: String

  package init(date: CalendarDate, reviewer: String) {
    self.date = date
    self.reviewer = reviewer
  }
}

/// A version of a bank: numbers with dots, compared number by number; 2026.11 < 2026.11.1.
package struct BankVersion: Hashable, Comparable, Sendable {
  package let numbers: [Int]

  /// The version before any other.
  package static let zero = BankVersion(numbers: [0])

  private init(numbers: [Int]) { self.numbers = numbers }

  /// nil unless the text is one to six numbers of at most nine digits, separated by dots.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...6).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard (1...9).contains(part.utf8.count),
        part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    self.numbers = numbers
  }

  package var text: String { numbers.map(String.init).joined(separator: ".") }

  package static func < (left: BankVersion, right: BankVersion) -> Bool {
    left.numbers.lexicographicallyPrecedes(right.numbers)
  }
}

/// The shared text 材料 of a case. It has an identity of its own.
package struct Passage: Hashable, Sendable {
  package var code: QuestionCode
  package var text: String

  package init(code: QuestionCode, text: String) {
    self.code = code
    self.text = text
  }
}

/// What is shown, shuffled and scheduled together: one question, or a passage with its questions.
package struct BankItem: Hashable, Sendable {
  package var passage: Passage?
  package var questions: [Question]

  package init(passage: Passage? = nil, questions: [Question]) {
    self.passage = passage
    self.questions = questions
  }
}

/// The items under one chapter heading; those before the first heading have no title.
package struct BankChapter: Hashable, Sendable {
  package var title: String?
  package var items: [BankItem]

  package init(title: String?, items: [BankItem]) {
    self.title = title
    self.items = items
  }
}

/// A question bank, whole.
package struct Bank: Hashable, Sendable {
  package var header: BankHeader
  package var chapters: [BankChapter]

  package init(header: BankHeader, chapters: [BankChapter]) {
    self.header = header
    self.chapters = chapters
  }
}
