import Questions
import Text

/// What the meaning of a question's lines rests on besides the lines themselves, as one digest: the
/// program, the front matter, the chapter, the announced type, and in a case its passage. A question
/// that stands under another digest is read anew.
struct SourceContext {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  let sources: any KnownSources
  private var header: UInt128
  private var chapter: UInt128
  private var type: UInt128
  /// nil outside a case.
  private var passage: UInt128?

  /// The context before any front matter.
  init(_ sources: any KnownSources) {
    self.sources = sources
    header = sources.context
    chapter = header
    type = header
  }

  /// The digest of a question's lines where they stand now.
  func digest(of lines: Bytes) -> UInt128 { sources.digest(of: lines, under: passage ?? type) }

  /// All of the front matter but title and version, which change with every revision and say nothing
  /// about a question.
  mutating func begin(_ bank: BankHeader) {
    var words = [bank.id, bank.language.rawValue, String(bank.editions.count)]
    for edition in bank.editions {
      words += [edition.title.short, edition.original.short, edition.date.iso]
    }
    words += bank.review.map { [$0.date.iso, $0.reviewer] } ?? []
    header = digest(words, under: sources.context)
    chapter = header
    type = header
  }

  /// A chapter begins; the announced type stays.
  mutating func begin(chapter title: String, kind: String?) {
    chapter = digest([title], under: header)
    begin(kind: kind)
  }

  /// A type was announced; nil for none.
  mutating func begin(kind: String?) { type = digest([kind ?? ""], under: chapter) }

  /// A case begins, with the lines of its passage.
  mutating func begin(passage lines: Bytes) { passage = sources.digest(of: lines, under: type) }

  /// The case is over.
  mutating func endCase() { passage = nil }

  private func digest(_ words: [String], under context: UInt128) -> UInt128 {
    // No word of the format holds a newline.
    var text = words.joined(separator: "\n")
    return text.withUTF8 { sources.digest(of: $0, under: context) }
  }
}
