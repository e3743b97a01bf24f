import Exams
import Formats
import Foundation
import People
import Storage

/// Recounts every score from the answers, checks the chain of the log, and holds it against what was kept
/// outside.
package struct VerifyEvidence {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// What a check came to.
  package struct Outcome: Sendable {
    package var audit: EvidenceAudit.Outcome
    /// As they were given, with what did not agree with each counted in `audit.findings`.
    package var anchors: [Anchor]
    /// Whether nothing was found.
    package var isClean: Bool { audit.findings.isEmpty }
  }

  /// What became of an anchor.
  package struct Anchor: Hashable, Sendable {
    package var name: String
    /// How many entries it vouches for; nil where it cannot be read.
    package var count: Int64?
    package var agrees: Bool
  }

  /// - Parameters:
  ///   - code: of the exam whose scores are to be recounted; nil for all.
  ///   - against: codes as they are printed, or paths of sealed exports.
  /// - Throws: `ExamFailure`, `StorageFailure`, `Authorisation.Refusal`.
  package func verify(exam code: String? = nil, against: [String] = []) throws -> Outcome {
    try Authorisation.authorise(actor, to: .verifyEvidence)
    var only = try code.map { [try FindExam(data).exam($0).code] as Set }
    let anchors = try against.map(Self.anchor)
    for case .export(let results, _) in anchors.map(\.content) { only?.insert(results.exam) }
    var record: EvidenceRecord?
    var audit: EvidenceAudit?
    try EvidenceReading(data.file).read { text, name in
      BlueprintText.blueprint(in: text, name: name).0
    } begin: {
      record = $0
      audit = EvidenceAudit($0, anchored: anchors.compactMap(\.count))
    } take: {
      audit?.take($0)
    }
    guard let record, var outcome = audit?.finish(only: only) else {
      return Outcome(audit: EvidenceAudit.Outcome(), anchors: [])
    }
    var told: [Anchor] = []
    for anchor in anchors {
      let findings = anchor.findings(outcome, of: record)
      told.append(Anchor(name: anchor.name, count: anchor.count, agrees: findings.isEmpty))
      outcome.findings += findings
    }
    return Outcome(audit: outcome, anchors: told)
  }

  /// A file of that name, else a code.
  private static func anchor(_ text: String) throws -> EvidenceAnchor {
    if let bytes = FileManager.default.contents(atPath: text) {
      return EvidenceAnchor(file: text, bytes: [UInt8](bytes))
    }
    guard let anchor = EvidenceAnchor(code: text) else { throw ExamFailure.noSuchAnchor(text) }
    return anchor
  }
}
