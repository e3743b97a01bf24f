import Learning
import People
import Questions
import Storage

/// Answering, undoing and ending.
extension Practise {
  /// Records the answer to the present question, then tells how it stands. In a mock exam nothing
  /// is told before the end, and an answer may be given anew.
  ///
  /// - Parameter shown: the question that stood before the learner; nil for the present one. Letters are
  ///   those of its screen, so they mean nothing at another question.
  /// - Returns: the feedback; nil in a mock exam.
  /// - Throws: `WorkflowFailure.notBeforeYou` where another question is present, or this one was answered
  ///   in practice, whose key was told. `WorkflowFailure.timeIsOver` where the deadline of a mock exam has passed: the
  ///   answer was not taken. `StorageFailure`: it was not saved.
  package func answer(
    _ response: Response, to shown: QuestionRef? = nil
  ) throws -> PracticeFeedback? {
    if let remaining, remaining <= 0 { throw WorkflowFailure.timeIsOver }
    guard let position = session.state.current else { return nil }
    let entry = session.state.entries[position]
    if let shown, shown != entry.ref || (entry.answer != nil && mode.rules.tellsAtOnce) {
      throw WorkflowFailure.notBeforeYou
    }
    let card = try presentCard ?? card(at: position)
    let grade = card.question.kind.type.grade(response, of: card.question)
    guard mode.rules.tellsAtOnce else {
      try record([.answer(entry.ref, response, grade)])
      return nil
    }
    let needed = author.learner.notebookStreak
    let moment = data.environment.clock.now()
    let answer = AnswerRecord(verdict: grade.verdict, day: days.day(of: moment.utc))
    var before = QuestionMemory()
    var consequences = PracticeStore.Consequences()
    consequences.memories = [
      PracticeStore.MemoryChange(entry.ref, isAnswer: grade.verdict != .blank) {
        before = $0
        return $0.after(answer, needed: needed)
      }
    ]
    let memories = try commit(
      [
        Step(
          sequence: session.state.sequence + 1, moment: moment,
          fact: .answer(entry.ref, response, grade))
      ], consequences: consequences)
    answered.append(
      (
        entry.ref.question,
        SessionSummary.Answered(chapter: card.stored.chapter, verdict: grade.verdict)
      ))
    let memory = memories.first ?? QuestionMemory()
    if grade.verdict == .right {
      rateable = RateableAnswer(
        ref: entry.ref, sequence: session.state.sequence, answer: answer, before: before,
        after: memory)
    }
    return PracticeFeedback(
      card: card, response: response, grade: grade,
      duration: moment.milliseconds(since: presented ?? entry.started), memory: memory,
      intervals: rateable?.intervals(needed: needed) ?? [:], isPlanned: isPlanned)
  }

  /// Takes back the last answer: a step of its own; the answer stays on record. The question is put
  /// again.
  ///
  /// - Throws: `WorkflowFailure.nothingToUndo`, `StorageFailure`.
  package func undo() throws {
    guard let (ref, sequence) = session.undoable() else { throw WorkflowFailure.nothingToUndo }
    let taken = StepFact.undo(ref, sequence: sequence)
    let memory = try foldedMemory(of: ref.question, adding: taken)
    var consequences = PracticeStore.Consequences()
    consequences.memories = [PracticeStore.MemoryChange(ref, isAnswer: false) { _ in memory }]
    try record([taken], consequences: consequences)
    if let index = answered.lastIndex(where: { $0.question == ref.question }) {
      answered.remove(at: index)
    }
  }

  /// Stars the present question or takes the star off; returns whether it is starred now.
  package func toggleStar() throws -> Bool {
    guard let ref = presentRef else { return false }
    presentCard = nil
    return try data.practice.toggleStar(
      ref.question, by: author.learner.id, now: data.environment.clock.now().utc)
  }

  /// Marks the present question to look at again or takes the mark off; returns whether it is
  /// marked now.
  package func toggleMark() throws -> Bool {
    guard let position = session.state.current else { return false }
    let entry = session.state.entries[position]
    try record([.mark(entry.ref, !entry.isMarked)])
    return !entry.isMarked
  }

  /// Keeps the learner's objection to the present question for the trainer.
  package func object(_ reason: String) throws {
    guard let ref = presentRef else { return }
    try data.objections.raise(
      reason, to: ref, by: author.learner.id, attempt: attempt,
      now: data.environment.clock.now().utc)
  }

  var presentRef: QuestionRef? {
    session.state.current.map { session.state.entries[$0].ref }
  }

  /// The answer sheet: every question of a listed plan, or those that came so far.
  package func sheet() throws -> [SheetLine] {
    let current = session.state.current
    if case .listed(let refs) = session.opening.plan {
      return try refs.enumerated().map { index, ref in
        let position = session.state.position(of: ref.question)
        let entry = position.map { session.state.entries[$0] }
        return SheetLine(
          number: index + 1, kind: try kind(of: ref), isAnswered: entry?.answer != nil,
          isMarked: entry?.isMarked ?? false, isCurrent: position != nil && position == current)
      }
    }
    return try session.state.entries.enumerated().map { position, entry in
      SheetLine(
        number: position + 1, kind: try kind(of: entry.ref), isAnswered: entry.answer != nil,
        isMarked: entry.isMarked, isCurrent: position == current)
    }
  }

  private func kind(of ref: QuestionRef) throws -> QuestionKind {
    if let kind = kinds[ref.question] { return kind }
    guard let stored = try data.questions.question(ref.question, version: ref.version) else {
      throw StorageFailure.missing(.question(ref.question))
    }
    kinds[ref.question] = stored.question.kind
    return stored.question.kind
  }

