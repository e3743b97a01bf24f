import Learning
import People
import Questions
import Reports
import Storage

/// Everything about one person, to be taken along.
package struct ExportLearner {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// Gives the document piece by piece, all of it as of one moment. A mock exam without a result tells
  /// what was answered but not how it was graded: its keys are not known to the learner yet.
  ///
  /// Of a question that is held back from the actor, the words that were chosen are left out, and not that it
  /// was answered.
  ///
  /// - Parameter put: takes each piece of text in order.
  /// - Throws: `StorageFailure`, and what `put` throws.
  package func write(_ learner: Learner, to put: @escaping (String) throws -> Void) throws {
    try Authorisation.authorise(actor, to: .exportLearner)
    // What the taker of the pieces throws is no failure of storage.
    var failure: (any Error)?
    func noting(_ body: () throws -> Void) throws {
      do { try body() } catch {
        failure = error
        throw error
      }
    }
    var json: LearnerJSON?
    var untold: Set<AttemptID> = []
    let held =
      Authorisation.allows(actor, to: .readHeldQuestions) ? [] : try data.held.names()
    do {
      try LearnerRecords(data.file).read(of: learner.id) { rows in
        let told = Set(rows.results.map(\.attempt))
        untold = Set(rows.attempts.filter { $0.isMock && !told.contains($0.id) }.map(\.id))
        try noting { json = try LearnerJSON(document(rows, of: learner), to: put) }
      } step: { row in
        var step = Self.step(row, isGraded: !untold.contains(row.attempt))
        if let name = row.question, held.contains(.init(bank: name.bank, code: name.code)) {
          step.conceal()
        }
        try noting { try json?.add(step) }
      }
    } catch {
      throw failure ?? error
    }
    try json?.end()
  }

  private func document(_ rows: LearnerRecords.Rows, of learner: Learner) -> LearnerDocument {
    var document = LearnerDocument(
      exported: data.environment.clock.now().utc,
      learner: .init(
        number: learner.id.number, name: learner.name, guest: learner.isGuest, added: rows.added),
      likes: .init(
        notebookStreak: learner.notebookStreak, newPerDay: learner.newPerDay,
        simple: learner.isSimple, streak: learner.showsStreak))
    document.memberships = rows.memberships.map {
      .init(since: $0.since, unit: $0.unit, category: $0.category)
    }
    let results = Dictionary(rows.results.map { ($0.attempt, $0) }, uniquingKeysWith: { $1 })
    document.attempts = rows.attempts.map { attempt in
      .init(
        number: attempt.id.number, mode: attempt.mode, banks: attempt.banks,
        chapter: attempt.chapter, opened: attempt.opened, open: attempt.isOpen,
        result: results[attempt.id].map(Self.result))
    }
    document.notes = rows.notes.map {
      .init(
        bank: $0.question.bank, question: $0.question.code, version: $0.question.version ?? 1,
        text: $0.body, written: $0.written)
    }
    document.stars = rows.stars.map {
      .init(bank: $0.question.bank, question: $0.question.code, starred: $0.starred)
    }
    document.objections = rows.objections.map { objection in
      .init(
        bank: objection.bankCode, question: objection.questionCode,
        version: objection.versionNumber, reason: objection.reason,
        letters: String(objection.bankLetters), raised: objection.raisedAt,
        answer: objection.answer.map {
          .init(decision: $0.decision.rawValue, text: $0.text, answered: $0.answeredAt)
        })
    }
    document.plans = rows.plans.enumerated().map { index, plan in
      .init(
        number: index + 1, title: plan.title, examDay: CivilDay(plan.examDay).iso,
        minutes: plan.minutes, banks: plan.banks, added: plan.created, dropped: plan.dropped)
    }
    document.memories = rows.memories.map(Self.memory)
    return document
  }

  private static func result(_ row: FigureQueries.ResultRow) -> LearnerDocument.Result {
    let result = row.result
    return .init(
      score: result.score.text, full: result.full.text, passMark: result.passMark.text,
      questions: result.questions, answered: result.answered, right: result.right,
      duration: result.duration, reason: result.reason.rawValue, ended: row.ended)
  }

  private static func memory(_ row: LearnerRecords.Memory) -> LearnerDocument.Memory {
    let memory = row.memory
    return .init(
      bank: row.question.bank, question: row.question.code, answered: memory.answered,
      right: memory.right, streak: memory.streak, inNotebook: memory.inNotebook,
      keyChanged: memory.isDue,
      review: memory.review.map { review in
        .init(
          stability: String(review.state.stability), difficulty: String(review.state.difficulty),
          firstDay: CivilDay(review.firstDay).iso, lastDay: CivilDay(review.lastDay).iso,
          dueDay: CivilDay(review.dueDay).iso)
      })
  }

  private static func step(_ row: LearnerRecords.StepRow, isGraded: Bool) -> LearnerStep {
    var step = LearnerStep(
      attempt: row.attempt.number, sequence: row.step.sequence, kind: row.kind,
      time: row.step.moment.utc)
    step.bank = row.question?.bank
    step.question = row.question?.code
    step.version = row.question?.version
    step.assistedBy = row.step.assistedBy.map {
      .init(number: $0.number, name: row.assistant)
    }
    switch row.step.fact {
    case .answer(_, let response, let grade):
      step.response = Self.response(response, options: row.options)
      if isGraded {
        step.grade = .init(
          verdict: word(of: grade.verdict), hits: grade.hits, total: grade.total)
      }
    case .mark(_, let isMarked): step.marked = isMarked
    case .rating(_, let sequence, let rating):
      step.about = sequence
      step.rating = rating.rawValue
    case .undo(_, let sequence): step.about = sequence
    case .finish(let reason): step.reason = reason.rawValue
    case .start, .skip, .move, .pause, .resume: break
    }
    return step
  }

  private static func response(
    _ response: Response, options: [AnswerOption]
  ) -> LearnerStep.Response {
    var written = LearnerStep.Response()
    switch response {
    case .blank: break
    case .options(let ids): written.options = options.filter { ids.contains($0.id) }.map(\.text)
    case .truth(let said): written.truth = said
    case .blanks(let texts): written.blanks = texts
    case .text(let words): written.text = words
    }
    return written
  }

  private static func word(of verdict: Grade.Verdict) -> String {
    switch verdict {
    case .blank: "blank"
    case .wrong: "wrong"
    case .partial: "partial"
    case .right: "right"
    }
  }
}
