/// A trimmed stretch of one line of the file.
struct Slice {
  var start: Int
  var end: Int
  /// From 1.
  var line: Int
  /// A backslash stood before it: the first sign is plain text.
  var isLiteral = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, line: Int) {
    self.start = start
    self.end = end
    self.line = line
    // A lone backslash is itself.
    if start + 1 < end, bytes[start] == 0x5C {
      self.start = Blank.skip(bytes, start + 1, end)
      isLiteral = true
    }
  }

  /// A part of another slice, trimmed.
  init(_ bytes: UnsafeBufferPointer<UInt8>, part start: Int, _ end: Int, of whole: Slice) {
    (self.start, self.end) = Blank.trimmed(bytes, start, end)
    line = whole.line
    isLiteral = whole.isLiteral && self.start == whole.start
  }

  var isEmpty: Bool { start >= end }
}

/// The lines of one text: a stretch of the list of slices.
struct Block {
  var first: Int
  var count: Int
  /// Where the text begins or would begin, for problems.
  var place: Place

  var range: Range<Int> { first..<first + count }
}

/// A place in the bytes of the file; the column is counted only where a problem needs it.
struct Place: Hashable {
  var line: Int
  var offset: Int
}
