import Questions
import Statutes
import Text

/// The texts of questions as the database keeps them, one behind the other. A load makes 100,000 of
/// them: what is bound to a statement and what is digested are the same bytes, and no text is made in
/// between.
struct QuestionBytes {
  typealias Field = EncodedQuestion.Field

  private(set) var bytes: [UInt8] = []

  /// Citations in words. Most questions of a bank cite articles that others cite too.
  private var citationTexts: [Citation: [UInt8]] = [:]
  private static let citationLimit = 10_000
  private let language: Language
  private let separator: [UInt8]

  init(language: Language) {
    self.language = language
    separator = Array(CitationText.separator(in: language).utf8)
  }

  /// Hands the bytes out and begins anew with none.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    // The next portion will be as long as this one.
    bytes.reserveCapacity(taken.count + taken.count / 8)
    return taken
  }

  /// Appends a question.
  mutating func append(_ question: Question, passage: Passage?, chapter: String) -> EncodedQuestion
  {
    var encoded = EncodedQuestion(question)
    field(.code, of: &encoded) { $0.append(contentsOf: question.code.text.utf8) }
    field(.kind, of: &encoded) { $0.append(contentsOf: question.kind.id.utf8) }
    field(.stem, of: &encoded) { $0.append(contentsOf: question.stem.utf8) }
    field(.options, of: &encoded) { ContentCoding.append(question.options, to: &$0) }
    field(.key, of: &encoded) { ContentCoding.append(question.key, to: &$0) }
    field(.rule, of: &encoded) { $0.append(contentsOf: question.rule.stored.utf8) }
    append(question.citations, of: &encoded)
    field(.passageCode, of: &encoded) { $0.append(contentsOf: (passage?.code.text ?? "").utf8) }
    field(.passage, of: &encoded) { $0.append(contentsOf: (passage?.text ?? "").utf8) }
    append(question.order.rawValue)
    field(.rationale, of: &encoded) { ContentCoding.append(question.rationale, to: &$0) }
    field(.topics, of: &encoded) { bytes in
      for (index, topic) in question.topics.enumerated() {
        if index > 0 { bytes.append(0x0A) }
        bytes.append(contentsOf: topic.utf8)
      }
    }
    field(.chapter, of: &encoded) { $0.append(contentsOf: chapter.utf8) }
    append(question.difficulty?.rawValue ?? 0)
    append(question.level?.rawValue ?? 0)
    append(question.use.rawValue)
    append(question.state.rawValue)
    if !question.waivers.isEmpty {
      field(.waivers, of: &encoded) { ContentCoding.append(question.waivers, to: &$0) }
    }
    return encoded
  }

  private mutating func append(_ trait: Int) { bytes.append(UInt8(truncatingIfNeeded: trait)) }

  /// Appends a question that was encoded among other bytes anew, its options under the ids that they
  /// have in the database. Its digests are those of the question as it was read, not of these bytes.
  ///
  /// - Throws: `JSONText.Malformed`, where the bytes were not encoded here.
  mutating func append(
    _ encoded: EncodedQuestion, of source: UnsafeBufferPointer<UInt8>, ids stored: [AnswerOption],
    nextID: Int
  ) throws -> EncodedQuestion {
    func text(_ field: Field) -> String { String(decoding: source[encoded[field]], as: UTF8.self) }
    guard let code = QuestionCode(text(.code)), let kind = QuestionKind(id: text(.kind)) else {
      throw JSONText.Malformed()
    }
    // Only what names options is read back.
    let adopted = OptionMatching.adopting(
      ids: stored,
      by: Question(
        code: code, kind: kind, stem: "", options: try ContentCoding.options(from: text(.options)),
        key: try ContentCoding.key(from: text(.key)),
        rationale: ContentCoding.rationale(from: text(.rationale))),
      nextID: nextID)
    var result = encoded
    for name in Field.allCases {
      field(name, of: &result) { bytes in
        switch name {
        case .options: ContentCoding.append(adopted.options, to: &bytes)
        case .key: ContentCoding.append(adopted.key, to: &bytes)
        case .rationale: ContentCoding.append(adopted.rationale, to: &bytes)
        default: bytes.append(contentsOf: source[encoded[name]])
        }
      }
    }
    return result
  }

  /// The bytes of a field as a text.
  func text(_ field: Field, of encoded: EncodedQuestion) -> String {
    String(decoding: bytes[encoded[field]], as: UTF8.self)
  }

  /// Appends a field behind its length.
  private mutating func field(
    _ field: Field, of encoded: inout EncodedQuestion, _ fill: (inout [UInt8]) -> Void
  ) {
    let start = bytes.count + EncodedQuestion.lengthSize
    for _ in 0..<EncodedQuestion.lengthSize { bytes.append(0) }
    fill(&bytes)
    encoded[field] = start..<bytes.count
    let length = UInt32(truncatingIfNeeded: bytes.count - start)
    for index in 0..<EncodedQuestion.lengthSize {
      bytes[start - EncodedQuestion.lengthSize + index] = UInt8(
        truncatingIfNeeded: length >> (8 * UInt32(index)))
    }
  }

  private mutating func append(_ citations: [Citation], of encoded: inout EncodedQuestion) {
    if citationTexts.count > Self.citationLimit { citationTexts.removeAll(keepingCapacity: true) }
    let (language, separator) = (language, separator)
    // Taken out meanwhile, so that it is not copied when it grows.
    var texts = citationTexts
    citationTexts = [:]
    field(.citations, of: &encoded) { bytes in
      for (index, citation) in citations.enumerated() {
        if index > 0 { bytes.append(contentsOf: separator) }
        if let text = texts[citation] {
          bytes.append(contentsOf: text)
        } else {
          let text = Array(citation.text(in: language).utf8)
          texts[citation] = text
          bytes.append(contentsOf: text)
        }
      }
    }
    citationTexts = texts
  }
}
