/// The one form in which two texts are compared: the width of letters, the way a number is written,
/// spaces, case and punctuation make no difference.
///
/// Numbers of one value become one: 十八 and １８ are `18`, 10万 and 十万 are `100000`, 1,204 is
/// `1204`, 一点五 is `1.5`, 百分之六十 and 60％ are `60%`, 三分之二 is `2/3`. Punctuation between
/// two numbers stays, since 3-5 is not 35 and 一、二 is not 十二.
package enum AnswerText {
  /// `十八 周岁。` and `18周岁` are both `18周岁`. Normalizing twice changes nothing.
  package static func normalized(_ text: some StringProtocol) -> String {
    var result = ""
    let pieces = Fractions.read(AnswerPiece.pieces(of: text))
    for (position, piece) in pieces.enumerated() {
      switch piece {
      case .figure(let text), .word(let text): result += text
      case .mark(let mark):
        guard position > 0, position + 1 < pieces.count, case .figure = pieces[position - 1],
          case .figure = pieces[position + 1]
        else { continue }
        result.append(mark)
      }
    }
    return result
  }

  /// Whether nothing is left of a text once it is normalized.
  package static func isEmpty(_ text: String) -> Bool {
    // Han signs, ASCII letters and digits always leave something; what has none is looked at closely.
    let says = text.utf8.contains {
      (0xE4...0xE9).contains($0) || (0x30...0x39).contains($0) || ($0 | 0x20) &- 0x61 < 26
    }
    return !says && normalized(text).isEmpty
  }

  /// Whether a normalized text says a normalized part: the part stands in it, and no number is cut
  /// out of a longer one, as 3年 would be out of 13年 or 1.3年. An empty part is not said.
  package static func says(_ text: String, _ part: String) -> Bool {
    guard let first = part.first, let last = part.last else { return false }
    return text.ranges(of: part).contains { range in
      let before = text[..<range.lowerBound].last
      let after = text[range.upperBound...].first
      let startsWithin = isDigit(first) && before.map { isDigit($0) || "./-".contains($0) } == true
      let endsWithin = isDigit(last) && after.map { isDigit($0) || "./-%‰亿".contains($0) } == true
      return !startsWithin && !endsWithin
    }
  }

  /// Full-width ASCII as ASCII.
  static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    default: scalar
    }
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}

/// 百分之六十 as 60%, 千分之五 as 5‰, 三分之二 as 2/3.
private enum Fractions {
  static func read(_ pieces: [AnswerPiece]) -> [AnswerPiece] {
    var result: [AnswerPiece] = []
    var rest = pieces[...]
    while let piece = rest.popFirst() {
      // In 1/2分之3 the 2 belongs to the fraction before.
      guard case .figure(let whole) = piece, result.last != .mark("/"), rest.count >= 3,
        rest.prefix(2).elementsEqual([.word("分"), .word("之")]),
        case .figure(let part) = rest[rest.startIndex + 2]
      else {
        result.append(piece)
        continue
      }
      rest = rest.dropFirst(3)
      let share = part == "百" ? "100" : part
      switch whole {
      case "百", "100": result += [.figure(share), .word("%")]
      case "千", "1000": result += [.figure(share), .word("‰")]
      case "万": result += [.figure(share), .mark("/"), .figure("10000")]
      default: result += [.figure(share), .mark("/"), .figure(whole)]
      }
    }
    return result
  }
}
