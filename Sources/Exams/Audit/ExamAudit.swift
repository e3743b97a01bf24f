import Seals

/// One exam against the entry of its making: blueprint, forms, key and questions.
struct ExamAudit {
  let exam: EvidenceRecord.Exam
  private(set) var isMade = false
  /// When each wave was opened, by the clock of the log.
  private(set) var opened: [Int: Int64] = [:]
  private(set) var closed: Set<Int> = []
  private(set) var isPublished = false
  /// Whether names and notes were taken away.
  private(set) var isForgotten = false
  private(set) var isCancelled = false
  private var hasBegun = false
  private var frozen: [(content: String, sealed: String?)] = []

  init(_ exam: EvidenceRecord.Exam) { self.exam = exam }

  /// Takes an entry that concerns the exam as a whole.
  mutating func take(
    _ entry: EvidenceRecord.Entry, _ payload: AuditValue, at place: AuditFinding.Place, time: Int64
  ) -> [AuditFinding] {
    switch entry.kind {
    case "created":
      guard !isMade else { return [.repeated(place)] }
      isMade = true
      return compare(entry, payload, place)
    case "cancelled":
      guard payload["reason"]?.text != nil else { return [.entryUnreadable(place)] }
      guard !isCancelled else { return [.repeated(place)] }
      isCancelled = true
      return hasBegun || isPublished ? [.cancelledTooLate(place)] : []
    case _ where isCancelled && entry.kind != "note": return [.afterCancelling(place)]
    case "opened", "closed":
      guard let wave = payload["wave"]?.number else { return [.entryUnreadable(place)] }
      guard entry.kind == "opened" else {
        return closed.insert(wave).inserted ? [] : [.repeated(place)]
      }
      guard opened[wave] == nil else { return [.repeated(place)] }
      opened[wave] = time
      return []
    case "published":
      defer { isPublished = true }
      return isPublished ? [.repeated(place)] : []
    case "forgotten":
      isForgotten = true
      return payload["persons"]?.numbers == nil ? [.entryUnreadable(place)] : []
    default:
      let isRead = payload["digest"]?.text != nil || payload["text"]?.text != nil
      return isRead ? [] : [.entryUnreadable(place)]
    }
  }

  /// Takes that a candidate begins.
  mutating func begin(at place: AuditFinding.Place) -> [AuditFinding] {
    hasBegun = true
    return isCancelled ? [.afterCancelling(place)] : []
  }

  private mutating func compare(
    _ entry: EvidenceRecord.Entry, _ payload: AuditValue, _ place: AuditFinding.Place
  ) -> [AuditFinding] {
    guard let blueprint = payload["blueprint"]?.text, let contents = payload["forms"]?.texts
    else { return [.entryUnreadable(place)] }
    let sealed = payload["sealed"]?.texts ?? []
    frozen = contents.enumerated().map { position, content in
      (content, sealed.indices.contains(position) ? sealed[position] : nil)
    }
    var fields: [AuditFinding.Field] = []
    if Digest(of: exam.blueprint).hex != blueprint { fields.append(.blueprint) }
    if payload["rehearsal"]?.truth != exam.isRehearsal { fields.append(.rehearsal) }
    if payload["makeUpOf"]?.number.map(Int64.init) != exam.makeUpOf { fields.append(.makeUp) }
    // Exams that were made before schema 11 have these three in no entry.
    if let code = payload["code"], code.text != exam.code { fields.append(.code) }
    if let title = payload["title"], title.text != exam.title { fields.append(.title) }
    if let hides = payload["hides"], hides.truth != exam.hidesQuestions { fields.append(.hiding) }
    // Exams that were made without bounds, or before there were any, have none in the table either.
    let (from, until) = (payload["from"]?.number ?? 0, payload["until"]?.number ?? 0)
    if (Int64(from), Int64(until)) != (exam.from, exam.until) { fields.append(.window) }
    if entry.utc != exam.created { fields.append(.created) }
    return fields.map { .examDiffers(exam: exam.code, $0) }
  }

  /// What the forms are found to be.
  struct Forms {
    var papers: [Int: PaperRecount] = [:]
    var findings: [AuditFinding] = []
    /// Whose inside could not be looked at, since the key is not known yet.
    var closed = 0
  }

  /// Looks at the forms, and into them where the key is known.
  func forms() -> Forms {
    var outcome = Forms()
    for position in frozen.indices where !exam.forms.contains(where: { $0.position == position }) {
      outcome.findings.append(.formGone(exam: exam.code, position: position))
    }
    let key = exam.key.map { SealedBox.key(of: $0) }
    var isWhole = true
    var unopened: [String] = []
    for form in exam.forms {
      func differs(_ field: AuditFinding.Field) {
        outcome.findings.append(.formDiffers(exam: exam.code, form: form.code, field))
      }
      guard frozen.indices.contains(form.position) else {
        if isMade { outcome.findings.append(.formAdded(exam: exam.code, form: form.code)) }
        continue
      }
      let expected = frozen[form.position]
      let isSealed = expected.sealed.map { $0 == Digest(of: form.sealed).hex } ?? true
      if !isSealed { differs(.sealed) }
      if Digest(stored: form.digest)?.hex != expected.content { differs(.digest) }
      guard let key else {
        outcome.closed += 1
        continue
      }
      guard let bytes = SealedBox.unseal(form.sealed, key: key) else {
        isWhole = isWhole && isSealed
        unopened.append(form.code)
        continue
      }
      if Digest(of: bytes).hex != expected.content { differs(.content) }
      guard let paper = PaperRecount(bytes) else {
        unopened.append(form.code)
        continue
      }
      if paper.code != form.code { differs(.code) }
      outcome.papers[form.position] = paper
    }
    outcome.findings += keyFindings(unopened, isWhole: isWhole, papers: outcome.papers)
    return outcome
  }

  private func keyFindings(
    _ unopened: [String], isWhole: Bool, papers: [Int: PaperRecount]
  ) -> [AuditFinding] {
    guard let key = exam.key else { return opened.isEmpty ? [] : [.keyGone(exam: exam.code)] }
    var findings: [AuditFinding] = opened.isEmpty ? [.keyEarly(exam: exam.code)] : []
    let isKey = isWhole && !unopened.isEmpty && papers.isEmpty
    if isKey || ReadableCode.plain(key) != key { findings.append(.keyAltered(exam: exam.code)) }
    if !isKey { findings += unopened.map { .formUnreadable(exam: exam.code, form: $0) } }
    let asked = papers.values.reduce(into: Set<Int64>()) { $0.formUnion($1.questions) }
    let isComplete = papers.count == exam.forms.count && unopened.isEmpty
    if isComplete, asked != exam.questions { findings.append(.questionsDiffer(exam: exam.code)) }
    return findings
  }

  /// The least score that passes, in hundredths, by the blueprint.
  var passMark: Int? {
    exam.rules.map { PaperRecount.halfUp($0.full.hundredths * $0.pass.share, 10_000) }
  }

  /// Milliseconds from the opening of a wave to its regular end.
  var limit: Int64? { exam.rules.map { Int64($0.time.minutes) * 60_000 } }
}
