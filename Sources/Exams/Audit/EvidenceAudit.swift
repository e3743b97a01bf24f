import Seals

/// Goes through the whole log once, recounts every score from the answers, and compares all that is kept
/// beside it. Written apart from what writes the log: it reads bytes by itself, makes digests by itself and
/// marks papers by itself.
package struct EvidenceAudit {
  private let record: EvidenceRecord
  private var chain: ChainAudit
  private var clock = LogClock()
  private var accounts: AccountAudit
  private var exams: [Int64: ExamAudit]
  private let candidates: [Int64: EvidenceRecord.Candidate]
  private let codes: [Int64: String]
  private var sittings: [Int64: SittingAudit] = [:]
  private var findings: [AuditFinding] = []
  private var entries = 0
  /// Entries of notes whose words stand beside the log, and those whose words do not.
  private var noted: Set<Int64> = []
  private var lost: [(exam: Int64, place: AuditFinding.Place)] = []
  private var terms: [Int64: SittingAudit.Terms] = [:]
  /// Public keys that sealed exports are signed with.
  private var signers: Set<String> = []

  /// - Parameter anchored: the counts of entries at which heads are wanted.
  package init(_ record: EvidenceRecord, anchored: some Sequence<Int64> = []) {
    self.record = record
    chain = ChainAudit(database: record.database, anchored: anchored)
    accounts = AccountAudit(record.accountEvents, accounts: record.accounts)
    exams = Dictionary(
      record.exams.map { ($0.id, ExamAudit($0)) }, uniquingKeysWith: { $1 })
    candidates = Dictionary(
      record.candidates.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    codes = Dictionary(record.exams.map { ($0.id, $0.code) }, uniquingKeysWith: { $1 })
    for exam in record.exams where exam.rules == nil {
      findings.append(.blueprintUnreadable(exam: exam.code))
    }
  }

  private func place(_ entry: EvidenceRecord.Entry) -> AuditFinding.Place {
    AuditFinding.Place(
      sequence: entry.sequence, kind: entry.kind, exam: codes[entry.exam],
      number: candidates[entry.candidate]?.number)
  }

  private func who(_ candidate: EvidenceRecord.Candidate) -> AuditFinding.Who {
    AuditFinding.Who(
      exam: codes[candidate.exam] ?? String(candidate.exam), number: candidate.number)
  }

  // MARK: Entry by entry

  /// Takes the next entry, in the order of their sequences.
  package mutating func take(_ entry: EvidenceRecord.Entry) {
    entries += 1
    chain.take(entry)
    let time = clock.time(of: entry)
    let place = place(entry)
    guard Self.kinds.contains(entry.kind) else {
      return findings.append(.kindUnknown(place))
    }
    guard let payload = AuditValue(entry.payload), case .object = payload else {
      return findings.append(.entryUnreadable(place))
    }
    switch entry.kind {
    case "account": findings += accounts.take(entry, payload, at: place)
    case "signing-key":
      if let key = payload["public"]?.text {
        signers.insert(key)
      } else {
        findings.append(.entryUnreadable(place))
      }
    case "created", "opened", "closed", "published", "cancelled", "note", "forgotten":
      if let told = exams[entry.exam]?.take(entry, payload, at: place, time: time) {
        findings += told
        if entry.kind == "note" { note(entry, payload, place) }
      } else {
        findings.append(entry.kind == "created" ? .examGone(place) : .entryAstray(place))
      }
    default: sitting(entry, payload, place, time)
    }
  }

  private static let kinds: Set<String> = [
    "account", "signing-key", "created", "opened", "closed", "published", "cancelled", "note",
    "forgotten", "candidate", "ticket", "extra", "began", "answer", "mark", "released", "resumed",
    "time",
    "ended", "graded",
  ]

  /// Before schema 11 the words of a note stood in its entry.
  private mutating func note(
    _ entry: EvidenceRecord.Entry, _ payload: AuditValue, _ place: AuditFinding.Place
  ) {
    guard let digest = payload["digest"]?.text else { return }
    noted.insert(entry.sequence)
    guard let note = record.notes[entry.sequence] else { return lost.append((entry.exam, place)) }
    var bytes: [UInt8] = []
    for part in [note.salt, note.text, note.witness] {
      for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: part.count >> (place * 8))) }
      bytes += part
    }
    if Digest(of: bytes).hex != digest { findings.append(.noteAltered(place)) }
  }

  private mutating func sitting(
    _ entry: EvidenceRecord.Entry, _ payload: AuditValue, _ place: AuditFinding.Place, _ time: Int64
  ) {
    let id = entry.candidate
    guard let candidate = candidates[id], candidate.exam == entry.exam else {
      return findings.append(
        entry.kind == "candidate" ? .candidateGone(place) : .entryAstray(place))
    }
    if entry.kind == "candidate" {
      if sittings[id, default: SittingAudit()].list() {
        findings += differing(candidate, payload)
      } else {
        findings.append(.repeated(place))
      }
      return
    }
    if entry.kind == "began", let told = exams[entry.exam]?.begin(at: place) { findings += told }
    // The same for all answers of a sitting.
    let known = terms[id]
    let held = known ?? makeTerms(of: candidate)
    if known == nil, held.opened != nil { terms[id] = held }
    findings += sittings[id, default: SittingAudit()].take(
      entry, payload, at: place, time: time, terms: held,
      isClosed: exams[entry.exam]?.closed.contains(candidate.wave) ?? false)
  }

  private func makeTerms(of candidate: EvidenceRecord.Candidate) -> SittingAudit.Terms {
    let exam = exams[candidate.exam]
    return SittingAudit.Terms(
      opened: exam?.opened[candidate.wave], limit: exam?.limit,
      extraMinutes: Int64(candidate.extraMinutes))
  }

  private func differing(
    _ candidate: EvidenceRecord.Candidate, _ payload: AuditValue
  ) -> [AuditFinding] {
    func number(_ name: String) -> Int? { payload[name]?.number }
    var fields: [AuditFinding.Field] = []
    if payload["number"]?.text != candidate.number { fields.append(.number) }
    if number("person").map(Int64.init) != candidate.person { fields.append(.person) }
    if number("wave") != candidate.wave { fields.append(.wave) }
    if number("seat") != candidate.seat { fields.append(.seat) }
    if number("form") != candidate.form { fields.append(.form) }
    if payload["seed"]?.text != String(candidate.seed) { fields.append(.seed) }
    if number("extraMinutes") != candidate.extraMinutes { fields.append(.extraMinutes) }
    // Exams that were made before schema 11 have the unit in no entry.
    if let unit = payload["unit"], unit.number.map(Int64.init) != candidate.unit {
      fields.append(.unit)
    }
    return fields.map { .candidateDiffers(who(candidate), $0) }
  }

  // MARK: The end

  /// What an audit came to.
  package struct Outcome: Sendable {
    package init() {}

    package var findings: [AuditFinding] = []
    package var entries = 0
    /// nil where the log is empty.
    package var head: ChainHead?
    package var exams = 0
    /// Candidates who began.
    package var sittings = 0
    package var recounted = 0
    /// Forms and results that nobody can look into before the opening code is there.
    package var closedForms = 0
    package var uncounted = 0
    /// Of the exams that were looked at, by code and admission number: the recounted score in hundredths.
    package var scores: [AuditFinding.Who: Int] = [:]
    /// Public keys that the log knows, in hex.
    package var signers: Set<String> = []
    /// The digests of the entries that were asked for; nil where there is no such entry.
    package var anchored: [Int64: [UInt8]?] = [:]
  }

  /// Ends the audit.
  ///
  /// - Parameter only: the codes of the exams whose scores are to be recounted; nil recounts all. The log is
  ///   looked at whole in either case.
  package mutating func finish(only: Set<String>? = nil) -> Outcome {
    var outcome = Outcome()
    outcome.entries = entries
    outcome.head = Digest(stored: chain.head).map { ChainHead(count: chain.last, digest: $0) }
    outcome.signers = signers
    outcome.anchored = chain.wanted
    var told = chainFindings() + findings + accounts.findings()
    let grades = Dictionary(
      record.grades.map { ($0.candidate, $0) }, uniquingKeysWith: { $1 })
    for grade in record.grades where candidates[grade.candidate] == nil {
      told.append(.resultWithoutEntry(candidate: grade.candidate, nil))
    }
    for listed in record.candidates where exams[listed.exam] == nil {
      told.append(.candidateWithoutEntry(who(listed)))
    }
    told += lost.filter { exams[$0.exam]?.isForgotten != true }.map { .noteGone($0.place) }
    told += Set(record.notes.keys).subtracting(noted).sorted().map { .noteAstray($0) }
    told += record.keys.subtracting(exams.keys).sorted().map { .keyAstray(exam: $0) }
    let listed = Dictionary(grouping: record.candidates, by: \.exam)
    for exam in record.exams where only?.contains(exam.code) ?? true {
      guard let audit = exams[exam.id] else { continue }
      outcome.exams += 1
      if !audit.isMade { told.append(.examWithoutEntry(exam: exam.code)) }
      let forms = audit.forms()
      told += forms.findings
      outcome.closedForms += forms.closed
      for candidate in listed[exam.id] ?? [] {
        told += recount(
          candidate, audit, forms.papers[candidate.form], grades[candidate.id], into: &outcome)
      }
    }
    outcome.findings = told
    return outcome
  }

  private mutating func chainFindings() -> [AuditFinding] {
    var told = chain.missing.map { AuditFinding.entriesMissing($0) }
    told += chain.stretches().map { .entriesBroken($0.range, shift: $0.shift) }
    for (entry, fault) in chain.faults() {
      let place = place(entry)
      let finding: AuditFinding =
        switch fault {
        case .altered: .entryAltered(place)
        case .digest: .digestAltered(place)
        case .uncheckable: .entryUncheckable(place)
        case .moved(let from): .entryMoved(place, from: from)
        case .inserted: .entryInserted(place)
        }
      told.append(finding)
    }
    return told
  }

  // MARK: Scores

  private func recount(
    _ candidate: EvidenceRecord.Candidate, _ exam: ExamAudit, _ paper: PaperRecount?,
    _ grade: EvidenceRecord.Grade?, into outcome: inout Outcome
  ) -> [AuditFinding] {
    let who = who(candidate)
    let sitting = sittings[candidate.id] ?? SittingAudit()
    var told: [AuditFinding] = sitting.isListed ? [] : [.candidateWithoutEntry(who)]
    if sitting.hasBegun { outcome.sittings += 1 }
    if sitting.hasBegun, !sitting.hasEnded, exam.closed.contains(candidate.wave) {
      told.append(.neverEnded(who))
    }
    guard let marks = sitting.marks else {
      if sitting.hasEnded { told.append(.endWithoutGrade(who)) }
      if grade != nil { told.append(.resultWithoutEntry(candidate: candidate.id, who)) }
      return told
    }
    told += Self.compare(grade, marks, who)
    guard let paper else {
      outcome.uncounted += 1
      return told
    }
    let parts = paper.parts(sitting.answers)
    let score = PaperRecount.score(parts)
    outcome.recounted += 1
    outcome.scores[who] = score
    if marks.score != score {
      told.append(.scoreDiffers(who, marks.place, stored: marks.score, recounted: score))
    }
    if marks.full != paper.full { told.append(.gradeDiffers(who, marks.place, .full)) }
    if let pass = exam.passMark, marks.pass != pass {
      told.append(.gradeDiffers(who, marks.place, .pass))
    }
    if marks.sections != parts.map(\.numbers) {
      told.append(.gradeDiffers(who, marks.place, .sections))
    }
    return told
  }

  /// The kept result against that of the log.
  private static func compare(
    _ grade: EvidenceRecord.Grade?, _ marks: SittingAudit.Marks, _ who: AuditFinding.Who
  ) -> [AuditFinding] {
    guard let grade else { return [.resultGone(who)] }
    var told: [AuditFinding] = []
    if grade.score != marks.score {
      told.append(.resultDiffers(who, stored: grade.score, logged: marks.score))
    }
    var fields: [AuditFinding.Field] = []
    if grade.full != marks.full { fields.append(.full) }
    if grade.pass != marks.pass { fields.append(.pass) }
    if grade.isPassed != (marks.score >= marks.pass && marks.full > 0) { fields.append(.passed) }
    if grade.sections != marks.payload { fields.append(.sections) }
    if grade.utc != marks.utc { fields.append(.time) }
    return told + fields.map { .resultFieldDiffers(who, $0) }
  }
}
