import Questions

/// A question in the form in which the database keeps it: where its texts stand among the bytes that
/// were encoded together, and the rest as plain numbers. It holds nothing that is counted or freed, so
/// that a load hands 100,000 of them from one thread to another for the price of copying.
struct EncodedQuestion: Sendable {
  /// In the order in which they stand. Passage and chapter are digested only, the code is not. Waivers
  /// stand there only where there are some: most questions have none, and their digests are those from
  /// before there were any.
  enum Field: Int, CaseIterable {
    case code, kind, stem, options, key, rule, citations, passageCode, passage
    case rationale, topics, chapter, waivers
  }

  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// By which a load sees what changed.
  struct Digests: Hashable, Sendable {
    /// Of what makes a new version where it changes.
    var content: UInt128
    /// Of what changes without a new version.
    var detail: UInt128
  }

  private var starts = InlineArray<13, Int>(repeating: 0)
  private var ends = InlineArray<13, Int>(repeating: 0)
  let order: OptionOrder
  let use: QuestionUse
  /// As the file names it.
  let state: QuestionState
  /// Whether the checks found an error in it.
  var hasError = false
  let difficulty: Difficulty?
  let level: CognitiveLevel?
  /// Of the lines that it was read from; nil where they have to be read again.
  var source: UInt128?
  /// nil as long as nobody had the time.
  var digests: Digests?
  /// The editions that it cites, in the list of its portion.
  var editions = 0..<0

  init(_ question: Question) {
    order = question.order
    use = question.use
    state = question.state
    difficulty = question.difficulty
    level = question.level
  }

  /// Whether practice asks it in a state.
  func isPractised(_ state: QuestionState) -> Bool { state.isPractised && use != .exam }

  /// Where the bytes of a field stand.
  subscript(field: Field) -> Range<Int> {
    get { starts[field.rawValue]..<ends[field.rawValue] }
    set {
      starts[field.rawValue] = newValue.lowerBound
      ends[field.rawValue] = newValue.upperBound
    }
  }

  /// A field stands behind its length, in so many bytes: text that moves from one field to the next
  /// changes the digest.
  static let lengthSize = 4
  /// Behind the passage stands the order of the options, and behind the chapter difficulty, level, use
  /// and state, a byte each.
  private static let contentTraits = 1
  private static let detailTraits = 4

  /// Computes its digests.
  func digested(in bytes: Bytes) -> Digests {
    func digest(from first: Field, to end: Int) -> UInt128 {
      let start = self[first].lowerBound - Self.lengthSize
      return ContentDigest.of(Bytes(rebasing: bytes[start..<end]))
    }
    let end =
      self[.waivers].isEmpty
      ? self[.chapter].upperBound + Self.detailTraits : self[.waivers].upperBound
    return Digests(
      content: digest(from: .kind, to: self[.passage].upperBound + Self.contentTraits),
      detail: digest(from: .rationale, to: end))
  }
}
