import Questions
import Statutes
import Text

extension MingfaText {
  /// Walks the bytes of a bank once, line by line. Slices of lines are kept until their question
  /// ends; only then its values are made.
  struct Reader: ~Copyable {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// What the last type heading announced.
    enum Heading {
      case none
      /// By position in `QuestionKind.all`.
      case kind(Int)
      /// A type that is not known; told of already.
      case unknown
    }

    /// What a line of plain text belongs to.
    enum Context: Hashable {
      /// No question has begun.
      case nothing
      /// Something that a problem was told of already.
      case refused
      case stem
      case option
      case field(BankField)
      case passage
    }

    let bytes: Bytes
    var log: ProblemLog
    /// The end of the last line that was read, and its number.
    var cursor = 0
    var line = 0
    /// The present line without blanks at its ends.
    var start = 0
    var end = 0
    /// The end of the last line with ink.
    var inkEnd = 0

    var header: BankHeader?
    var titles: Set<StatuteTitle> = []
    /// Whether `titles` is all that the front matter meant to name.
    var knowsTitles = false
    var heading = Heading.none
    var context = Context.nothing
    var question = QuestionDraft()
    var casus: CaseDraft?
    var questionCount = 0
    var codes = CodeTable()
    var chapters: [String: Int] = [:]
    var citations = ByteCache<CitationList>()
    var topics = ByteCache<[String]>()
    var events: [BankEvent] = []
    /// nil where nobody wants to know what stands there as before.
    var sources: SourceContext?
    /// Whether events go on behind an error.
    private let pastErrors: Bool
    /// What `CodeAssignment` needs.
    var uncoded: [UncodedPlace] = []

    let kinds = QuestionKind.all
    let forms = QuestionKind.all.map(\.type.form)

    init(
      _ bytes: Bytes, file: String, known: (any KnownSources)? = nil, pastErrors: Bool = false
    ) {
      self.bytes = bytes
      self.pastErrors = pastErrors
      log = ProblemLog(file: file)
      sources = known.map { SourceContext($0) }
    }

    mutating func run(_ handle: (BankEvent) throws -> Void) rethrows -> ReadReport {
      readFrontMatter()
      try handOut(handle)
      while nextLine() {
        readLine()
        if !events.isEmpty { try handOut(handle) }
      }
      endCase()
      if questionCount == 0 && log.errorCount == 0 {
        problem(.noQuestions, Place(line: 1, offset: 0))
      }
      try handOut(handle)
      return log.report(questionCount: questionCount)
    }

    private mutating func handOut(_ handle: (BankEvent) throws -> Void) rethrows {
      for event in events { try handle(event) }
      events.removeAll(keepingCapacity: true)
    }

    /// Keeps an event for the caller, unless the file is refused already and he wants no more.
    mutating func give(_ event: BankEvent) {
      if log.errorCount == 0 || pastErrors, header != nil { events.append(event) }
    }

    mutating func problem(_ fact: ReadFact, _ place: Place) {
      log.add(fact, at: place, in: bytes)
    }

    /// The present line's first sign with ink.
    var here: Place { Place(line: line, offset: start) }

    /// Goes to the next line that has ink.
    mutating func nextLine() -> Bool {
      while cursor < bytes.count {
        let first = cursor
        let last = lineEnd(from: first)
        cursor = last + 1
        line += 1
        if last - first > MingfaText.lineLimit {
          problem(.lineTooLong(limit: MingfaText.lineLimit), Place(line: line, offset: first))
          inkEnd = last
          continue
        }
        (start, end) = Blank.trimmed(bytes, first, last)
        if start < end { return true }
      }
      return false
    }

    private mutating func readLine() {
      switch LineShape(bytes, start, end) {
      case .number(let rest):
        endQuestion()
        beginQuestion(rest: rest)
      case .option(let letter, let rest): readOption(letter, rest: rest)
      case .field(let field, let value): readField(field, value: value)
      case .text, .escaped: readText()
      case .rule: problem(.strayRule, here)
      case .chapter(let title):
        endCase()
        beginChapter(title)
      case .emptyHeading:
        endCase()
        problem(.emptyHeading, here)
      case .typeHeading(let type, let name):
        endCase()
        beginType(type, name)
      case .caseStart(let value):
        endCase()
        beginCase(value: value)
      case .caseEnd:
        if casus == nil { problem(.caseEndWithoutCase, here) }
        endCase()
      }
      inkEnd = end
    }

    private mutating func beginChapter(_ offset: Int) {
      let title = EscapedText.string(bytes, Slice(bytes, offset, end, line: line))
      if let first = chapters[title] {
        problem(.chapterTwice(title: title, firstLine: first), Place(line: line, offset: offset))
      } else {
        chapters[title] = line
        let kind = announcedKind
        sources?.begin(chapter: title, kind: kind)
        give(.chapter(title: title, line: line))
      }
      context = .nothing
    }

    private mutating func beginType(_ type: Vocabulary.TypeName?, _ name: Range<Int>) {
      context = .nothing
      switch type {
      case .kind(let position): heading = .kind(position)
      case .casus: heading = .none
      case nil:
        heading = .unknown
        problem(.unknownType(quoted(name)), Place(line: line, offset: name.lowerBound))
      }
      let kind = announcedKind
      sources?.begin(kind: kind)
    }

    /// The stable name of the type that the last heading announced.
    private var announcedKind: String? {
      if case .kind(let position) = heading { kinds[position].id } else { nil }
    }

    mutating func readText() {
      switch context {
      case .nothing:
        problem(.textBeforeQuestion, here)
        context = .refused
      case .refused: break
      case .field(let field) where !field.takesLines:
        problem(.textAfterField(field), here)
        context = .refused
      case .stem, .option, .field:
        let slice = Slice(bytes, start, end, line: line)
        question.continueText(slice)
        if case .field = context { warnOfUnknownLabel() }
        warnOfLostHeading()
      case .passage: casus?.slices.append(Slice(bytes, start, end, line: line))
      }
    }

    /// A name in black brackets at the start of a line looks so much like a label that its author
    /// may have meant one.
    private mutating func warnOfUnknownLabel() {
      guard Sign.has(bytes, start, end, Sign.opening),
        let (name, _) = LineShape.bracketed(bytes, start, end), name.count >= 6, name.count <= 24
      else { return }
      problem(.unknownLabel(quoted(name)), here)
    }

    private mutating func warnOfLostHeading() {
      if likeTypeHeading() { problem(.likeTypeHeading(quoted(start..<end)), here) }
    }

    /// A text of the file as problems quote it.
    func quoted(_ range: Range<Int>) -> String {
      let text = CanonicalText.line(String(decoding: bytes[range], as: UTF8.self))
      return text.count <= 40 ? text : String(text.prefix(40)) + "…"
    }
  }
}
