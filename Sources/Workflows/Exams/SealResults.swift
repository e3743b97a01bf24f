import Exams
import Foundation
import People
import Seals
import Storage

/// Results as a file that is kept outside: signed, with the head of the log.
package struct SealResults {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// A sealed export.
  package struct Sealed: Sendable {
    package var text: String
    package var head: ChainHead
    /// The public key as a code for paper.
    package var signer: String
  }

  /// Seals the results of an exam. The key that signs is made at the first one, and the log knows it.
  ///
  /// - Throws: `ExamFailure`, `StorageFailure`, `WorkflowFailure`, `Authorisation.Refusal`.
  package func seal(_ exam: StoredExam) throws -> Sealed {
    try Authorisation.authorise(actor, to: .publishResults)
    let list = try ListResults(data, actor: actor).list(exam)
    let blueprint = try FindExam.blueprint(of: exam)
    let key = try SigningKeyFile(data).key(for: actor)
    guard let head = try data.evidence.head() else { throw ExamFailure.noExams }
    let results = SealedResults(
      exam: exam.code, database: try data.evidence.database(), head: head,
      made: data.environment.clock.now().utc,
      blueprint: Digest(of: Array(exam.blueprint.utf8)).hex,
      forms: try data.exams.forms(of: exam.id).map(\.digest.hex),
      full: blueprint.full.hundredths, pass: blueprint.passMark.hundredths,
      lines: list.lines.map {
        SealedResults.Line(
          number: $0.candidate.number, score: $0.grade?.score.hundredths,
          isPassed: $0.grade?.isPassed ?? false)
      })
    return Sealed(
      text: results.text(signedBy: key), head: head,
      signer: ReadableCode.text(of: Array(key.public.prefix(10))))
  }
}

/// The key that signs exports: made once, in a file that its owner alone can read.
struct SigningKeyFile {
  private let data: MingfaData
  private let path: String

  init(_ data: MingfaData) {
    self.data = data
    path = data.environment.folder.appendingPathComponent("exam-signing.key").path
  }

  /// The key, made where there is none. The log knows it when this returns.
  ///
  /// - Throws: `ExamFailure.signingKeyUnusable`, `WorkflowFailure.fileUnwritable`, `StorageFailure`.
  func key(for actor: Actor) throws -> SigningKey {
    var status = stat()
    if lstat(path, &status) != 0 {
      let seed = SealedResults.hex(data.environment.randomBytes(SigningKey.seedSize))
      do {
        try WriteFile.write(to: path, replaces: false) { try $0(seed + "\n") }
      } catch WorkflowFailure.fileExists {
        // Another was quicker; its key is read below.
      }
    }
    let key = try stored()
    let entry = "{\"public\":\"\(SealedResults.hex(key.public))\"}"
    // A restored database may not know it yet.
    if try !data.evidence.holds("signing-key", payload: entry) {
      try data.evidence.append([
        EvidenceEntry.Act(
          kind: "signing-key", payload: entry, moment: data.environment.clock.now(),
          account: actor.account?.number ?? 0)
      ])
    }
    return key
  }

  private func stored() throws -> SigningKey {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let bytes = FileManager.default.contents(atPath: path),
      let seed = SealedResults.unhex([UInt8](bytes.prefix { $0 != 0x0A })),
      let key = SigningKey(seed: seed)
    else { throw ExamFailure.signingKeyUnusable(path) }
    return key
  }
}
