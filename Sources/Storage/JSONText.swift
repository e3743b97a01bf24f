/// A value of JSON, read from text. Foundation's decoder looks up its types for longer than a whole
/// question takes to read, and a question stands between the start and the screen.
indirect enum JSONText {
  case null
  case truth(Bool)
  case number(Int)
  case text(String)
  case list([JSONText])
  case object([String: JSONText])

  /// The text can't be read, or is not of the form that was expected.
  struct Malformed: Error, CustomStringConvertible {
    var description: String { "JSON" }
  }

  /// - Throws: `Malformed`; so for fractions, which are not written here.
  init(_ text: String) throws(Malformed) {
    var reader = Reader(bytes: Array(text.utf8))
    self = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.at == reader.bytes.count else { throw Malformed() }
  }

  /// The parts of a list.
  ///
  /// - Throws: `Malformed` where it is no list.
  func list() throws(Malformed) -> [JSONText] {
    guard case .list(let values) = self else { throw Malformed() }
    return values
  }

  /// - Throws: `Malformed` where it is no number.
  func number() throws(Malformed) -> Int {
    guard case .number(let number) = self else { throw Malformed() }
    return number
  }

  /// - Throws: `Malformed` where it is no text.
  func text() throws(Malformed) -> String {
    guard case .text(let text) = self else { throw Malformed() }
    return text
  }

  /// A field of an object; nil where it is absent or null.
  subscript(name: String) -> JSONText? {
    guard case .object(let fields) = self, let field = fields[name] else { return nil }
    if case .null = field { return nil }
    return field
  }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    private var byte: UInt8 { at < bytes.count ? bytes[at] : 0 }

    mutating func skipSpace() {
      while byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { at += 1 }
    }

    private mutating func take(_ sign: UInt8) -> Bool {
      skipSpace()
      guard byte == sign else { return false }
      at += 1
      return true
    }

    private mutating func take(_ word: StaticString) -> Bool {
      let end = at + word.utf8CodeUnitCount
      guard end <= bytes.count, bytes[at..<end].elementsEqual(Array("\(word)".utf8)) else {
        return false
      }
      at = end
      return true
    }

    /// Nothing here is nested deeper than a few levels; a damaged text must not exhaust the stack.
    mutating func value(depth: Int) throws(Malformed) -> JSONText {
      guard depth < 32 else { throw Malformed() }
      skipSpace()
      switch byte {
      case 0x22: return .text(try string())
      case 0x5B:
        at += 1
        var values: [JSONText] = []
        if take(0x5D) { return .list(values) }
        repeat { values.append(try value(depth: depth + 1)) } while take(0x2C)
        guard take(0x5D) else { throw Malformed() }
        return .list(values)
      case 0x7B:
        at += 1
        var fields: [String: JSONText] = [:]
        if take(0x7D) { return .object(fields) }
        repeat {
          skipSpace()
          let name = try string()
          guard take(0x3A) else { throw Malformed() }
          fields[name] = try value(depth: depth + 1)
        } while take(0x2C)
        guard take(0x7D) else { throw Malformed() }
        return .object(fields)
      case 0x74 where take("true"): return .truth(true)
      case 0x66 where take("false"): return .truth(false)
      case 0x6E where take("null"): return .null
      default: return .number(try number())
      }
    }

    private mutating func number() throws(Malformed) -> Int {
      let start = at
      if byte == 0x2D { at += 1 }
      while (0x30...0x39).contains(byte) { at += 1 }
      guard let number = Int(String(decoding: bytes[start..<at], as: UTF8.self)) else {
        throw Malformed()
      }
      return number
    }

    private mutating func string() throws(Malformed) -> String {
      guard byte == 0x22 else { throw Malformed() }
      at += 1
      var text: [UInt8] = []
      while at < bytes.count, byte != 0x22 {
        if byte == 0x5C {
          at += 1
          try escape(into: &text)
        } else {
          text.append(byte)
          at += 1
        }
      }
      guard byte == 0x22 else { throw Malformed() }
      at += 1
      return String(decoding: text, as: UTF8.self)
    }

    private mutating func escape(into text: inout [UInt8]) throws(Malformed) {
      let sign = byte
      at += 1
      switch sign {
      case 0x22, 0x5C, 0x2F: text.append(sign)
      case 0x62: text.append(0x08)
      case 0x66: text.append(0x0C)
      case 0x6E: text.append(0x0A)
      case 0x72: text.append(0x0D)
      case 0x74: text.append(0x09)
      case 0x75:
        var unit = try codeUnit()
        if (0xD800..<0xDC00).contains(unit) {
          guard take("\\u") else { throw Malformed() }
          let low = try codeUnit()
          guard (0xDC00..<0xE000).contains(low) else { throw Malformed() }
          unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(unit) else { throw Malformed() }
        text.append(contentsOf: String(scalar).utf8)
      default: throw Malformed()
      }
    }

    private mutating func codeUnit() throws(Malformed) -> UInt32 {
      guard at + 4 <= bytes.count,
        let unit = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
      else { throw Malformed() }
      at += 4
      return unit
    }
  }
}
