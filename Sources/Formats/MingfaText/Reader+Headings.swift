import Questions

extension MingfaText.Reader {
  /// No heading is longer, in bytes.
  private static let longestHeading = 90

  /// A heading with a slip in it (二、多选题目, 多项选择：) would vanish into the text before it, and the
  /// questions after it would keep the type before: its author should look.
  func likeTypeHeading() -> Bool {
    guard end - start <= Self.longestHeading else { return false }
    let line = String(decoding: bytes[start..<end], as: UTF8.self)
    // The name of the type stands at the end, before what is said of marks.
    var name = line.prefix { !Vocabulary.typeStops.contains($0) }
    while let last = name.last, last.isWhitespace { name.removeLast() }
    guard name.count <= 14,
      Vocabulary.typeStems.contains(where: { name.contains($0) })
    else { return false }
    return Vocabulary.typeEndings.contains { name.hasSuffix($0) }
  }
}
