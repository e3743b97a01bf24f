import Foundation
import Questions
import Statutes
import Text

/// How the parts of a question stand in the database: JSON that SQLite and people can read. Writing
/// is our own, since a load writes 100,000 of them; reading is Foundation's.
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
    return try JSONDecoder().decode([StoredOption].self, from: Data(text.utf8)).map(\.option)
  }

  private struct StoredOption: Decodable {
    let option: AnswerOption

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      let id = try container.decode(Int.self)
      option = AnswerOption(id: OptionID(id), text: try container.decode(String.self))
    }
  }

  // MARK: Keys: {"options":[1,3]} {"truth":true} {"blanks":[["a","b"]]} {"points":[…]}

  static func append(_ key: Key, to bytes: inout [UInt8]) {
    switch key {
    case .options(let right):
      bytes.append(contentsOf: "{\"options\":[".utf8)
      for (index, id) in right.sorted().enumerated() {
        if index > 0 { bytes.append(0x2C) }
        append(id.number, to: &bytes)
      }
      bytes.append(contentsOf: "]}".utf8)
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

  private struct StoredKey: Decodable {
    struct Point: Decodable {
      var wording: String
      var forms: [[String]]
    }
    var options: [Int]?
    var truth: Bool?
    var blanks: [[String]]?
    var points: [Point]?
  }

  static func key(from text: String) throws -> Key {
    let stored = try JSONDecoder().decode(StoredKey.self, from: Data(text.utf8))
    if let options = stored.options { return .options(Set(options.map { OptionID($0) })) }
    if let truth = stored.truth { return .truth(truth) }
    if let blanks = stored.blanks { return .blanks(blanks) }
    let points = stored.points ?? []
    return .points(points.map { KeyPoint(wording: $0.wording, forms: $0.forms) })
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
