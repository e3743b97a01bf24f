import Testing

@testable import Documents

/// Chance that a test can repeat: SplitMix64.
private struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

private func table(
  _ text: String, _ separator: DelimitedTable.Separator? = nil
) throws -> DelimitedTable {
  DelimitedTable(try TextSource(bytes: Array(text.utf8), name: "table"), separator: separator)
}

private func texts(_ table: DelimitedTable) -> [[String]] {
  table.rows.map { $0.fields.map(\.text) }
}

/// A place as `line:column`.
private func place(_ place: DelimitedTable.Place, in table: DelimitedTable) -> String {
  "\(place.line):\(table.column(of: place))"
}

@Suite struct DelimitedTableTests {
  @Test(
    arguments: [
      ("a,b\nc,d", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]), ("a\r\n\r\n\n\rb", [["a"], ["b"]]),
      ("a,,\n,,", [["a", "", ""], ["", "", ""]]), ("", []), ("\n", []), ("\"\"", [[""]]),
      ("\"a,b\",\"c\"\"d\"", [["a,b", "c\"d"]]), ("\"a\nb\",c", [["a\nb", "c"]]),
      ("\"a\r\nb\"\r\nc", [["a\r\nb"], ["c"]]), ("a\"b\",c", [["a\"b\"", "c"]]),
      ("\"a\" ,b", [["a", "b"]]), (" a , b", [[" a ", " b"]]), ("姓名，单位,乡镇", [["姓名，单位", "乡镇"]]),
    ] as [(String, [[String]])])
  func `rows and fields are told apart`(text: String, rows: [[String]]) throws {
    let table = try table(text, .comma)
    #expect(texts(table) == rows)
    #expect(table.flaws == [])
  }

  @Test(arguments: [
    ("a,b;c,d\n", DelimitedTable.Separator.comma), ("a;b;c\n1,5;2;3\n", .semicolon),
    ("a\tb\n\"x,y,z\"\t2\n", .tab), ("a\n", .comma), ("", .comma),
  ])
  func `the separator is the one that stands most often outside quotes`(
    text: String, separator: DelimitedTable.Separator
  ) throws {
    #expect(try table(text).separator == separator)
  }

  @Test func `every field knows its line and character`() throws {
    let table = try table("姓名,\"身份证\n号码\",单位\r\n\r\n张三,,\"镇\r里\",👨‍👩‍👧,尾")
    let places = table.rows.map { $0.fields.map { place($0.place, in: table) } }
    #expect(places == [["1:1", "1:4", "2:5"], ["4:1", "4:4", "4:5", "5:4", "5:6"]])
  }

  @Test(
    arguments: [
      ("a,\"b\nc,d", [["a", "b\nc,d"]], "1:3", DelimitedTable.Flaw.Kind.unclosedQuote),
      ("a,\"b\"c,d\ne", [["a", "bc", "d"], ["e"]], "1:6", .textBehindQuote),
      ("\"", [[""]], "1:1", .unclosedQuote), ("\"\"\"", [["\""]], "1:1", .unclosedQuote),
      ("x\n\"a\"\"\"b", [["x"], ["a\"b"]], "2:6", .textBehindQuote),
    ] as [(String, [[String]], String, DelimitedTable.Flaw.Kind)])
  func `quotation marks that do not agree are told with their place`(
    text: String, rows: [[String]], at: String, kind: DelimitedTable.Flaw.Kind
  ) throws {
    let table = try table(text, .comma)
    #expect(texts(table) == rows)
    #expect(table.flaws.map(\.kind) == [kind])
    #expect(table.flaws.map { place($0.place, in: table) } == [at])
  }

  @Test func `no more rows are read than the limit`() throws {
    let limit = DelimitedTable.rowLimit
    let whole = try table(String(repeating: "a\n", count: limit))
    #expect(whole.rows.count == limit && whole.flaws == [])
    let more = try table(String(repeating: "a\n", count: limit + 2))
    #expect(more.rows.count == limit)
    #expect(more.flaws.map(\.kind) == [.tooManyRows(limit: limit)])
    #expect(more.flaws.map(\.place.line) == [limit + 1])
  }

  // MARK: Properties

  /// The table as RFC 4180 has it, written apart from the reader.
  private func printed(
    _ rows: [[String]], _ separator: Character, lineEnd: String, quotesAll: Bool
  ) -> String {
    rows.map { row in
      row.map { field in
        let needsQuotes =
          quotesAll || field.isEmpty && row.count == 1
          || field.unicodeScalars.contains { "\"\r\n".unicodeScalars.contains($0) }
          || field.unicodeScalars.contains { separator.unicodeScalars.contains($0) }
        guard needsQuotes else { return field }
        // By scalars: CR LF is one character.
        return "\""
          + String(
            String.UnicodeScalarView(field.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }))
          + "\""
      }.joined(separator: String(separator))
    }.joined(separator: lineEnd)
  }

  @Test(arguments: 0..<300)
  func `what is printed is read again as it was`(seed: UInt64) throws {
    var chance = Chance(state: seed)
    let signs = [
      "a", "张", ",", ";", "\t", "\"", "\"\"", "\n", "\r", "\r\n", " ", "'", "👨‍👩‍👧", "\u{300}",
    ]
    let rows = (0..<Int.random(in: 1...6, using: &chance)).map { _ in
      (0..<Int.random(in: 1...5, using: &chance)).map { _ in
        (0..<Int.random(in: 0...5, using: &chance))
          .map { _ in signs.randomElement(using: &chance) ?? "" }.joined()
      }
    }
    let separator = DelimitedTable.Separator.allCases.randomElement(using: &chance) ?? .comma
    let sign = Character(Unicode.Scalar(separator.rawValue))
    let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &chance) ?? "\n"
    let quotesAll = Bool.random(using: &chance)
    let text = printed(rows, sign, lineEnd: lineEnd, quotesAll: quotesAll)
    let table = try table(text, separator)
    #expect(
      texts(table).map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
    #expect(table.flaws == [])
  }

  @Test(arguments: 0..<200)
  func `no bytes break it, and all places lie in the text`(seed: UInt64) throws {
    var chance = Chance(state: seed &+ 1000)
    let signs = Array("\"\",;\t\r\n a".utf8)
    let bytes = (0..<Int.random(in: 0...80, using: &chance)).map { _ in
      signs.randomElement(using: &chance) ?? 0x61
    }
    let table = DelimitedTable(try TextSource(bytes: bytes, name: "table"))
    let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
      $0 == "\n" || $0 == "\r"
    }
    for place in table.rows.flatMap({ $0.fields.map(\.place) }) + table.flaws.map(\.place) {
      #expect((1...lines.count + 1).contains(place.line))
      #expect((1...bytes.count + 1).contains(table.column(of: place)))
    }
  }
}
