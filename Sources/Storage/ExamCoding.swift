import Exams
import Learning
import Questions
import Seals

/// How the acts of an exam as a whole stand in the log of evidence.
package enum ExamCoding {
  /// The kind and the payload of a fact.
  package static func entry(of fact: ExamState.Fact) -> (kind: String, payload: String) {
    switch fact {
    case .opened(let wave): return ("opened", "{\"wave\":\(wave)}")
    case .ended(let wave): return ("closed", "{\"wave\":\(wave)}")
    case .published: return ("published", "{}")
    case .cancelled(let reason): return ("cancelled", object([("reason", reason)]))
    case .noted(let note): return ("note", object([("digest", note.digest.hex)]))
    }
  }

  /// The fact of an entry; nil where it is of another kind or cannot be read.
  ///
  /// - Parameter words: of the notes, by the sequence of their entries.
  package static func fact(
    of entry: EvidenceEntry, words: [Int64: ExamState.Note] = [:]
  ) -> ExamState.Fact? {
    guard let stored = try? JSONText(entry.act.payload) else { return nil }
    let wave = try? stored["wave"]?.number()
    switch entry.act.kind {
    case "opened": return wave.map { .opened(wave: $0) }
    case "closed": return wave.map { .ended(wave: $0) }
    case "published": return .published
    case "cancelled": return (try? stored["reason"]?.text()).map { .cancelled(reason: $0) }
    case "note":
      if let note = words[entry.sequence] { return .noted(note) }
      // Before schema 11 the words stood in the entry.
      guard let text = try? stored["text"]?.text() else { return nil }
      let witness = (try? stored["witness"]?.text()) ?? ""
      return .noted(
        ExamState.Note(text: text, witness: witness, salt: [], moment: entry.act.moment))
    default: return nil
    }
  }

  /// A JSON object of texts, its fields in this order.
  package static func object(_ fields: [(name: String, text: String)]) -> String {
    var bytes: [UInt8] = [0x7B]
    for (place, field) in fields.enumerated() {
      if place > 0 { bytes.append(0x2C) }
      ContentCoding.append(json: field.name, to: &bytes)
      bytes.append(0x3A)
      ContentCoding.append(json: field.text, to: &bytes)
    }
    bytes.append(0x7D)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ExamCoding {
  /// What was frozen: the digests of the blueprint and of each form.
  package static func created(_ exam: StoredExam, forms: [StoredForm]) -> String {
    let digests = forms.map { "\"\($0.digest.hex)\"" }.joined(separator: ",")
    // Without the code only the sealed bytes can be looked at.
    let sealed = forms.map { "\"\(Digest(of: $0.sealed).hex)\"" }.joined(separator: ",")
    let names = object([("code", exam.code), ("title", exam.title)]).dropFirst().dropLast()
    return "{\(names),\"blueprint\":\"\(Digest(of: Array(exam.blueprint.utf8)).hex)\","
      + "\"forms\":[\(digests)],\"sealed\":[\(sealed)],\"rehearsal\":\(exam.isRehearsal),"
      + "\"hides\":\(exam.hidesQuestions),\"makeUpOf\":\(exam.makeUpOf ?? 0),"
      + "\"from\":\(exam.window.from ?? 0),\"until\":\(exam.window.until ?? 0)}"
  }

  /// The digests of an entry `created`, as hex, by the position of the form: of what is inside, and of the
  /// sealed bytes; nil where the entry is another or cannot be read.
  package static func frozen(
    in entry: EvidenceEntry
  ) -> (blueprint: String, forms: [String], sealed: [String])? {
    guard entry.act.kind == "created", let stored = try? JSONText(entry.act.payload),
      let blueprint = try? stored["blueprint"]?.text(),
      let forms = try? stored["forms"]?.list().map({ try $0.text() })
    else { return nil }
    let sealed = (try? stored["sealed"]?.list().map { try $0.text() }) ?? []
    return (blueprint, forms, sealed)
  }

  /// What bears on a candidate's result, without the name. The seed is written as text, since it needs all
  /// 64 bits.
  package static func candidate(
    number: String, person: Int64, seat: SeatPlan.Seat, seed: UInt64, extraMinutes: Int,
    unit: Int64?
  ) -> String {
    var bytes = Array("{\"number\":".utf8)
    ContentCoding.append(json: number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
      + ",\"person\":\(person),\"wave\":\(seat.wave),\"seat\":\(seat.number),\"form\":\(seat.form),"
      + "\"seed\":\"\(seed)\",\"extraMinutes\":\(extraMinutes),\"unit\":\(unit ?? 0)}"
  }

  /// A result, section by section.
  package static func grade(_ grade: PaperGrade) -> String {
    let sections = grade.sections.map {
      "[\($0.score.hundredths),\($0.full.hundredths),\($0.questions),\($0.answered),\($0.right)]"
    }
    return "{\"score\":\(grade.score.hundredths),\"full\":\(grade.full.hundredths),"
      + "\"pass\":\(grade.passMark.hundredths),\"sections\":[\(sections.joined(separator: ","))]}"
  }
}
