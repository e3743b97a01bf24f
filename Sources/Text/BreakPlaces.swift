import CUnistring

/// The characters of one paragraph with their widths and the places where a line may end.
struct BreakPlaces {
  private let characters: [Character]
  private let widths: [Int]
  /// Whether a line may end before the character at this position.
  private let breakable: [Bool]

  var count: Int { characters.count }

  init(_ paragraph: Substring) {
    characters = Array(paragraph)
    widths = characters.map { DisplayWidth.columns(of: $0) }
    let scalars = paragraph.unicodeScalars.map(\.value)
    var marks = [CChar](repeating: CChar(UC_BREAK_PROHIBITED), count: scalars.count)
    u32_possible_linebreaks_v2(scalars, scalars.count, "UTF-8", &marks)
    var breakable: [Bool] = []
    breakable.reserveCapacity(characters.count)
    var offset = 0
    // The last character that is seen, for a space must not hide an opening bracket.
    var visible: Character?
    for (position, character) in characters.enumerated() {
      let previous = position > 0 ? characters[position - 1] : nil
      let allowed =
        Int(marks[offset]) == UC_BREAK_POSSIBLE || Self.isOutsideQuotation(previous, character)
      breakable.append(allowed && Self.mayPart(visible, character))
      offset += character.unicodeScalars.count
      if !LineBreaking.isBreakingSpace(character) { visible = character }
    }
    self.breakable = breakable
  }

  /// The characters of a line without the spaces at its end.
  func text(_ range: Range<Int>) -> String {
    var end = range.upperBound
    while end > range.lowerBound, LineBreaking.isBreakingSpace(characters[end - 1]) { end -= 1 }
    return String(characters[range.lowerBound..<end])
  }

  /// Where the line that begins at `start` ends, at least one character on: the last good place
  /// within `room` columns, else a cut. Spaces at the end hang over the edge.
  func endOfLine(from start: Int, room: Int) -> Int {
    var used = 0
    var lastBreak: Int?
    var lastCut: Int?
    var position = start
    while position < count {
      if position > start {
        if breakable[position] { lastBreak = position }
        if Self.mayPart(characters[position - 1], characters[position]) { lastCut = position }
      }
      used += widths[position]
      if used > room, !LineBreaking.isBreakingSpace(characters[position]) { break }
      position += 1
    }
    guard position < count else { return count }
    return lastBreak ?? lastCut ?? max(position, start + 1)
  }

  /// UAX #14 forbids breaks on both sides of a quotation mark, since it can't tell the opening one
  /// from the closing one in every language. Beside Chinese it can be told.
  private static func isOutsideQuotation(_ left: Character?, _ right: Character) -> Bool {
    guard let left else { return false }
    let opens = right == "“" || right == "‘"
    let closed = left == "”" || left == "’"
    return opens && (closed || isChinese(left))
      || closed && (isHan(right) || opening.contains(right))
  }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first?.properties.isIdeographic == true
  }

  /// Han or the full-width punctuation that ends a clause.
  private static func isChinese(_ character: Character) -> Bool {
    isHan(character) || "，。；：？！、）》」』】".contains(character)
  }

  /// Whether a line may end after `left` and the next begin with `right`.
  private static func mayPart(_ left: Character?, _ right: Character) -> Bool {
    if !isCommonHan(right), noLineStart.contains(right) || LineBreaking.isBreakingSpace(right) {
      return false
    }
    return left.map { isCommonHan($0) || !opening.contains($0) } ?? true
  }

  /// Whether a character is one of those that most pages are made of, and so neither bracket nor space.
  private static func isCommonHan(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
  }

  private static let noLineStart = Set("，。、；：？！．,.;:?!·・～…”’）》〉】〕〗」』］｝)]}")
  private static let opening = Set("“‘（《〈【〔〖「『［｛([{")
}
