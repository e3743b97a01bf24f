import Questions

/// How an answer stands in the database, in practice and in exams alike: the fields of a JSON object, none
/// for a blank one.
enum ResponseCoding {
  /// Appends the fields, without the braces.
  static func append(_ response: Response, to bytes: inout [UInt8]) {
    switch response {
    case .blank: break
    case .options(let ids):
      bytes.append(contentsOf: "\"options\":".utf8)
      ContentCoding.append(ids.map(\.number).sorted(), to: &bytes)
    case .truth(let said): bytes.append(contentsOf: "\"truth\":\(said)".utf8)
    case .blanks(let texts):
      bytes.append(contentsOf: "\"blanks\":[".utf8)
      for (index, text) in texts.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        ContentCoding.append(json: text, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .text(let words):
      bytes.append(contentsOf: "\"text\":".utf8)
      ContentCoding.append(json: words, to: &bytes)
    }
  }

  /// The answer that an object holds.
  ///
  /// - Throws: `JSONText.Malformed`.
  static func response(from stored: JSONText) throws -> Response {
    if let options = stored["options"] {
      return .options(Set(try options.list().map { OptionID(try $0.number()) }))
    }
    if case .truth(let said)? = stored["truth"] { return .truth(said) }
    if let blanks = stored["blanks"] { return .blanks(try blanks.list().map { try $0.text() }) }
    if let text = stored["text"] { return .text(try text.text()) }
    return .blank
  }
}
