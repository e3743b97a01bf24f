import Learning
import People
import Questions
import Storage
import Text

/// A run of practice or of a mock exam, from opening or resuming to leaving: it owns the order of
/// things. Every answer is committed before anything about it is returned, in one commit.
package final class Practise {
  let data: MingfaData
  let author: StepAuthor
  let attempt: AttemptID
  var session: PracticeSession
  /// The answers of this run, for its summary.
  var answered: [(question: Int64, line: SessionSummary.Answered)] = []
  var began: Moment
  /// The present question, as stored.
  var shown: StoredQuestion?
  /// The question that comes next, as long as nothing was committed since it was read.
  var ahead: QuestionAhead?
  /// When the present question came before the learner in this run: time away does not count.
  var presented: Moment?
  /// The card that was handed out last, as long as nothing was done since.
  var presentCard: PracticeCard?
  private var presentedPosition: Int?
  /// The passage that was shown last, and the question it was shown with.
  private var lastPassage: (code: String, position: Int)?
  private let total: Int
  var kinds: [Int64: QuestionKind] = [:]
  /// When the days of this run begin.
  let days: DayRule
  /// The last answer, as long as the learner may say how well it was recalled.
  var rateable: RateableAnswer?
  /// What was said of it and waits for the commit of the next question.
  var pendingRating: PendingRating?

  /// Whether the learner's plans choose what comes. Asked once: plans seldom change within a run.
  private(set) lazy var isPlanned: Bool =
    mode == .today
    && (try? data.plans.plans(of: author.learner.id))?
      .contains { !$0.isOver(on: days.day(of: began.utc)) } == true

  private init(
    _ data: MingfaData, author: StepAuthor, attempt: AttemptID, session: PracticeSession,
    began: Moment
  ) throws {
    self.data = data
    self.author = author
    self.attempt = attempt
    self.session = session
    self.began = began
    total = try Self.total(of: session.opening, data: data)
    days = try data.dayRule()
  }

  /// Begins a new attempt. Its first question is put in the same commit.
  ///
  /// - Throws: `WorkflowFailure`, `StorageFailure`, `Authorisation.Refusal`.
  package static func begin(
    _ request: PracticeRequest, by author: StepAuthor, language: Language, data: MingfaData
  ) throws -> Practise {
    try Authorisation.authorise(author.actor, to: .practise)
    if request.mode == .mock { try endOverdue(of: author, data: data) }
    let opening = try PlanPractice(data).opening(request, for: author.learner, language: language)
    var session = PracticeSession(opening: opening)
    var steps: [Step] = []
    var first: StoredQuestion?
    if let (ref, index) = try nextRef(&session, data: data, stay: true),
      let stored = try data.questions.question(ref.question, version: ref.version)
    {
      steps = [start(stored, index: index, in: session, at: opening.moment)]
      first = stored
    }
    let attempt = try data.practice.open(opening, by: author, steps: steps)
    for step in steps { session.apply(step) }
    if let ref = first?.ref { session.started(ref) }
    let run = try Practise(
      data, author: author, attempt: attempt, session: session, began: opening.moment)
    run.shown = first
    return run
  }

  /// Goes on with an open attempt, exactly where it was; the clock of a mock exam kept running.
  package static func resume(
    _ attempt: AttemptID, by author: StepAuthor, data: MingfaData
  ) throws -> Practise {
    try Authorisation.authorise(author.actor, to: .practise)
    let (opening, steps) = try data.practice.attempt(attempt)
    var session = PracticeSession(opening: opening, state: AttemptState(steps))
    // It was ended in another window since the list was shown.
    guard session.state.finished == nil else { throw StorageFailure.staleSequence }
    if let current = session.state.entries.last, let place = place(of: current.index, in: opening) {
      _ = session.offer(try data.questions.refs(at: place), at: current.index)
    }
    for question in try data.held.questions() { session.withhold(question) }
    let run = try Practise(
      data, author: author, attempt: attempt, session: session,
      began: data.environment.clock.now())
    try run.record([.resume])
    return run
  }

  /// Mock exams whose time ran out while nobody was there get their result before another begins: what
  /// was answered in time counts, and is not thrown away with an abandoned paper.
  private static func endOverdue(of author: StepAuthor, data: MingfaData) throws {
    let left = try data.practice.openAttempts(of: author.learner.id)
    for attempt in left where attempt.mode == .mock {
      let run = try resume(attempt.id, by: author, data: data)
      _ = try run.endIfTimeIsOver()
    }
  }

  /// The attempts that the learner can go on with, the newest first. What a day put together is not
  /// gone on with on another day, nor when the learner's plans were changed since: the day then is put
  /// together anew.
  package static func open(
    of learner: LearnerID, data: MingfaData
  ) throws -> [OpenAttempt] {
    let days = try data.dayRule()
    let today = days.day(of: data.environment.clock.now().utc)
    let left = try data.practice.openAttempts(of: learner)
    guard left.contains(where: { $0.mode.rules.source == .today }) else { return left }
    let planned = try data.plans.lastChange(of: learner) ?? .min
    return left.filter {
      $0.mode.rules.source != .today
        || days.day(of: $0.opened.utc) == today && $0.opened.utc >= planned
    }
  }

  /// Whether an attempt asks questions in this language, or there are none in it.
  package static func isOf(
    language: Language, _ attempt: AttemptID, data: MingfaData
  ) throws -> Bool {
    let banks = try data.banks.banks()
    guard banks.contains(where: { $0.language == language && $0.items > 0 }) else { return true }
    let asked = Set(try data.practice.attempt(attempt).opening.banks)
    return banks.contains { asked.contains($0.id) && $0.language == language }
  }

  /// The mode that the attempt was opened in.
  package var mode: PracticeMode { session.opening.mode }
  /// Whose attempt it is, whoever types.
  package var learner: Learner { author.learner }
  /// The terms of a mock exam; nil for practice.
  package var mockTerms: MockTerms? { session.opening.mock }

  /// Milliseconds left; nil without a limit.
  package var remaining: Int64? {
    session.opening.mock?.remaining(
      at: data.environment.clock.now(), opened: session.opening.moment)
  }

  // MARK: Going through the questions

  /// The question to show now.
  ///
  /// - Parameter stay: whether a present question without an answer is shown again.
  package func turn(stay: Bool = true) throws -> PracticeTurn {
    if let end = try endIfTimeIsOver() { return .ended(end) }
    while true {
      switch session.next(stay: stay) {
      case .show(let position):
        if try withholds(session.state.entries[position].ref) { continue }
        if position != session.state.current {
          try record([.move(session.state.entries[position].ref)])
        }
        return try question(at: position)
      case .done where !mode.rules.asks:
        return .ended(try finish(.completed))
      case .done:
        // A paper is handed in by its writer, not by answering its last question.
        if session.opening.mock != nil { return .allAnswered }
        return .ended(try finish(.completed))
      case .start, .fetch:
        guard let (ref, index) = try Self.nextRef(&session, data: data, stay: stay) else {
          continue
        }
        try put(ref, index: index)
        guard let current = session.state.current else { continue }
        return try question(at: current)
      }
    }
  }

  /// Goes back to the question before; nil where there is none.
  package func previous() throws -> PracticeTurn? {
    while let position = session.previous() {
      if try withholds(session.state.entries[position].ref) { continue }
      try record([.move(session.state.entries[position].ref)])
      return try question(at: position)
    }
    return nil
  }

  /// Goes to the question with a number of the plan, from 1; nil where there is none.
  package func jump(to number: Int) throws -> PracticeTurn? {
    if let end = try endIfTimeIsOver() { return .ended(end) }
    if case .listed(let refs) = session.opening.plan {
      guard refs.indices.contains(number - 1) else { return nil }
      let ref = refs[number - 1]
      if try withholds(ref) { return nil }
      if let position = session.state.position(of: ref.question) {
        try record([.move(session.state.entries[position].ref)])
        return try question(at: position)
      }
      try put(ref, index: number - 1)
      return try session.state.current.map { try question(at: $0) }
    }
    guard session.state.entries.indices.contains(number - 1),
      try !withholds(session.state.entries[number - 1].ref)
    else { return nil }
    try record([.move(session.state.entries[number - 1].ref)])
    return try question(at: number - 1)
  }

  /// Puts the present question off.
  package func skip() throws {
    guard let current = session.state.current,
      session.state.entries[current].answer == nil
    else { return }
    try record([.skip(session.state.entries[current].ref)])
  }

  /// Puts a question before the learner for the first time.
  private func put(_ ref: QuestionRef, index: Int) throws {
    let known = ahead?.stored.ref == ref ? ahead : nil
    guard
      let stored = try known?.stored
        ?? data.questions.question(ref.question, version: ref.version)
    else { throw StorageFailure.missing(.question(ref.question)) }
    let step = Self.start(
      stored, index: index, in: session, at: data.environment.clock.now())
    try commit([step])
    session.started(ref)
    shown = stored
    ahead = known
  }

  private static func start(
    _ stored: StoredQuestion, index: Int, in session: PracticeSession, at moment: Moment
  ) -> Step {
    let order = OptionShuffle.order(
      of: stored.question.options, allowed: stored.question.order, seed: session.opening.seed,
      question: stored.ref.question)
    return Step(
      sequence: session.state.sequence + 1, moment: moment,
      fact: .start(stored.ref, index: index, optionOrder: order))
  }

  /// The next question that did not come yet; nil where an item has none left.
  static func nextRef(
    _ session: inout PracticeSession, data: MingfaData, stay: Bool
  ) throws -> (QuestionRef, Int)? {
    var index = 0
    next: while true {
      switch session.next(stay: stay) {
      case .start(let ref, let at):
        // An exam may have been made since the plan was.
        guard try data.held.holds(ref.question) else { return (ref, at) }
        session.withhold(ref.question)
      case .fetch(let at):
        index = at
        break next
      case .show, .done: return nil
      }
    }
    // Items whose questions all came before, or were retired meanwhile, are passed over.
    while index < session.opening.plan.count {
      if let place = place(of: index, in: session.opening),
        let ref = session.offer(try data.questions.refs(at: place), at: index)
      {
        return (ref, index)
      }
      index += 1
    }
    session.exhaust()
    return nil
  }

  /// Whether a question must not come any more, since it stands on the papers of an exam that was made
  /// meanwhile.
  private func withholds(_ ref: QuestionRef) throws -> Bool {
    guard try data.held.holds(ref.question) else { return false }
    session.withhold(ref.question)
    return true
  }

  private static func place(of index: Int, in opening: AttemptOpening) -> ItemPlan.Place? {
    opening.plan.place(at: index, seed: opening.seed)
  }

  private func question(at position: Int) throws -> PracticeTurn {
    if presentedPosition != position {
      presentedPosition = position
      presented = data.environment.clock.now()
    }
    return .question(try card(at: position))
  }

  func card(at position: Int) throws -> PracticeCard {
    let entry = session.state.entries[position]
    if shown?.ref != entry.ref {
      shown = try data.questions.question(entry.ref.question, version: entry.ref.version)
    }
    guard let stored = shown else {
      throw StorageFailure.missing(.question(entry.ref.question))
    }
    kinds[entry.ref.question] = stored.question.kind
    let known = ahead?.stored.ref == entry.ref ? ahead : nil
    let past = try known?.past ?? self.past(of: entry.ref)
    let sources = try known?.sources ?? self.sources(of: stored)
    ahead = nil
    let passage = stored.passage?.code.text
    // Whoever comes back to the same question wants to read it all.
    let passageIsKnown =
      passage != nil && passage == lastPassage?.code
      && position != lastPassage?.position
    defer { lastPassage = passage.map { ($0, position) } }
    let isListed = if case .listed = session.opening.plan { true } else { false }
    let card = PracticeCard(
      stored: stored, optionOrder: entry.optionOrder,
      number: isListed ? entry.index + 1 : position + 1, total: max(total, position + 1),
      mode: mode,
      chapterOfPlan: session.opening.chapter,
      isStarred: past.isStarred, missed: past.missed, isAmended: past.isAmended,
      isMarked: entry.isMarked,
      response: entry.answer?.response, remaining: remaining,
      answeredCount: session.answeredCount,
      markedCount: session.state.entries.count { $0.isMarked },
      passageIsKnown: passageIsKnown,
      note: past.note, sources: sources)
    presentCard = position == session.state.current ? card : nil
    return card
  }

  /// How many questions an attempt has.
  static func total(of opening: AttemptOpening, data: MingfaData) throws -> Int {
    switch opening.plan {
    case .listed(let refs): return refs.count
    case .inOrder, .shuffled:
      if let chapter = opening.chapter, let bank = opening.banks.first {
        return try data.banks.chapters(of: bank).first { $0.title == chapter }?.questions ?? 0
      }
      return try data.banks.banks().filter { opening.banks.contains($0.id) }
        .reduce(0) { $0 + $1.questions }
    }
  }

  // MARK: Recording

  func record(
    _ facts: [StepFact], consequences: PracticeStore.Consequences = .init()
  ) throws {
    let moment = data.environment.clock.now()
    try commit(
      facts.enumerated().map { offset, fact in
        Step(sequence: session.state.sequence + 1 + offset, moment: moment, fact: fact)
      }, consequences: consequences)
  }

  /// First the disk, then the session: what could not be kept did not happen.
  ///
  /// - Returns: the memories that it changed.
  @discardableResult
  func commit(
    _ steps: [Step], consequences: PracticeStore.Consequences = .init()
  ) throws -> [QuestionMemory] {
    var steps = steps
    var consequences = consequences
    let rating = pendingRating
    if let rating {
      // The rating goes first, in the same commit.
      for index in steps.indices { steps[index].sequence += 1 }
      steps.insert(
        Step(sequence: session.state.sequence + 1, moment: rating.moment, fact: rating.fact), at: 0)
      consequences.memories.append(rating.change)
    }
    let memories = try data.practice.record(
      steps, of: attempt, by: author, consequences: consequences)
    presentCard = nil
    ahead = nil
    pendingRating = nil
    rateable = nil
    for step in steps { session.apply(step) }
    return rating == nil ? memories : memories.dropLast()
  }
}
