import Exams
import Questions

/// How the facts of a sitting stand in the log of evidence: a kind, and a small JSON document.
package enum SittingCoding {
  /// The kinds that belong to a sitting.
  static let kinds: Set<String> = [
    "began", "answer", "mark", "released", "resumed", "time", "ended", "extra",
  ]

  /// The kind and the payload of a fact.
  package static func entry(of fact: SittingFact) -> (kind: String, payload: String) {
    var bytes: [UInt8] = []
    func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }
    func string(_ name: String, _ text: String) {
      raw("\"\(name)\":")
      ContentCoding.append(json: text, to: &bytes)
    }
    raw("{")
    let kind: String
    switch fact {
    case .extended(let minutes, let reason):
      kind = "extra"
      raw("\"minutes\":\(minutes),")
      string("reason", reason)
    case .began(let terminal):
      kind = "began"
      string("terminal", terminal)
    case .answered(let line, let response):
      kind = "answer"
      raw("\"line\":\(line),\"response\":{")
      ResponseCoding.append(response, to: &bytes)
      raw("}")
    case .marked(let line, let isMarked):
      kind = "mark"
      raw("\"line\":\(line),\"marked\":\(isMarked)")
    case .released(let reason):
      kind = "released"
      string("reason", reason)
    case .resumed(let terminal):
      kind = "resumed"
      string("terminal", terminal)
    case .gaveTime(let milliseconds, let reason):
      kind = "time"
      raw("\"milliseconds\":\(milliseconds),")
      string("reason", reason)
    case .ended(let end):
      kind = "ended"
      string("reason", end.rawValue)
    }
    raw("}")
    return (kind, String(decoding: bytes, as: UTF8.self))
  }

  /// The fact of an entry; nil where the entry is none of a sitting or cannot be read.
  package static func fact(kind: String, payload: String) -> SittingFact? {
    guard kinds.contains(kind), let stored = try? JSONText(payload) else { return nil }
    func text(_ name: String) -> String? { try? stored[name]?.text() }
    func number(_ name: String) -> Int? { try? stored[name]?.number() }
    switch kind {
    case "extra":
      guard let minutes = number("minutes"), let reason = text("reason") else { return nil }
      return .extended(minutes: minutes, reason: reason)
    case "began": return text("terminal").map { .began(terminal: $0) }
    case "answer":
      guard let line = number("line"), let stored = stored["response"],
        let response = try? ResponseCoding.response(from: stored)
      else { return nil }
      return .answered(line: line, response)
    case "mark":
      guard let line = number("line"), case .truth(let isMarked)? = stored["marked"] else {
        return nil
      }
      return .marked(line: line, isMarked)
    case "released": return text("reason").map { .released(reason: $0) }
    case "resumed": return text("terminal").map { .resumed(terminal: $0) }
    case "time":
      guard let milliseconds = number("milliseconds"), let reason = text("reason") else {
        return nil
      }
      return .gaveTime(Int64(milliseconds), reason: reason)
    default: return text("reason").flatMap(SittingEnd.init).map { .ended($0) }
    }
  }
}
