import Questions

extension MingfaText.Reader {
  /// No heading is longer, in bytes.
  private static let longestHeading = 90

  /// A heading with a slip in it (二、多选题目, 多项选择：) would vanish into the text before it, and the
  /// questions after it would keep the type before: its author should look.
  func likeTypeHeading() -> Bool {
    guard end - start <= Self.longestHeading, namesType() else { return false }
    let line = String(decoding: bytes[start..<end], as: UTF8.self)
    // The name of the type stands at the end, before what is said of marks.
    var name = line.prefix { !Vocabulary.typeStops.contains($0) }
    while let last = name.last, last.isWhitespace { name.removeLast() }
    guard name.count <= 14,
      Vocabulary.typeStems.contains(where: { name.contains($0) })
    else { return false }
    return Vocabulary.typeEndings.contains { name.hasSuffix($0) }
  }

  /// Whether a stem of a type's name stands anywhere in the line: told by its bytes, since most lines
  /// have none and need no closer look.
  private func namesType() -> Bool {
    var at = start
    while at < end {
      for stem in Self.typeStems where stem[0] == bytes[at] && bytes[at..<end].starts(with: stem) {
        return true
      }
      at += 1
    }
    return false
  }

  private static let typeStems = Vocabulary.typeStems.map { Array($0.utf8) }
}
