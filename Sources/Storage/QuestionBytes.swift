import GRDB
import Questions
import Statutes
import Text

/// The texts of a question as the database keeps them, one behind the other in memory that is used
/// again for the next question. A load makes 100,000 of them: what is bound to a statement and what
/// is digested are the same bytes, and no text is made in between.
struct QuestionBytes {
  /// In the order in which they stand. The passage and the chapter are digested only.
  enum Field: Int, CaseIterable {
    case kind, stem, options, key, rule, citations, passageCode, passage
    case rationale, topics, chapter
  }

  private(set) var bytes: [UInt8] = []
  private var starts = [Int](repeating: 0, count: Field.allCases.count)
  private var ends = [Int](repeating: 0, count: Field.allCases.count)
  /// Of what makes a new version where it changes.
  private(set) var content = DigestValue(high: 0, low: 0)
  /// Of what changes without a new version.
  private(set) var detail = DigestValue(high: 0, low: 0)

  /// Citations in words. Most questions of a bank cite articles that others cite too.
  private var citationTexts: [Citation: [UInt8]] = [:]
  private static let citationLimit = 10_000
  private let language: Language
  private let separator: String

  init(language: Language) {
    self.language = language
    separator = CitationText.separator(in: language)
    bytes.reserveCapacity(8192)
  }

  /// Takes the next question in.
  mutating func set(_ question: Question, passage: Passage?, chapter: String) {
    bytes.removeAll(keepingCapacity: true)
    field(.kind) { $0.append(contentsOf: question.kind.id.utf8) }
    field(.stem) { $0.append(contentsOf: question.stem.utf8) }
    field(.options) { ContentCoding.append(question.options, to: &$0) }
    field(.key) { ContentCoding.append(question.key, to: &$0) }
    field(.rule) { $0.append(contentsOf: question.rule.stored.utf8) }
    append(question.citations)
    field(.passageCode) { $0.append(contentsOf: (passage?.code.text ?? "").utf8) }
    field(.passage) { $0.append(contentsOf: (passage?.text ?? "").utf8) }
    bytes.append(UInt8(truncatingIfNeeded: question.order.rawValue))
    content = ContentDigest.of(bytes[...])
    let middle = bytes.count
    field(.rationale) { ContentCoding.append(question.rationale, to: &$0) }
    field(.topics) { bytes in
      for (index, topic) in question.topics.enumerated() {
        if index > 0 { bytes.append(0x0A) }
        bytes.append(contentsOf: topic.utf8)
      }
    }
    field(.chapter) { $0.append(contentsOf: chapter.utf8) }
    for number in [
      question.difficulty?.rawValue ?? 0, question.level?.rawValue ?? 0, question.use.rawValue,
      question.state.rawValue,
    ] {
      bytes.append(UInt8(truncatingIfNeeded: number))
    }
    detail = ContentDigest.of(bytes[middle...])
  }

  /// Where the bytes of a field stand.
  func range(_ field: Field) -> Range<Int> { starts[field.rawValue]..<ends[field.rawValue] }

  /// The bytes of a field as a text.
  func text(_ field: Field) -> String { String(decoding: bytes[range(field)], as: UTF8.self) }

  /// Appends a field behind its length: text that moves from one field to the next changes the
  /// digest.
  private mutating func field(_ field: Field, _ fill: (inout [UInt8]) -> Void) {
    let start = bytes.count
    for _ in 0..<4 { bytes.append(0) }
    fill(&bytes)
    starts[field.rawValue] = start + 4
    ends[field.rawValue] = bytes.count
    let length = UInt32(truncatingIfNeeded: bytes.count - start - 4)
    for index in 0..<4 {
      bytes[start + index] = UInt8(truncatingIfNeeded: length >> (8 * UInt32(index)))
    }
  }

  private mutating func append(_ citations: [Citation]) {
    for citation in citations where citationTexts[citation] == nil {
      if citationTexts.count >= Self.citationLimit {
        citationTexts.removeAll(keepingCapacity: true)
      }
      citationTexts[citation] = Array(citation.text(in: language).utf8)
    }
    let (texts, language, separator) = (citationTexts, language, separator)
    field(.citations) { bytes in
      for (index, citation) in citations.enumerated() {
        if index > 0 { bytes.append(contentsOf: separator.utf8) }
        bytes.append(contentsOf: texts[citation] ?? Array(citation.text(in: language).utf8))
      }
    }
  }
}
