import Foundation

/// JSON as all commands print it: sorted keys, indented, one line feed at the end.
package enum JSONText {
  /// - Throws: the encoder's error.
  package static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
