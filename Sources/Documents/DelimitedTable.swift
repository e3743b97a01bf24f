/// A table as text: a record a line, fields between commas, tabs or semicolons, quoted where they hold
/// such a sign, a quotation mark (doubled) or a line end.
///
/// Source: RFC 4180. Beyond it: lines may end in CR, LF or both; the separator may be another; a
/// quotation mark within an unquoted field is text; blanks behind a closing one are passed over.
package struct DelimitedTable: Sendable {
  /// What stands between fields.
  package enum Separator: UInt8, CaseIterable, Sendable {
    case comma = 0x2C
    case tab = 0x09
    case semicolon = 0x3B
  }

  /// A place in the file.
  package struct Place: Hashable, Sendable {
    /// From 1.
    package var line: Int
    /// In the bytes of the text.
    var offset: Int
  }

  /// One cell.
  package struct Field: Hashable, Sendable {
    /// As it is: nothing is trimmed.
    package let text: String
    /// Where it begins, its quotation mark included.
    package let place: Place
  }

  /// One record. It has a field at least.
  package struct Row: Hashable, Sendable {
    package let fields: [Field]
    /// Where it begins.
    package let place: Place
  }

  /// Something that is no table. What was read beside it stands among the rows.
  package struct Flaw: Hashable, Sendable {
    /// What it is.
    package enum Kind: Hashable, Sendable {
      /// A quotation mark is never closed: what follows it is one field, to the end of the file.
      case unclosedQuote
      /// Text behind a closing quotation mark, before the separator.
      case textBehindQuote
      /// Rows beyond the limit, which were not read.
      case tooManyRows(limit: Int)
    }

    package let kind: Kind
    package let place: Place
  }

  /// A file may have this many bytes: 10 MiB.
  package static let sizeLimit = 10 << 20
  /// A table may have this many rows.
  package static let rowLimit = 100_000

  package let separator: Separator
  /// Without those that are empty lines.
  package private(set) var rows: [Row] = []
  /// In the order of the file.
  package private(set) var flaws: [Flaw] = []
  private let source: TextSource

  /// Reads a text.
  ///
  /// - Parameter separator: nil takes that of which the beginning of the text has most.
  package init(_ source: TextSource, separator: Separator? = nil) {
    self.source = source
    self.separator = separator ?? source.withBytes(Self.mostFrequent)
    source.withBytes { read($0) }
  }

  /// In which character of its line a place is, from 1.
  package func column(of place: Place) -> Int {
    source.withBytes { bytes in
      let offset = min(place.offset, bytes.count)
      var start = offset
      while start > 0, bytes[start - 1] != Self.lineFeed, bytes[start - 1] != Self.carriageReturn {
        start -= 1
      }
      return String(decoding: bytes[start..<offset], as: UTF8.self).count + 1
    }
  }

  // MARK: Reading

  private static let quote: UInt8 = 0x22
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Where reading has come to.
  private struct Cursor {
    var offset = 0
    var line = 1
    var place: Place { Place(line: line, offset: offset) }
  }

  private mutating func read(_ bytes: Bytes) {
    var cursor = Cursor()
    while cursor.offset < bytes.count {
      let start = cursor.place
      guard rows.count < Self.rowLimit else {
        return flaws.append(Flaw(kind: .tooManyRows(limit: Self.rowLimit), place: start))
      }
      var fields = [field(bytes, &cursor)]
      while cursor.offset < bytes.count, bytes[cursor.offset] == separator.rawValue {
        cursor.offset += 1
        fields.append(field(bytes, &cursor))
      }
      if fields.count > 1 || cursor.offset > start.offset {
        rows.append(Row(fields: fields, place: start))
      }
      Self.passLineEnd(bytes, &cursor)
    }
  }

  /// A field from its first byte; the cursor is left at the separator or line end behind it.
  private mutating func field(_ bytes: Bytes, _ cursor: inout Cursor) -> Field {
    let start = cursor.place
    guard cursor.offset < bytes.count, bytes[cursor.offset] == Self.quote else {
      return Field(text: rest(bytes, &cursor), place: start)
    }
    var words = quoted(bytes, &cursor)
    let behind = cursor.place
    let text = rest(bytes, &cursor)
    if text.contains(where: { !$0.isWhitespace }) {
      flaws.append(Flaw(kind: .textBehindQuote, place: behind))
      words += Array(text.utf8)
    }
    return Field(text: String(decoding: words, as: UTF8.self), place: start)
  }

  /// What stands up to the next separator or line end.
  private func rest(_ bytes: Bytes, _ cursor: inout Cursor) -> String {
    let start = cursor.offset
    while cursor.offset < bytes.count, bytes[cursor.offset] != separator.rawValue,
      bytes[cursor.offset] != Self.lineFeed, bytes[cursor.offset] != Self.carriageReturn
    {
      cursor.offset += 1
    }
    return String(decoding: bytes[start..<cursor.offset], as: UTF8.self)
  }

  /// What stands between quotation marks, from the first of them.
  private mutating func quoted(_ bytes: Bytes, _ cursor: inout Cursor) -> [UInt8] {
    let start = cursor.place
    var words: [UInt8] = []
    cursor.offset += 1
    while cursor.offset < bytes.count {
      let byte = bytes[cursor.offset]
      let next = cursor.offset + 1 < bytes.count ? bytes[cursor.offset + 1] : nil
      cursor.offset += 1
      if byte == Self.quote {
        guard next == Self.quote else { return words }
        cursor.offset += 1
      } else if byte == Self.lineFeed || byte == Self.carriageReturn && next != Self.lineFeed {
        cursor.line += 1
      }
      words.append(byte)
    }
    flaws.append(Flaw(kind: .unclosedQuote, place: start))
    return words
  }

  private static func passLineEnd(_ bytes: Bytes, _ cursor: inout Cursor) {
    guard cursor.offset < bytes.count else { return }
    let first = bytes[cursor.offset]
    cursor.offset += 1
    cursor.line += 1
    if first == carriageReturn, cursor.offset < bytes.count, bytes[cursor.offset] == lineFeed {
      cursor.offset += 1
    }
  }

  /// The separator of which the first 64 KiB have most outside quotation marks; a comma where there is
  /// none.
  private static func mostFrequent(in bytes: Bytes) -> Separator {
    var counts: [Separator: Int] = [:]
    var isQuoted = false
    for byte in bytes.prefix(64 << 10) {
      if byte == quote {
        isQuoted.toggle()
      } else if !isQuoted, let separator = Separator(rawValue: byte) {
        counts[separator, default: 0] += 1
      }
    }
    let most = counts.values.max() ?? 0
    return Separator.allCases.first { counts[$0, default: 0] == most } ?? .comma
  }
}
