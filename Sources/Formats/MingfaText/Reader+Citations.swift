import Questions
import Statutes

/// What one list of citations says.
struct CitationList {
  var citations: [Citation]
  var flaw: CitationText.Flaw?
  /// The front matter names the statute of each.
  var isKnown: Bool
}

extension MingfaText.Reader {
  /// The citations of 依据; what is wrong with them is told.
  mutating func readCitations() -> [Citation] {
    guard let block = question[.basis], block.count > 0 else { return [] }
    let lines = question.lines(block)
    guard let first = lines.first else { return [] }
    let list: CitationList
    if let known = pieces(of: lines) {
      list = known
    } else if lines.count == 1 {
      list = citation(first.start, first.end)
    } else {
      list = Self.parse(joined(lines), titles)
    }
    if let flaw = list.flaw {
      tell(flaw, in: lines)
      return []
    }
    if !list.isKnown, knowsTitles { tellUnknownStatutes(list.citations, in: lines) }
    return list.citations
  }

  /// The list out of pieces that were read before: an article is cited again and again, the same
  /// list of articles seldom. nil where a piece leans on the one before it, or can't be read; the
  /// whole list then says what is wrong and where.
  private mutating func pieces(of lines: ArraySlice<Slice>) -> CitationList? {
    var list = CitationList(citations: [], flaw: nil, isKnown: true)
    for slice in lines {
      var start = slice.start
      while start < slice.end {
        let end = pieceEnd(start, slice.end)
        guard Sign.has(bytes, start, end, Self.titleMark) else { return nil }
        let piece = citation(start, end)
        guard piece.flaw == nil, piece.citations.count == 1 else { return nil }
        list.citations.append(piece.citations[0])
        list.isKnown = list.isKnown && piece.isKnown
        if end == slice.end { break }
        start = end + (bytes[end] == 0x3B ? 1 : 3)
      }
    }
    return list
  }

  /// Where the next `;` or `；` stands, or the end.
  private func pieceEnd(_ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      let byte = bytes[at]
      if byte >= 0xE4 && byte <= 0xE9 {
        at += 3
      } else if byte == 0x3B || byte == 0xEF && Sign.has(bytes, at, end, Self.semicolon) {
        return at
      } else {
        at += 1
      }
    }
    return end
  }

  /// ；
  private static let semicolon: (UInt8, UInt8, UInt8) = (0xEF, 0xBC, 0x9B)
  /// 《
  private static let titleMark: (UInt8, UInt8, UInt8) = (0xE3, 0x80, 0x8A)

  private mutating func citation(_ start: Int, _ end: Int) -> CitationList {
    let (bytes, titles) = (bytes, titles)
    return citations.value(bytes, start, end) {
      Self.parse(String(decoding: bytes[start..<end], as: UTF8.self), titles)
    }
  }

  private static func parse(_ text: String, _ titles: Set<StatuteTitle>) -> CitationList {
    switch CitationText.read(text) {
    case .success(let citations):
      CitationList(
        citations: citations, flaw: nil,
        isKnown: citations.allSatisfy { titles.contains($0.title) })
    case .failure(let error):
      CitationList(citations: [], flaw: error.flaw, isKnown: true)
    }
  }

  /// The lines as one list: a line ends a citation as `；` does.
  private func joined(_ lines: ArraySlice<Slice>) -> String {
    lines.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }.joined(separator: ";")
  }

  private mutating func tell(_ flaw: CitationText.Flaw, in lines: ArraySlice<Slice>) {
    switch flaw {
    case .noTitle:
      problem(.citationWithoutTitle, place(ofCharacter: 0, in: lines))
    case .unreadable(let offset, let text):
      let shown = text.count <= 40 ? text : String(text.prefix(40)) + "…"
      problem(.unreadableCitation(shown), place(ofCharacter: offset, in: lines))
    }
  }

  /// The place in the file of a character of the joined list.
  private func place(ofCharacter offset: Int, in lines: ArraySlice<Slice>) -> Place {
    var left = offset
    for slice in lines {
      let text = String(decoding: bytes[slice.start..<slice.end], as: UTF8.self)
      if left < text.count {
        return Place(line: slice.line, offset: slice.start + text.prefix(left).utf8.count)
      }
      left -= text.count + 1
    }
    return lines.first.map { Place(line: $0.line, offset: $0.start) } ?? question.place
  }

  private mutating func tellUnknownStatutes(
    _ citations: [Citation], in lines: ArraySlice<Slice>
  ) {
    var pieces: [Slice] = []
    for slice in lines {
      pieces += EscapedText.split(bytes, slice, at: 0x3B).filter { !$0.isEmpty }
    }
    var told: Set<StatuteTitle> = []
    for (position, citation) in citations.enumerated()
    where !titles.contains(citation.title) && told.insert(citation.title).inserted {
      let piece = pieces.indices.contains(position) ? pieces[position] : pieces.first
      problem(
        .statuteNotInHeader(citation.title),
        piece.map { Place(line: $0.line, offset: $0.start) } ?? question.place)
    }
  }
}
