import Questions

extension MingfaText.Reader {
  /// The key, if it is there and can be read; what is wrong with it is told.
  mutating func readKey(kind: Int?) -> Key? {
    guard let block = question[.answer], block.count > 0 else {
      problem(.missingKey, question[.answer]?.place ?? question.place)
      return nil
    }
    guard let kind else { return nil }
    let lines = question.lines(block)
    let key: Key? =
      switch forms[kind] {
      case .options: letters(lines)
      case .truth: truth(lines)
      case .blanks: .blanks(blanks(lines))
      case .text: points(lines)
      }
    if key == nil, case .text = forms[kind] { return nil }
    if key == nil, let first = lines.first, let last = lines.last {
      let shown = first.start..<(lines.count == 1 ? last.end : first.end)
      problem(.unreadableKey(kinds[kind], text: quoted(shown)), block.place)
    }
    return key
  }

  /// `B`, `ABD`, `A、B、D`; nil where anything else stands there or a letter stands twice.
  private func letters(_ lines: ArraySlice<Slice>) -> Key? {
    var right: Set<OptionID> = []
    for slice in lines {
      var at = slice.start
      while at < slice.end {
        let blank = Blank.sign(bytes, at, slice.end)
        if blank.length > 0 {
          at += blank.length
          continue
        }
        let sign = Sign.narrow(bytes, at, slice.end)
        switch sign.sign {
        case 0x41...0x5A, 0x61...0x7A:
          guard right.insert(OptionID(Int(sign.sign & ~0x20) - 0x40)).inserted else { return nil }
          at += sign.length
        case 0x2C, 0x2E, 0x3B, 0x2F: at += sign.length
        default:
          // 、 and 。
          guard
            Sign.has(bytes, at, slice.end, Sign.enumerationComma)
              || Sign.has(bytes, at, slice.end, (0xE3, 0x80, 0x82))
          else { return nil }
          at += 3
        }
      }
    }
    return right.isEmpty ? nil : .options(right)
  }

  private func truth(_ lines: ArraySlice<Slice>) -> Key? {
    guard lines.count == 1, let slice = lines.first else { return nil }
    var end = slice.end
    if end - slice.start > 3, Sign.has(bytes, end - 3, end, (0xE3, 0x80, 0x82)) { end -= 3 }
    if end - slice.start > 1, bytes[end - 1] == 0x2E { end -= 1 }
    return Vocabulary.truths.value(bytes, slice.start, end).map { .truth($0) }
  }

  /// `出生；死亡 | 去世`. A line ends a blank as `；` does.
  private func blanks(_ lines: ArraySlice<Slice>) -> [[String]] {
    var blanks: [[String]] = []
    for slice in lines {
      var parts = EscapedText.split(bytes, slice, at: 0x3B)
      if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
      for part in parts {
        blanks.append(
          EscapedText.split(bytes, part, at: 0x7C).map { EscapedText.string(bytes, $0) })
      }
    }
    return blanks
  }

  /// `- wording | form+word`, one a line.
  private mutating func points(_ lines: ArraySlice<Slice>) -> Key? {
    var points: [KeyPoint] = []
    for slice in lines {
      let dash = Sign.narrow(bytes, slice.start, slice.end)
      guard dash.sign == 0x2D, !slice.isLiteral else {
        problem(.keyPointWithoutDash, Place(line: slice.line, offset: slice.start))
        return nil
      }
      let start = Blank.skip(bytes, slice.start + dash.length, slice.end)
      let rest = Slice(bytes, start, slice.end, line: slice.line)
      let parts = EscapedText.split(bytes, rest, at: 0x7C)
      points.append(
        KeyPoint(
          wording: parts.first.map { EscapedText.string(bytes, $0) } ?? "",
          forms: parts.dropFirst().map { form in
            EscapedText.split(bytes, form, at: 0x2B).map { EscapedText.string(bytes, $0) }
          }))
    }
    return .points(points)
  }
}
