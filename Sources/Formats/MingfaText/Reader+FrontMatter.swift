import Glibc
import Questions
import Statutes
import Text

extension MingfaText.Reader {
  /// The offset of the next line end.
  func lineEnd(from offset: Int) -> Int {
    guard let base = bytes.baseAddress,
      let found = memchr(base + offset, 0x0A, bytes.count - offset)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The header of a file of which only the first lines are at hand.
  mutating func headerAlone() -> Result<BankHeader, UnreadableHeader> {
    readFrontMatter()
    if let header { return .success(header) }
    return .failure(UnreadableHeader(problems: log.report(questionCount: 0).problems))
  }

  /// Reads from the start of the file through the second line of dashes.
  mutating func readFrontMatter() {
    guard nextLine() else {
      if log.errorCount == 0 { problem(.emptyFile, Place(line: 1, offset: 0)) }
      return
    }
    guard LineShape(bytes, start, end) == .rule else {
      problem(.frontMatterMissing, here)
      stepBack()
      return
    }
    inkEnd = end
    var draft = HeaderDraft()
    while nextLine() {
      switch LineShape(bytes, start, end) {
      case .rule:
        inkEnd = end
        finish(draft, at: here)
        return
      case .chapter, .typeHeading, .number, .caseStart:
        problem(.frontMatterNotClosed, here)
        finish(draft, at: here)
        stepBack()
        return
      default:
        inkEnd = end
        read(into: &draft)
      }
    }
    let place = Place(line: max(line, 1), offset: inkEnd)
    problem(.frontMatterNotClosed, place)
    finish(draft, at: place)
  }

  /// Lets the present line be read again.
  private mutating func stepBack() {
    cursor = start
    line -= 1
  }

  /// What the front matter has said so far.
  struct HeaderDraft {
    var lines: [HeaderField: Int] = [:]
    var id: String?
    var title: String?
    var language = Language.chinese
    var version: BankVersion?
    var editions: [Edition] = []
    var editionLines: [StatuteTitle: Int] = [:]
    var review: BankReview?
    var isSound = true
    var knowsTitles = true
  }

  private mutating func read(into draft: inout HeaderDraft) {
    guard let (name, value) = LineShape.labelName(bytes, start, end), !name.isEmpty else {
      draft.isSound = false
      return problem(.frontMatterLineUnreadable, here)
    }
    guard let field = Vocabulary.headerLabels.value(bytes, name.lowerBound, name.upperBound)
    else {
      draft.isSound = false
      return problem(.unknownHeaderField(quoted(name)), here)
    }
    if field != .statute, let first = draft.lines[field] {
      draft.isSound = false
      return problem(.headerFieldTwice(field, firstLine: first), here)
    }
    draft.lines[field] = line
    let text = EscapedText.string(bytes, Slice(bytes, value, end, line: line))
    let place = Place(line: line, offset: value)
    if !accept(text, for: field, at: place, into: &draft) {
      draft.isSound = false
      if field == .statute { draft.knowsTitles = false }
      problem(.headerFieldUnreadable(field, text: quoted(value..<end)), place)
    }
  }

  /// Takes a value; false where it can't be read.
  private mutating func accept(
    _ text: String, for field: HeaderField, at place: Place, into draft: inout HeaderDraft
  ) -> Bool {
    switch field {
    case .bank:
      guard (1...40).contains(text.utf8.count),
        text.utf8.allSatisfy({
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        })
      else { return false }
      draft.id = text
    case .title:
      guard !text.isEmpty else { return false }
      draft.title = text
    case .language:
      guard let language = Vocabulary.languages.value(bytes, place.offset, end) else {
        return false
      }
      draft.language = language
    case .version:
      guard let version = BankVersion(text) else { return false }
      draft.version = version
    case .statute:
      guard let edition = Self.edition(text) else { return false }
      if let first = draft.editionLines[edition.title] {
        draft.isSound = false
        problem(.statuteTwice(edition.title, firstLine: first), place)
        return true
      }
      draft.editionLines[edition.title] = line
      draft.editions.append(edition)
    case .checked:
      let parts = text.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let date = CalendarDate(iso: parts[0]) else { return false }
      draft.review = BankReview(date: date, reviewer: String(parts[1]))
    }
    return true
  }

  /// `《民法典》 2020-05-28`, `Constitution = 《宪法》 2018-03-11`.
  private static func edition(_ text: String) -> Edition? {
    guard text.utf8.count > 10, let date = CalendarDate(iso: text.suffix(10)) else { return nil }
    let names = text.dropLast(10).split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "=" || $0 == "＝" }
    ).map { StatuteTitle(CanonicalText.line(String($0))) }
    guard let title = names.first, let original = names.last,
      !title.short.isEmpty, !original.short.isEmpty
    else { return nil }
    return Edition(title: title, original: original, date: date)
  }

  private mutating func finish(_ draft: HeaderDraft, at place: Place) {
    titles = Set(draft.editions.map(\.title))
    knowsTitles = draft.knowsTitles
    for field in [HeaderField.bank, .title, .version] where draft.lines[field] == nil {
      problem(.headerFieldMissing(field), place)
    }
    guard draft.isSound, let id = draft.id, let title = draft.title, let version = draft.version
    else { return }
    let header = BankHeader(
      id: id, title: title, language: draft.language, version: version,
      editions: draft.editions, review: draft.review)
    self.header = header
    sources?.begin(header)
    give(.header(header))
  }
}
