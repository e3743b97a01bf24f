import Questions

/// How the parts of a question stand in the database: JSON that SQLite and people can read. Writing
/// is our own, since a load writes 100,000 of them.
enum ContentCoding {
  // MARK: Options: [[1,"text"],[2,"text"]]

  static func append(_ options: [AnswerOption], to bytes: inout [UInt8]) {
    bytes.append(0x5B)
    for (index, option) in options.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      bytes.append(0x5B)
      append(option.id.number, to: &bytes)
      bytes.append(0x2C)
      append(json: option.text, to: &bytes)
      bytes.append(0x5D)
    }
    bytes.append(0x5D)
  }

  static func options(from text: String) throws -> [AnswerOption] {
    if text == "[]" { return [] }
    return try JSONText(text).list().map { pair in
      let parts = try pair.list()
      guard parts.count == 2 else { throw JSONText.Malformed() }
      return AnswerOption(id: OptionID(try parts[0].number()), text: try parts[1].text())
    }
  }

  // MARK: Keys: {"options":[1,3]} {"truth":true} {"blanks":[["a","b"]]} {"points":[…]}

  static func append(_ key: Key, to bytes: inout [UInt8]) {
    switch key {
    case .options(let right):
      bytes.append(contentsOf: "{\"options\":".utf8)
      append(right.map(\.number).sorted(), to: &bytes)
      bytes.append(0x7D)
    case .truth(let truth):
      bytes.append(contentsOf: (truth ? "{\"truth\":true}" : "{\"truth\":false}").utf8)
    case .blanks(let blanks):
      bytes.append(contentsOf: "{\"blanks\":".utf8)
      append(blanks, to: &bytes)
      bytes.append(0x7D)
    case .points(let points):
      bytes.append(contentsOf: "{\"points\":[".utf8)
      for (index, point) in points.enumerated() {
        bytes.append(contentsOf: (index > 0 ? ",{\"wording\":" : "{\"wording\":").utf8)
        append(json: point.wording, to: &bytes)
        bytes.append(contentsOf: ",\"forms\":".utf8)
        append(point.forms, to: &bytes)
        bytes.append(0x7D)
      }
      bytes.append(contentsOf: "]}".utf8)
    }
  }

  static func key(from text: String) throws -> Key { try key(from: JSONText(text)) }

  static func key(from stored: JSONText) throws -> Key {
    if let options = stored["options"] {
      return .options(Set(try options.list().map { OptionID(try $0.number()) }))
    }
    if case .truth(let truth)? = stored["truth"] { return .truth(truth) }
    if let blanks = stored["blanks"] { return .blanks(try lists(blanks)) }
    return .points(
      try (stored["points"]?.list() ?? []).map { point in
        guard let wording = point["wording"], let forms = point["forms"] else {
          throw JSONText.Malformed()
        }
        return KeyPoint(wording: try wording.text(), forms: try lists(forms))
      })
  }

  private static func lists(_ value: JSONText) throws -> [[String]] {
    try value.list().map { try $0.list().map { try $0.text() } }
  }

  // MARK: Explanations: option 3 is [#3], and a [# of the text is [##

  static func append(_ rationale: Rationale, to bytes: inout [UInt8]) {
    for part in rationale.parts {
      switch part {
      case .text(let words):
        let start = bytes.count
        bytes.append(contentsOf: words.utf8)
        guard bytes[start...].contains(0x5B) else { continue }
        bytes.removeSubrange(start...)
        var previous: UInt8 = 0
        for byte in words.utf8 {
          bytes.append(byte)
          if previous == 0x5B, byte == 0x23 { bytes.append(0x23) }
          previous = byte
        }
      case .option(let id):
        bytes.append(contentsOf: "[#".utf8)
        append(id.number, to: &bytes)
        bytes.append(0x5D)
      }
    }
  }

  static func rationale(from text: String) -> Rationale {
    var parts: [Rationale.Part] = []
    var plain = ""
    var rest = Substring(text)
    while let mark = rest.firstRange(of: "[#") {
      plain += rest[..<mark.lowerBound]
      rest = rest[mark.upperBound...]
      if rest.first == "#" {
        plain += "[#"
        rest.removeFirst()
      } else if let end = rest.firstIndex(of: "]"), let number = Int(rest[..<end]) {
        if !plain.isEmpty { parts.append(.text(plain)) }
        plain = ""
        parts.append(.option(OptionID(number)))
        rest = rest[rest.index(after: end)...]
      }
    }
    plain += rest
    if !plain.isEmpty { parts.append(.text(plain)) }
    return Rationale(parts)
  }

  // MARK: Waivers: a line each, the rule's id, a space, the reason

  static func append(_ waivers: [Waiver], to bytes: inout [UInt8]) {
    for (index, waiver) in waivers.enumerated() {
      if index > 0 { bytes.append(0x0A) }
      bytes.append(contentsOf: waiver.rule.utf8)
      bytes.append(0x20)
      bytes.append(contentsOf: waiver.reason.utf8)
    }
  }

  static func waivers(from text: String) -> [Waiver] {
    guard !text.isEmpty else { return [] }
    return text.split(separator: "\n").map { line in
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      return Waiver(rule: String(parts[0]), reason: parts.count > 1 ? String(parts[1]) : "")
    }
  }

  // MARK: Pieces

  private static func append(_ lists: [[String]], to bytes: inout [UInt8]) {
    bytes.append(0x5B)
    for (index, list) in lists.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      bytes.append(0x5B)
      for (inner, word) in list.enumerated() {
        if inner > 0 { bytes.append(0x2C) }
        append(json: word, to: &bytes)
      }
      bytes.append(0x5D)
    }
    bytes.append(0x5D)
  }

  /// Appends numbers as a JSON list.
  static func append(_ numbers: [Int], to bytes: inout [UInt8]) {
    bytes.append(0x5B)
    for (place, number) in numbers.enumerated() {
      if place > 0 { bytes.append(0x2C) }
      append(number, to: &bytes)
    }
    bytes.append(0x5D)
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    if (0..<10).contains(number) {
      bytes.append(0x30 + UInt8(number))
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
  }

  /// Appends a text as a JSON string.
  static func append(json text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if bytes[start...].contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
      bytes.removeSubrange(start...)
      for byte in text.utf8 {
        switch byte {
        case 0x22, 0x5C: bytes += [0x5C, byte]
        case 0x0A: bytes += [0x5C, 0x6E]
        case ..<0x20:
          let hex = String(byte, radix: 16)
          bytes.append(contentsOf: ("\\u00" + (hex.count == 1 ? "0" : "") + hex).utf8)
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(0x22)
  }
}
