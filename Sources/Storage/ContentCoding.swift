import Foundation
import Questions
import Statutes
import Text

/// How the parts of a question stand in the database: JSON that SQLite and people can read. Writing
/// is our own, since a load writes 100,000 of them; reading is Foundation's.
enum ContentCoding {
  // MARK: Options: [[1,"text"],[2,"text"]]

  static func text(of options: [AnswerOption]) -> String {
    var text = "["
    for option in options {
      if text.utf8.count > 1 { text += "," }
      text += "[\(option.id.number),"
      appendString(option.text, to: &text)
      text += "]"
    }
    return text + "]"
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

  static func text(of key: Key) -> String {
    switch key {
    case .options(let right):
      return "{\"options\":[" + right.sorted().map { String($0.number) }.joined(separator: ",")
        + "]}"
    case .truth(let truth): return "{\"truth\":\(truth)}"
    case .blanks(let blanks): return "{\"blanks\":" + array(blanks) + "}"
    case .points(let points):
      var text = "{\"points\":["
      for (index, point) in points.enumerated() {
        if index > 0 { text += "," }
        text += "{\"wording\":"
        appendString(point.wording, to: &text)
        text += ",\"forms\":" + array(point.forms) + "}"
      }
      return text + "]}"
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

  static func text(of rationale: Rationale) -> String {
    rationale.parts.reduce(into: "") { text, part in
      switch part {
      case .text(let words):
        text += words.contains("[#") ? words.replacing("[#", with: "[##") : words
      case .option(let id): text += "[#\(id.number)]"
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

  static func array(_ lists: [[String]]) -> String {
    var text = "["
    for (index, list) in lists.enumerated() {
      text += index == 0 ? "[" : ",["
      for (inner, word) in list.enumerated() {
        if inner > 0 { text += "," }
        appendString(word, to: &text)
      }
      text += "]"
    }
    return text + "]"
  }

  /// Appends a text as a JSON string.
  static func appendString(_ string: String, to text: inout String) {
    text += "\""
    if string.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
      for scalar in string.unicodeScalars {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        default:
          if scalar.value < 0x20 {
            let hex = String(scalar.value, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
          } else {
            text.unicodeScalars.append(scalar)
          }
        }
      }
    } else {
      text += string
    }
    text += "\""
  }
}
