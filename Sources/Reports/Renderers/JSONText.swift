import Foundation
import Text

/// JSON as all commands print it: sorted keys, indented, one line feed at the end.
package enum JSONText {
  /// What a terminal would obey or hide (`SafeText`) is written as `\u` with its code units, which
  /// means the same to a program that reads the document.
  ///
  /// - Throws: the encoder's error.
  package static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return escaped(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
  }

  /// Outside its texts a document holds only ASCII, so every such sign stands in one of them.
  private static func escaped(_ document: String) -> String {
    guard SafeText.clean(document, keepingNewlines: true) != document else { return document }
    return document.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "\n" || SafeText.clean(String(scalar)) == String(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
  }
}
