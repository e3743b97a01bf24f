/// The string literals of a Swift file, each with the calls in whose arguments it stands: as much of
/// the language as a test needs that looks for words without a `Wording`.
///
/// Comments are passed over, and literals inside an interpolation are literals of their own. Regex
/// literals are not known: the sources have none.
package struct SwiftLiterals {
  /// An open bracket around a literal.
  package struct Frame: Hashable, Sendable {
    /// The name before a round bracket: `Wording`, `say`; empty for other brackets.
    package var callee = ""
    /// The label of the argument.
    package var label = ""
    /// The same for all arguments of one call; counted from 1 in its file.
    package var call = 0
  }

  /// One literal.
  package struct Literal: Sendable {
    package var line: Int
    /// What stands between the interpolations.
    package var text: String
    /// The source of each interpolation.
    package var interpolations: [String]
    /// The brackets around it, the outermost first; those of interpolations too.
    package var frames: [Frame]
    /// Whether it stands inside another literal's interpolation.
    package var isNested: Bool
    /// The innermost call with one of these names.
    package func call(of names: Set<String>) -> Frame? {
      frames.last { names.contains($0.callee) }
    }
  }

  private let source: [Character]
  private var at = 0
  private var line = 1
  private var calls = 0
  private var depth = 0
  private var frames: [Frame] = []
  private var literals: [Literal] = []

  /// The literals of a source text, in the order in which they begin.
  package static func all(in source: String) -> [Literal] {
    var scanner = SwiftLiterals(source)
    scanner.code(until: nil)
    return scanner.literals
  }

  private init(_ text: String) { source = Array(text) }

  // MARK: Code

  /// Goes through code up to its end, or up to the bracket that closes it.
  private mutating func code(until closing: Character?) {
    // The bracket that closes an interpolation belongs to no bracket inside it.
    let outside = frames.count
    while at < source.count {
      let character = source[at]
      switch character {
      case "/" where starts("//"): skipLine()
      case "/" where starts("/*"): skipComment()
      case "\"": literal(pounds: 0)
      case "#" where poundsBeforeQuote() != nil: literal(pounds: poundsBeforeQuote() ?? 0)
      case "(", "[", "{":
        open(character)
      case ")", "]", "}":
        if character == closing, frames.count == outside { return }
        if frames.count > outside { frames.removeLast() }
        advance()
      case ",":
        advance()
        if var frame = frames.popLast() {
          if !frame.callee.isEmpty || frame.call > 0 { frame.label = labelAhead() }
          frames.append(frame)
        }
      default: advance()
      }
    }
  }

  private mutating func open(_ bracket: Character) {
    let callee = bracket == "(" ? nameBefore() : ""
    advance()
    guard bracket == "(" else {
      frames.append(Frame())
      return
    }
    calls += 1
    frames.append(Frame(callee: callee, label: labelAhead(), call: calls))
  }

  private func nameBefore() -> String {
    var start = at
    while start > 0, isWordPart(source[start - 1]) { start -= 1 }
    return String(source[start..<at])
  }

  /// `zh` where `zh:` comes next.
  private func labelAhead() -> String {
    var start = at
    while start < source.count, source[start].isWhitespace { start += 1 }
    var end = start
    while end < source.count, isWordPart(source[end]) { end += 1 }
    return end > start && end < source.count && source[end] == ":"
      ? String(source[start..<end]) : ""
  }

  private func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  // MARK: Comments

  private mutating func skipLine() {
    while at < source.count, !source[at].isNewline { advance() }
  }

  private mutating func skipComment() {
    var open = 0
    repeat {
      if starts("/*") {
        open += 1
        advance(2)
      } else if starts("*/") {
        open -= 1
        advance(2)
      } else {
        advance()
      }
    } while open > 0 && at < source.count
  }

  // MARK: Literals

  private func poundsBeforeQuote() -> Int? {
    var end = at
    while end < source.count, source[end] == "#" { end += 1 }
    return end < source.count && source[end] == "\"" ? end - at : nil
  }

  private mutating func literal(pounds: Int) {
    let place = literals.count
    literals.append(
      Literal(line: line, text: "", interpolations: [], frames: frames, isNested: depth > 0))
    advance(pounds)
    let quote = starts("\"\"\"") ? "\"\"\"" : "\""
    let hashes = String(repeating: "#", count: pounds)
    advance(quote.count)
    while at < source.count {
      if starts(quote + hashes) {
        advance(quote.count + pounds)
        return
      }
      guard starts("\\" + hashes) else {
        literals[place].text.append(source[at])
        advance()
        continue
      }
      advance(1 + pounds)
      if at < source.count, source[at] == "(" {
        literals[place].interpolations.append(interpolation())
      } else if starts("u{") {
        literals[place].text.append(escapedScalar())
      } else {
        // An escaped newline or sign holds no word.
        literals[place].text.append(at < source.count && source[at] == "n" ? "\n" : " ")
        advance()
      }
    }
  }

  private mutating func interpolation() -> String {
    advance()
    let start = at
    depth += 1
    code(until: ")")
    depth -= 1
    let inside = String(source[start..<min(at, source.count)])
    advance()
    return inside
  }

  private mutating func escapedScalar() -> Character {
    advance(2)
    var digits = ""
    while at < source.count, source[at] != "}" {
      digits.append(source[at])
      advance()
    }
    advance()
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map(Character.init) ?? " "
  }

  // MARK: Characters

  private func starts(_ text: String) -> Bool {
    source[at...].starts(with: text)
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where at < source.count {
      if source[at].isNewline { line += 1 }
      at += 1
    }
  }
}
