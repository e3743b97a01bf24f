import Foundation
import Learning
import Questions

/// How steps and openings stand in the database: JSON payloads beside typed columns.
enum StepCoding {
  static func kind(of fact: StepFact) -> String {
    switch fact {
    case .start: "start"
    case .answer: "answer"
    case .skip: "skip"
    case .move: "move"
    case .mark: "mark"
    case .rating: "rating"
    case .undo: "undo"
    case .pause: "pause"
    case .resume: "resume"
    case .finish: "finish"
    }
  }

  /// Written by hand, its keys in the order of the alphabet: it stands between an answer and its
  /// feedback.
  static func payload(of fact: StepFact) -> String {
    var bytes: [UInt8] = []
    switch fact {
    case .start(_, let index, let order):
      append("{\"index\":\(index),\"order\":", to: &bytes)
      ContentCoding.append(order.map(\.number), to: &bytes)
    case .answer(_, let response, let grade):
      append("{\"hits\":\(grade.hits)", to: &bytes)
      if !grade.hitParts.isEmpty {
        append(",\"parts\":", to: &bytes)
        ContentCoding.append(grade.hitParts.sorted(), to: &bytes)
      }
      append(",\"response\":{", to: &bytes)
      ResponseCoding.append(response, to: &bytes)
      append("},\"total\":\(grade.total)", to: &bytes)
    case .mark(_, let isMarked): append("{\"marked\":\(isMarked)", to: &bytes)
    case .rating(_, let sequence, let rating):
      append("{\"rating\":\(rating.rawValue),\"sequence\":\(sequence)", to: &bytes)
    case .undo(_, let sequence): append("{\"sequence\":\(sequence)", to: &bytes)
    case .finish(let reason): append("{\"reason\":\"\(reason.rawValue)\"", to: &bytes)
    case .skip, .move, .pause, .resume: append("{", to: &bytes)
    }
    append("}", to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: text.utf8)
  }

  static func fact(kind: String, ref: QuestionRef?, verdict: Int?, payload text: String) throws
    -> StepFact
  {
    switch (kind, ref) {
    case ("skip", let ref?): return .skip(ref)
    case ("move", let ref?): return .move(ref)
    case ("pause", _): return .pause
    case ("resume", _): return .resume
    default: break
    }
    let payload = try JSONText(text)
    func number(_ field: String) throws -> Int? { try payload[field]?.number() }
    func numbers(_ field: String) throws -> [Int] {
      try payload[field]?.list().map { try $0.number() } ?? []
    }
    switch (kind, ref) {
    case ("start", let ref?):
      return .start(
        ref, index: try number("index") ?? 0,
        optionOrder: try numbers("order").map { OptionID($0) })
    case ("answer", let ref?):
      return .answer(
        ref, try payload["response"].map { try ResponseCoding.response(from: $0) } ?? .blank,
        Grade(
          verdict: verdict.flatMap(Grade.Verdict.init) ?? .blank, hits: try number("hits") ?? 0,
          total: try number("total") ?? 0, hitParts: Set(try numbers("parts"))))
    case ("mark", let ref?):
      guard case .truth(let isMarked)? = payload["marked"] else { return .mark(ref, false) }
      return .mark(ref, isMarked)
    case ("rating", let ref?):
      return .rating(
        ref, sequence: try number("sequence") ?? 0,
        try number("rating").flatMap(Rating.init) ?? .good)
    case ("undo", let ref?): return .undo(ref, sequence: try number("sequence") ?? 0)
    case ("finish", _):
      return .finish((try payload["reason"]?.text()).flatMap(FinishReason.init) ?? .completed)
    default: throw StorageFailure.refused("step \(kind)")
    }
  }

  // MARK: Plans and terms

  private struct StoredPlan: Decodable {
    /// `order`, `shuffle` or `list`.
    var kind: String
    /// Bank, first item, number of items.
    var slices: [[Int64]]?
    /// Question and version, alternating.
    var list: [Int64]?
  }

  static func text(of plan: ItemPlan) -> String {
    func rows(_ slices: [BankSlice]) -> String {
      "\"slices\":["
        + slices.map { "[\($0.bank),\($0.first),\($0.count)]" }.joined(separator: ",") + "]"
    }
    switch plan {
    case .inOrder(let slices): return "{\"kind\":\"order\"," + rows(slices) + "}"
    case .shuffled(let slices): return "{\"kind\":\"shuffle\"," + rows(slices) + "}"
    case .listed(let refs):
      return "{\"kind\":\"list\",\"list\":["
        + refs.map { "\($0.question),\($0.version)" }.joined(separator: ",") + "]}"
    }
  }

  static func plan(from text: String) throws -> ItemPlan {
    let stored = try JSONDecoder().decode(StoredPlan.self, from: Data(text.utf8))
    let slices = (stored.slices ?? []).filter { $0.count == 3 }.map {
      BankSlice(bank: $0[0], first: Int($0[1]), count: Int($0[2]))
    }
    switch stored.kind {
    case "order": return .inOrder(slices)
    case "shuffle": return .shuffled(slices)
    default:
      let list = stored.list ?? []
      return .listed(
        stride(from: 0, to: list.count - 1, by: 2).map {
          QuestionRef(question: list[$0], version: list[$0 + 1])
        })
    }
  }

  private struct StoredTerms: Codable {
    struct Line: Codable {
      var full: Int
      var rule: String
    }
    /// Not with attempts from before papers had sections.
    struct Section: Codable {
      /// Not with cases.
      var kind: String?
      var questions: Int
      var floor: Int?
    }
    struct Paper: Codable {
      var code: String
      var title: String
    }
    var lines: [Line]
    var sections: [Section]?
    var paper: Paper?
    var limit: Int64?
    var pass: Int
  }

  static func text(of terms: MockTerms) throws -> String {
    try encode(
      StoredTerms(
        lines: terms.lines.map { .init(full: $0.full.hundredths, rule: $0.rule.stored) },
        sections: terms.sections.isEmpty
          ? nil
          : terms.sections.map {
            .init(kind: $0.kind?.id, questions: $0.questions, floor: $0.floor?.hundredths)
          },
        paper: terms.paper.map { .init(code: $0.code, title: $0.title) },
        limit: terms.limit, pass: terms.passMark.hundredths))
  }

  static func terms(from text: String) throws -> MockTerms {
    let stored = try JSONDecoder().decode(StoredTerms.self, from: Data(text.utf8))
    return MockTerms(
      lines: stored.lines.map {
        MockTerms.Line(
          full: Score(hundredths: $0.full), rule: ScoringRule(stored: $0.rule) ?? .allOrNothing)
      },
      sections: (stored.sections ?? []).map {
        MockTerms.Section(
          kind: $0.kind.flatMap { QuestionKind(id: $0) }, questions: $0.questions,
          floor: $0.floor.map { Score(hundredths: $0) })
      }, paper: stored.paper.map { MockTerms.Paper(code: $0.code, title: $0.title) },
      limit: stored.limit, passMark: Score(hundredths: stored.pass))
  }

  private static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
