import Learning
import People
import Questions
import Storage

/// Looks whether the data is whole, and recounts every score from its steps.
package struct CheckData {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// What is wrong with the data.
  package enum Finding: Hashable, Sendable {
    /// SQLite's own words.
    case damage(String)
    case inconsistentAttempt(AttemptID)
    /// A recount of the steps gives another score than the one on record.
    case scoreDiffers(AttemptID, recorded: Score, recounted: Score)
    /// The score is right, but its full marks, pass mark or counts are not those of the steps.
    case resultDiffers(AttemptID)
    /// So many memories of a learner are not what the steps say.
    case memoriesDiffer(LearnerID, count: Int)
  }

  /// The outcome of a check.
  package struct Outcome: Sendable {
    package let findings: [Finding]
    package let steps: Int
    package let attempts: Int
    package let questions: Int
    package let recounted: Int
  }

  /// - Throws: `StorageFailure`.
  package func run() throws -> Outcome {
    try Authorisation.authorise(actor, to: .checkData)
    let inspection = DataInspection(data.file)
    var findings = try inspection.damage().map { Finding.damage($0) }
    findings += try inspection.inconsistentAttempts().map { .inconsistentAttempt($0) }
    let recorded = Dictionary(
      try data.figures.results().map { ($0.attempt, $0.result) }, uniquingKeysWith: { $1 })
    let attempts = try inspection.resulted()
    for id in attempts {
      guard let result = recorded[id] else { continue }
      let recounted = try recount(id, ended: result)
      if recounted.score != result.score {
        findings.append(
          .scoreDiffers(id, recorded: result.score, recounted: recounted.score))
      } else if recounted != result {
        findings.append(.resultDiffers(id))
      }
    }
    let days = try data.dayRule()
    for learner in try data.learners.learners() {
      let differing = try data.memories.differing(of: learner, days: days)
      if !differing.isEmpty {
        findings.append(.memoriesDiffer(learner.id, count: differing.count))
      }
    }
    let counts = try inspection.counts()
    return Outcome(
      findings: findings, steps: counts.steps, attempts: counts.attempts,
      questions: counts.questions, recounted: attempts.count)
  }

  /// The result of an attempt from its steps and the keys of the versions it asked.
  private func recount(_ id: AttemptID, ended: MockResult) throws -> MockResult {
    let (opening, steps) = try data.practice.attempt(id)
    guard let terms = opening.mock, case .listed(let refs) = opening.plan else { return ended }
    var kinds: [Int64: QuestionKind] = [:]
    var stored: [QuestionRef: Question] = [:]
    for ref in refs {
      guard let question = try data.questions.question(ref.question, version: ref.version) else {
        continue
      }
      kinds[ref.question] = question.question.kind
      stored[ref] = question.question
    }
    // The verdicts on record are not trusted either: every answer is graded anew.
    let regraded = steps.map { step -> Step in
      guard case .answer(let ref, let response, _) = step.fact, let question = stored[ref] else {
        return step
      }
      var step = step
      step.fact = .answer(ref, response, question.kind.type.grade(response, of: question))
      return step
    }
    let state = AttemptState(regraded)
    return MockResult(
      opening: opening, terms: terms, state: state, kinds: kinds,
      ended: steps.last?.moment ?? opening.moment, reason: state.finished ?? ended.reason)
  }
}
