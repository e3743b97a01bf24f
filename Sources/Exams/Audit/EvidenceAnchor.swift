import Seals

/// What is kept outside the database and shows how far the log had come: a code from paper, or a sealed
/// export.
package struct EvidenceAnchor: Sendable {
  /// What it is made of.
  package enum Content: Sendable {
    /// The count, and the code as people write it.
    case code(count: Int64)
    case export(SealedResults, signer: String)
    case flawed(SealedResults.Flaw)
  }

  /// As it was given: the code, or the name of the file.
  package var name: String
  package var content: Content

  /// A code such as `1042-7K3Q-…`; nil where the text is none.
  package init?(code: String) {
    let plain = ReadableCode.plain(code)
    guard plain.count > 16, let count = Int64(plain.dropLast(16)), count > 0 else { return nil }
    name = code
    content = .code(count: count)
  }

  /// A sealed export.
  package init(file name: String, bytes: [UInt8]) {
    self.name = name
    switch SealedResults.read(bytes) {
    case .success(let (results, signer)): content = .export(results, signer: signer)
    case .failure(let flaw): content = .flawed(flaw)
    }
  }

  /// How many entries the log had.
  package var count: Int64? {
    switch content {
    case .code(let count): count
    case .export(let results, _): results.head.count
    case .flawed: nil
    }
  }

  /// What does not agree with it.
  package func findings(
    _ outcome: EvidenceAudit.Outcome, of record: EvidenceRecord
  ) -> [AuditFinding] {
    switch content {
    case .flawed(.unreadable): return [.exportUnreadable(anchor: name)]
    case .flawed(.signature): return [.signatureWrong(anchor: name)]
    case .code(let count):
      return chain(count, outcome) { $0.isNamed(by: name) }
    case .export(let results, let signer):
      guard results.database == record.database else { return [.otherDatabase(anchor: name)] }
      var told: [AuditFinding] =
        outcome.signers.contains(signer) ? [] : [.signerUnknown(anchor: name)]
      told += chain(results.head.count, outcome) { $0 == results.head }
      return told + compare(results, outcome, record)
    }
  }

  private func chain(
    _ count: Int64, _ outcome: EvidenceAudit.Outcome, matches: (ChainHead) -> Bool
  ) -> [AuditFinding] {
    let has = outcome.head?.count ?? 0
    guard count <= has else { return [.cutOff(anchor: name, count: count, has: has)] }
    let digest = (outcome.anchored[count] ?? nil).flatMap(Digest.init(stored:))
    guard let digest, matches(ChainHead(count: count, digest: digest)) else {
      return [.rewritten(anchor: name, count: count)]
    }
    return []
  }

  /// The results in the export against what the log comes to now.
  private func compare(
    _ results: SealedResults, _ outcome: EvidenceAudit.Outcome, _ record: EvidenceRecord
  ) -> [AuditFinding] {
    guard let exam = record.exams.first(where: { $0.code == results.exam }) else {
      return [.exportExamDiffers(anchor: name, .code)]
    }
    var told: [AuditFinding] = []
    if Digest(of: exam.blueprint).hex != results.blueprint {
      told.append(.exportExamDiffers(anchor: name, .blueprint))
    }
    let forms = exam.forms.sorted { $0.position < $1.position }.map { SealedResults.hex($0.digest) }
    if forms != results.forms { told.append(.exportExamDiffers(anchor: name, .forms)) }
    // Without the key nothing was recounted, which the audit tells by itself.
    guard exam.key != nil else { return told }
    let sealed = Dictionary(
      results.lines.map { ($0.number, $0.score) }, uniquingKeysWith: { $1 })
    let now = outcome.scores.filter { $0.key.exam == exam.code }
      .reduce(into: [:]) { $0[$1.key.number] = $1.value }
    for number in Set(sealed.keys).union(now.keys).sorted()
    where sealed[number] ?? nil != now[number] {
      told.append(
        .exportResultDiffers(
          anchor: name, number: number, sealed: sealed[number] ?? nil, recounted: now[number]))
    }
    return told
  }
}
