import Questions
import Seals

/// The results of an exam as they are kept outside: signed, with the head of the log. Persons are told by
/// admission number alone.
package struct SealedResults: Hashable, Sendable {
  /// A candidate's line.
  package struct Line: Hashable, Sendable {
    package var number: String
    /// nil for whoever was absent; in hundredths.
    package var score: Int?
    package var isPassed: Bool

    package init(number: String, score: Int?, isPassed: Bool) {
      self.number = number
      self.score = score
      self.isPassed = isPassed
    }
  }

  package var exam: String
  package var database: String
  package var head: ChainHead
  /// UTC milliseconds.
  package var made: Int64
  /// Digests in hex.
  package var blueprint: String
  package var forms: [String]
  package var full: Int
  package var pass: Int
  package var lines: [Line]

  package init(
    exam: String, database: String, head: ChainHead, made: Int64, blueprint: String,
    forms: [String], full: Int, pass: Int, lines: [Line]
  ) {
    self.exam = exam
    self.database = database
    self.head = head
    self.made = made
    self.blueprint = blueprint
    self.forms = forms
    self.full = full
    self.pass = pass
    self.lines = lines
  }

  // MARK: As a file

  private static let schema = "mingfa.exam-seal/1"
  private static let before = ",\n\"signature\":\""
  private static let after = "\"}\n"

  /// The file: a JSON document whose last field is the signature of every byte before it.
  package func text(signedBy key: SigningKey) -> String {
    let lines = lines.map { line in
      "{\"number\":\(Self.quoted(line.number)),\"score\":\(line.score.map(String.init) ?? "null"),"
        + "\"passed\":\(line.isPassed)}"
    }
    let document =
      "{\"schema\":\"\(Self.schema)\",\n\"exam\":\(Self.quoted(exam)),\n"
      + "\"database\":\(Self.quoted(database)),\n\"made\":\(made),\n"
      + "\"entries\":\(head.count),\n\"head\":\"\(head.digest.hex)\",\n"
      + "\"blueprint\":\"\(blueprint)\",\n"
      + "\"forms\":[\(forms.map { "\"\($0)\"" }.joined(separator: ","))],\n"
      + "\"full\":\(full),\n\"pass\":\(pass),\n"
      + "\"results\":[\n\(lines.joined(separator: ",\n"))\n],\n"
      + "\"key\":\"\(Self.hex(key.public))\""
    return document + Self.before + Self.hex(key.signature(of: Array(document.utf8))) + Self.after
  }

  /// Why a file tells nothing.
  package enum Flaw: Error, Hashable, Sendable {
    /// It is not laid out as an export is.
    case unreadable
    case signature
  }

  /// Reads a file and checks its signature.
  ///
  /// - Returns: what it says, and the public key that signed it, in hex.
  package static func read(_ bytes: [UInt8]) -> Result<(SealedResults, signer: String), Flaw> {
    let signatureSize = 128
    let tail = before.utf8.count + signatureSize + after.utf8.count
    guard bytes.count > tail, bytes.suffix(after.utf8.count).elementsEqual(after.utf8) else {
      return .failure(.unreadable)
    }
    let document = Array(bytes.dropLast(tail))
    let rest = bytes.suffix(tail)
    let written = rest.dropFirst(before.utf8.count).prefix(signatureSize)
    guard rest.starts(with: before.utf8), let signature = unhex(written),
      let value = AuditValue(document + [UInt8(ascii: "}")]), let read = SealedResults(value),
      let key = value["key"]?.text, let signer = unhex(key.utf8)
    else { return .failure(.unreadable) }
    guard SigningKey.verifies(signature, of: document, by: signer) else {
      return .failure(.signature)
    }
    return .success((read, key))
  }

  private init?(_ value: AuditValue) {
    guard value["schema"]?.text == Self.schema, let exam = value["exam"]?.text,
      let database = value["database"]?.text, let made = value["made"]?.number,
      let count = value["entries"]?.number,
      let digest = value["head"]?.text.flatMap({ Self.unhex($0.utf8) }).flatMap(
        Digest.init(stored:)),
      let blueprint = value["blueprint"]?.text, let forms = value["forms"]?.texts,
      let full = value["full"]?.number, let pass = value["pass"]?.number,
      let results = value["results"]?.list
    else { return nil }
    var lines: [Line] = []
    for result in results {
      guard let number = result["number"]?.text, let isPassed = result["passed"]?.truth else {
        return nil
      }
      lines.append(Line(number: number, score: result["score"]?.number, isPassed: isPassed))
    }
    self.init(
      exam: exam, database: database,
      head: ChainHead(count: Int64(count), digest: digest), made: Int64(made),
      blueprint: blueprint, forms: forms, full: full, pass: pass, lines: lines)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\u{0}"..<" ":
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Small letters and digits.
  package static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// What `hex` wrote; nil for anything else, capital letters too.
  package static func unhex(_ text: some Collection<UInt8>) -> [UInt8]? {
    let digits = text.map { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    let values = digits.compactMap(\.self)
    guard values.count == digits.count, values.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }
}
