/// One candidate's sitting, folded anew from the log.
struct SittingAudit {
  /// Marks as an entry tells them, in hundredths.
  struct Marks {
    var score: Int
    var full: Int
    var pass: Int
    var sections: [[Int]]
    var place: AuditFinding.Place
    var payload: [UInt8]
    var utc: Int64

    init?(_ entry: EvidenceRecord.Entry, _ payload: AuditValue, at place: AuditFinding.Place) {
      guard let score = payload["score"]?.number, let full = payload["full"]?.number,
        let pass = payload["pass"]?.number,
        let sections = AuditValue.all(payload["sections"]?.list?.map(\.numbers))
      else { return nil }
      self.score = score
      self.full = full
      self.pass = pass
      self.sections = sections
      self.place = place
      self.payload = entry.payload
      utc = entry.utc
    }
  }

  /// The standing answers, by line.
  private(set) var answers: [Int: AuditValue] = [:]
  private(set) var isListed = false
  private(set) var hasBegun = false
  private(set) var hasEnded = false
  private(set) var marks: Marks?
  /// The terminal that holds the sitting; nil before it began and after a release.
  private var holder: String?
  /// Milliseconds granted and given back so far.
  private var added: Int64 = 0

  /// What an entry is held against.
  struct Terms {
    /// By the clock of the log; nil where the wave was not opened.
    var opened: Int64?
    /// Milliseconds without what was added; nil where the blueprint cannot be read.
    var limit: Int64?
    var extraMinutes: Int64
  }

  /// The longest time that can be given at once, a year: whoever forges one must not make a sum overflow.
  private static let most = 0...31_536_000_000

  /// Takes an entry of a sitting.
  ///
  /// - Parameters:
  ///   - time: by the clock of the log.
  ///   - isClosed: whether the wave has ended before it.
  /// - Returns: what is wrong with it.
  mutating func take(
    _ entry: EvidenceRecord.Entry, _ payload: AuditValue, at place: AuditFinding.Place, time: Int64,
    terms: Terms, isClosed: Bool
  ) -> [AuditFinding] {
    switch entry.kind {
    case "ticket": return []
    case "extra":
      guard let minutes = payload["minutes"]?.number, Self.most.contains(minutes &* 60_000) else {
        return [.entryUnreadable(place)]
      }
      added &+= Int64(minutes) * 60_000
      return hasEnded ? [.afterEnd(place)] : []
    case "graded": return grade(entry, payload, place)
    default: break
    }
    var findings: [AuditFinding] = []
    if hasEnded {
      findings.append(entry.kind == "ended" ? .repeated(place) : .afterEnd(place))
    } else if isClosed {
      findings.append(.afterClosing(place))
    }
    if entry.kind == "began" {
      if hasBegun { findings.append(.repeated(place)) }
      if terms.opened == nil { findings.append(.beforeOpening(place)) }
      if payload["terminal"]?.text == nil { findings.append(.entryUnreadable(place)) }
      hasBegun = true
      holder = payload["terminal"]?.text
      return findings
    }
    if entry.kind == "time" {
      // Given to the room, it reaches those who have not begun, too.
      if terms.opened == nil { findings.append(.beforeOpening(place)) }
    } else if !hasBegun {
      findings.append(.beforeBeginning(place))
    }
    if hasBegun, !hasEnded, isForeign(entry.kind, payload) { findings.append(.notHeld(place)) }
    return findings + act(entry, payload, place, time, terms)
  }

  /// Whether an entry comes from a terminal that could not have made it: nobody answers while the sitting is
  /// released, and nobody goes on with one that another terminal holds.
  private func isForeign(_ kind: String, _ payload: AuditValue) -> Bool {
    switch kind {
    case "answer", "mark": holder == nil
    case "resumed": holder != nil && holder != payload["terminal"]?.text
    default: false
    }
  }

  private mutating func act(
    _ entry: EvidenceRecord.Entry, _ payload: AuditValue, _ place: AuditFinding.Place,
    _ time: Int64, _ terms: Terms
  ) -> [AuditFinding] {
    switch entry.kind {
    case "answer":
      guard let line = payload["line"]?.number, line >= 0, let answer = payload["response"],
        case .object(let fields) = answer
      else { return [.entryUnreadable(place)] }
      // What came after the end changes no score: it is told, and not counted.
      if !hasEnded { answers[line] = fields.isEmpty ? nil : answer }
      guard let opened = terms.opened, let limit = terms.limit else { return [] }
      let late = time &- opened &- limit &- (terms.extraMinutes &* 60_000) &- added
      return late >= 0 ? [.afterDeadline(place, late: late)] : []
    case "mark":
      let isRead = payload["line"]?.number != nil && payload["marked"]?.truth != nil
      return isRead ? [] : [.entryUnreadable(place)]
    case "time":
      guard let milliseconds = payload["milliseconds"]?.number,
        Self.most.contains(milliseconds)
      else { return [.entryUnreadable(place)] }
      added &+= Int64(milliseconds)
      return []
    case "released":
      holder = nil
      return payload["reason"]?.text == nil ? [.entryUnreadable(place)] : []
    case "resumed":
      holder = payload["terminal"]?.text
      return payload["terminal"]?.text == nil ? [.entryUnreadable(place)] : []
    default:
      hasEnded = true
      return payload["reason"]?.text == nil ? [.entryUnreadable(place)] : []
    }
  }

  private mutating func grade(
    _ entry: EvidenceRecord.Entry, _ payload: AuditValue, _ place: AuditFinding.Place
  ) -> [AuditFinding] {
    guard let told = Marks(entry, payload, at: place) else { return [.entryUnreadable(place)] }
    guard marks == nil else { return [.repeated(place)] }
    marks = told
    return hasEnded ? [] : [.gradeWithoutEnd(place)]
  }

  /// Takes the entry of being listed; false where there was one before.
  mutating func list() -> Bool {
    defer { isListed = true }
    return !isListed
  }
}