  /// Nobody was there for so many milliseconds: they are not the time of an answer, nor of this run.
  /// The deadline of a mock exam stays where it is.
  package func wasAway(for milliseconds: Int64) {
    presented?.pass(milliseconds)
    began.pass(milliseconds)
  }

  // MARK: Leaving

  /// Leaves; the attempt stays open and can be gone on with.
  package func pause() throws -> PracticeEnd {
    try record([.pause])
    return end(result: nil, isOpen: true)
  }

  /// Hands a mock exam in.
  package func submit() throws -> PracticeEnd {
    let isLate = remaining.map { $0 <= 0 } ?? false
    return try finish(isLate ? .deadline : .submitted)
  }

  /// Ends a mock exam whose time is over; nil where there is time left.
  func endIfTimeIsOver() throws -> PracticeEnd? {
    guard let remaining, remaining <= 0, session.state.finished == nil else { return nil }
    return try finish(.deadline)
  }

  func finish(_ reason: FinishReason) throws -> PracticeEnd {
    var consequences = PracticeStore.Consequences()
    let now = data.environment.clock.now()
    if let terms = session.opening.mock, case .listed(let refs) = session.opening.plan {
      for ref in refs { kinds[ref.question] = try kind(of: ref) }
      consequences.result = MockResult(
        opening: session.opening, terms: terms, state: session.state, kinds: kinds, ended: now,
        reason: reason)
      for ref in refs {
        let standing = session.state.position(of: ref.question)
          .flatMap { session.state.entries[$0].answer }
        let verdict = standing?.grade.verdict ?? .blank
        let needed = author.learner.notebookStreak
        let answer = AnswerRecord(verdict: verdict, day: days.day(of: now.utc), inExam: true)
        consequences.memories.append(
          PracticeStore.MemoryChange(ref, isAnswer: verdict != .blank) {
            $0.after(answer, needed: needed)
          })
      }
    }
    try commit(
      [Step(sequence: session.state.sequence + 1, moment: now, fact: .finish(reason))],
      consequences: consequences)
    if session.opening.mock != nil { try noteMockAnswers() }
    return end(result: consequences.result, isOpen: false)
  }

  /// The summary of a mock exam counts the whole paper, not this run.
  private func noteMockAnswers() throws {
    answered = try session.state.entries.compactMap { entry in
      guard let answer = entry.answer,
        let stored = try data.questions.question(entry.ref.question, version: entry.ref.version)
      else { return nil }
      return (
        entry.ref.question,
        SessionSummary.Answered(chapter: stored.chapter, verdict: answer.grade.verdict)
      )
    }
  }

  private func end(result: MockResult?, isOpen: Bool) -> PracticeEnd {
    // The count only chooses the advice; an ending that is saved is not undone by a failed look-up.
    let notebook = (try? data.practice.counts(of: author.learner.id).notebook) ?? 0
    let left = session.opening.plan.count - session.state.entries.count
    let summary = SessionSummary(
      answered.map(\.line),
      duration: result?.duration ?? data.environment.clock.now().milliseconds(since: began),
      notebook: notebook, remaining: max(0, left))
    var end = PracticeEnd(
      summary: summary, result: result, isOpen: isOpen,
      keptAnswers: isOpen && session.opening.mock != nil ? session.answeredCount : nil)
    if result != nil, let terms = session.opening.mock {
      end.title = terms.paper?.title
      if !terms.sections.isEmpty {
        end.sections = MockSection.sections(
          opening: session.opening, terms: terms, state: session.state, kinds: kinds)
      }
      end.outlook = try? outlook(of: terms)
    }
    return end
  }

  /// The range told from the learner's papers of this series, the present one among them.
  private func outlook(of terms: MockTerms) throws -> MockOutlook? {
    guard let series = terms.series else { return nil }
    let scores = try data.figures.mockScores(of: author.learner.id)
      .filter { $0.terms.series == series && $0.answered > 0 }
    return MockOutlook(scores: scores.map { ($0.score, $0.full) }, full: terms.full)
  }

  /// The questions of an ended mock exam that did not earn full marks, with their keys; none that is held back
  /// for an exam.
  package func review() throws -> [ReviewLine] {
    guard session.state.finished != nil, let terms = session.opening.mock,
      case .listed(let refs) = session.opening.plan
    else { return [] }
    var lastPassage: String?
    let held = try data.held.questions()
    return try refs.enumerated().compactMap { index, ref in
      guard !held.contains(ref.question) else { return nil }
      guard let stored = try data.questions.question(ref.question, version: ref.version) else {
        return nil
      }
      let position = session.state.position(of: ref.question)
      let entry = position.map { session.state.entries[$0] }
      let response = entry?.answer?.response ?? .blank
      let grade =
        entry?.answer?.grade ?? stored.question.kind.type.grade(.blank, of: stored.question)
      guard grade.verdict != .right else { return nil }
      let line = terms.lines[index]
      let passage = stored.passage?.code.text
      defer { lastPassage = passage }
      let order = entry?.optionOrder ?? stored.question.options.map(\.id)
      let card = PracticeCard(
        stored: stored, optionOrder: order, number: index + 1, total: refs.count, mode: mode,
        chapterOfPlan: nil, isStarred: false, missed: 0, isAmended: false,
        isMarked: entry?.isMarked ?? false,
        response: response, remaining: nil, answeredCount: session.answeredCount, markedCount: 0,
        passageIsKnown: passage != nil && passage == lastPassage, note: nil,
        sources: try data.sources(of: stored))
      return ReviewLine(
        card: card, response: response, grade: grade,
        score: stored.question.kind.type.score(grade, full: line.full, rule: line.rule),
        full: line.full)
    }
  }
}
