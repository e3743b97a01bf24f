/// A value of JSON, read by the audit itself: it trusts no reader of what it audits.
enum AuditValue: Sendable {
  case null
  case truth(Bool)
  case number(Int)
  case text(String)
  case list([AuditValue])
  case object([(name: String, value: AuditValue)])

  /// nil where the bytes are no JSON, or have fractions, which are not written here.
  init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard let value = reader.value(depth: 0) else { return nil }
    reader.skipSpace()
    guard reader.at == bytes.count else { return nil }
    self = value
  }

  /// A field of an object; nil where it is absent.
  subscript(name: String) -> AuditValue? {
    guard case .object(let fields) = self else { return nil }
    return fields.last { $0.name == name }?.value
  }

  var number: Int? { if case .number(let number) = self { number } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }
  var list: [AuditValue]? { if case .list(let values) = self { values } else { nil } }

  /// The numbers of a list; nil where it is none of numbers alone.
  var numbers: [Int]? { Self.all(list?.map(\.number)) }
  /// The texts of a list; nil where it is none of texts alone.
  var texts: [String]? { Self.all(list?.map(\.text)) }

  static func all<Value>(_ values: [Value?]?) -> [Value]? {
    guard let values else { return nil }
    let found = values.compactMap(\.self)
    return found.count == values.count ? found : nil
  }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    private var byte: UInt8 { at < bytes.count ? bytes[at] : 0 }

    mutating func skipSpace() {
      while byte == 0x20 || (0x09...0x0D).contains(byte) { at += 1 }
    }

    private mutating func take(_ sign: UInt8) -> Bool {
      skipSpace()
      guard byte == sign else { return false }
      at += 1
      return true
    }

    private mutating func take(word: StaticString) -> Bool {
      guard at + word.utf8CodeUnitCount <= bytes.count else { return false }
      for place in 0..<word.utf8CodeUnitCount where word.utf8Start[place] != bytes[at + place] {
        return false
      }
      at += word.utf8CodeUnitCount
      return true
    }

    /// Whoever alters a text must not exhaust the stack: nothing here lies deeper than a few levels.
    mutating func value(depth: Int) -> AuditValue? {
      guard depth < 24 else { return nil }
      skipSpace()
      switch byte {
      case UInt8(ascii: "\""): return string().map(AuditValue.text)
      case UInt8(ascii: "["):
        at += 1
        var values: [AuditValue] = []
        if take(UInt8(ascii: "]")) { return .list([]) }
        repeat {
          guard let value = value(depth: depth + 1) else { return nil }
          values.append(value)
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]")) ? .list(values) : nil
      case UInt8(ascii: "{"):
        at += 1
        var fields: [(name: String, value: AuditValue)] = []
        if take(UInt8(ascii: "}")) { return .object([]) }
        repeat {
          skipSpace()
          guard let name = string(), take(UInt8(ascii: ":")),
            let value = value(depth: depth + 1)
          else { return nil }
          fields.append((name, value))
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}")) ? .object(fields) : nil
      case UInt8(ascii: "t"): return take(word: "true") ? .truth(true) : nil
      case UInt8(ascii: "f"): return take(word: "false") ? .truth(false) : nil
      case UInt8(ascii: "n"): return take(word: "null") ? .null : nil
      default: return number().map(AuditValue.number)
      }
    }

    private mutating func number() -> Int? {
      let isNegative = byte == UInt8(ascii: "-")
      if isNegative { at += 1 }
      let start = at
      var value = 0
      while (0x30...0x39).contains(byte) {
        let (tens, isMuch) = value.multipliedReportingOverflow(by: 10)
        let (sum, isMore) = tens.addingReportingOverflow(Int(byte - 0x30))
        guard !isMuch, !isMore else { return nil }
        value = sum
        at += 1
      }
      guard at > start else { return nil }
      return isNegative ? -value : value
    }

    private mutating func string() -> String? {
      guard byte == UInt8(ascii: "\"") else { return nil }
      at += 1
      let start = at
      while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") {
        at += 1
      }
      guard at < bytes.count else { return nil }
      var text = Array(bytes[start..<at])
      while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
        if bytes[at] == UInt8(ascii: "\\") {
          at += 1
          guard escape(into: &text) else { return nil }
        } else {
          text.append(bytes[at])
          at += 1
        }
      }
      guard at < bytes.count else { return nil }
      at += 1
      return String(decoding: text, as: UTF8.self)
    }

    private mutating func escape(into text: inout [UInt8]) -> Bool {
      let sign = byte
      at += 1
      switch sign {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(sign)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      // Only control characters are written like this here.
      case UInt8(ascii: "u"):
        guard at + 4 <= bytes.count,
          let unit = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16),
          let scalar = Unicode.Scalar(unit)
        else { return false }
        at += 4
        text.append(contentsOf: String(scalar).utf8)
      default: return false
      }
      return true
    }
  }
}
