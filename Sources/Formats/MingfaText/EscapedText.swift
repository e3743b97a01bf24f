import Questions

/// Text values out of the lines of a file: canonical form, backslashes resolved.
enum EscapedText {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The lines as one text.
  static func string(_ bytes: Bytes, _ slices: ArraySlice<Slice>) -> String {
    if slices.count == 1, let slice = slices.first { return string(bytes, slice) }
    var result: [UInt8] = []
    for slice in slices {
      if !result.isEmpty { result.append(0x0A) }
      append(bytes, slice, to: &result)
    }
    return text(result.span)
  }

  static func string(_ bytes: Bytes, _ slice: Slice) -> String {
    guard slice.start < slice.end else { return "" }
    if Blank.isPlain(bytes, slice.start, slice.end) {
      return text(Bytes(rebasing: bytes[slice.start..<slice.end]).span)
    }
    var result: [UInt8] = []
    result.reserveCapacity(slice.end - slice.start)
    append(bytes, slice, to: &result)
    return text(result.span)
  }

  /// Bytes of a file as a text. The whole file was found to be UTF-8 before, and it is cut between signs
  /// only; proving each piece again would take longer than all the rest of making it.
  private static func text(_ bytes: Span<UInt8>) -> String {
    assert((try? UTF8Span(validating: bytes)) != nil)
    return String(copying: UTF8Span(unchecked: bytes))
  }

  private static func append(_ bytes: Bytes, _ slice: Slice, to result: inout [UInt8]) {
    walk(bytes, slice, into: &result) { _, _ in 0 }
  }

  /// Appends the text of a slice. `special` is asked at each opening bracket that no backslash
  /// precedes and gives the length of what it has taken itself.
  private static func walk(
    _ bytes: Bytes, _ slice: Slice, into result: inout [UInt8],
    special: (Int, inout [UInt8]) -> Int
  ) {
    var at = slice.start
    // What is neither blank nor special is copied in runs.
    var run = at
    var literal = slice.isLiteral
    var space = false
    func copyRun(_ result: inout [UInt8]) {
      if run < at { result.append(contentsOf: Bytes(rebasing: bytes[run..<at])) }
    }
    while at < slice.end {
      let byte = bytes[at]
      // Han signs and most of ASCII: nothing special begins with them.
      if !space, !literal, byte >= 0xE4 && byte <= 0xE9 || byte > 0x5D && byte < 0x7B {
        at += byte < 0x80 ? 1 : 3
        continue
      }
      let blank = Blank.sign(bytes, at, slice.end)
      if blank.length > 0 {
        copyRun(&result)
        space = space || blank.isSpace
        at += blank.length
        run = at
        continue
      }
      if space {
        result.append(0x20)
        space = false
      }
      if !literal {
        if byte == 0x5C {
          let length = Sign.escapable(bytes, at + 1, slice.end)
          if length > 0 {
            copyRun(&result)
            run = at + 1
            at += 1 + length
            continue
          }
        } else if byte == 0x5B || byte == 0xE3 || byte == 0xEF {
          // [, and the first bytes of 【 and ［.
          copyRun(&result)
          run = at
          let taken = special(at, &result)
          if taken > 0 {
            at += taken
            run = at
            continue
          }
        }
      }
      literal = false
      let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      at = min(at + length, slice.end)
    }
    copyRun(&result)
  }

  /// An explanation: text in which `[A]` names an option.
  ///
  /// - Parameter missing: told of the places that name an option past the last of `optionCount`.
  static func rationale(
    _ bytes: Bytes, _ slices: ArraySlice<Slice>, optionCount: Int, missing: (Place) -> Void
  ) -> Rationale {
    guard let only = slices.first else { return Rationale() }
    if slices.count == 1, !mayNameOptions(bytes, only) {
      return Rationale(string(bytes, only))
    }
    var parts: [Rationale.Part] = []
    var text: [UInt8] = []
    for slice in slices {
      if slice.line != only.line { text.append(0x0A) }
      walk(bytes, slice, into: &text) { at, text in
        let (letter, length) = optionName(bytes, at, slice.end)
        guard length > 0 else { return 0 }
        if letter >= optionCount { missing(Place(line: slice.line, offset: at)) }
        if !text.isEmpty { parts.append(.text(Self.text(text.span))) }
        text.removeAll(keepingCapacity: true)
        parts.append(.option(OptionID(letter + 1)))
        return length
      }
    }
    if !text.isEmpty { parts.append(.text(Self.text(text.span))) }
    return Rationale(parts)
  }

  private static func mayNameOptions(_ bytes: Bytes, _ slice: Slice) -> Bool {
    var at = slice.start
    while at < slice.end {
      let byte = bytes[at]
      if byte >= 0xE4 && byte <= 0xE9 {
        at += 3
        continue
      }
      if byte == 0x5B || byte == 0xE3 || byte == 0xEF,
        optionName(bytes, at, slice.end).length > 0
      {
        return true
      }
      at += 1
    }
    return false
  }

  /// `[A]` at an offset: the letter's position and the length in bytes, 0 where there is none.
  static func optionName(
    _ bytes: Bytes, _ at: Int, _ end: Int
  ) -> (letter: Int, length: Int) {
    let open = Sign.openBracket(bytes, at, end)
    guard open.length > 0 else { return (0, 0) }
    let letter = Sign.narrow(bytes, at + open.length, end)
    guard (0x41...0x48).contains(letter.sign) else { return (0, 0) }
    let close = Sign.closeBracket(
      bytes, at + open.length + letter.length, end, black: open.black)
    guard close > 0 else { return (0, 0) }
    return (Int(letter.sign) - 0x41, open.length + letter.length + close)
  }

  /// The parts of a slice between separators that no backslash precedes, trimmed.
  ///
  /// - Parameter separators: in half width, full-width forms separate too; `、` by `0x2C`.
  static func split(_ bytes: Bytes, _ slice: Slice, at separator: UInt8) -> [Slice] {
    var parts: [Slice] = []
    var start = slice.start
    var at = slice.start
    var literal = slice.isLiteral
    while at < slice.end {
      if !literal, bytes[at] == 0x5C {
        at += 1 + Sign.escapable(bytes, at + 1, slice.end)
        continue
      }
      let sign = Sign.narrow(bytes, at, slice.end)
      var length = sign.sign == separator ? sign.length : 0
      if length == 0, separator == 0x2C,
        Sign.has(bytes, at, slice.end, Sign.enumerationComma)
      {
        length = 3
      }
      if length > 0, !literal {
        parts.append(Slice(bytes, part: start, at, of: slice))
        start = at + length
      }
      literal = false
      at += length > 0 ? length : max(1, sign.length)
    }
    parts.append(Slice(bytes, part: start, slice.end, of: slice))
    return parts
  }
}
