import Formats
import Learning
import People
import Questions
import Statutes
import Storage

/// Going through what is in doubt: amended law, objections, and versions that wait. Nothing is changed but by
/// a reviewer's word, and each is kept with name, time and reason.
package struct ReviewBank {
  let data: MingfaData
  let actor: Actor

  /// - Throws: `Authorisation.Refusal`.
  package init(_ data: MingfaData, actor: Actor) throws {
    try Authorisation.authorise(actor, to: .reviewBank)
    self.data = data
    self.actor = actor
  }

  /// What waits for a reviewer and is not held back from the actor, judged as of a day.
  ///
  /// - Parameters:
  ///   - bank: the id or title of a bank; nil for all.
  ///   - day: an exam's day; nil for today.
  /// - Throws: `WorkflowFailure.noSuchBank`, `StorageFailure`.
  package func queue(bank: String? = nil, on day: CalendarDate? = nil) throws -> ReviewQueue {
    let chosen = try bank.map { try ShowBank(data, actor: actor).find($0).id }
    let day = try day ?? data.civilDay()
    let held =
      Authorisation.allows(actor, to: .readHeldQuestions) ? [] : try data.held.questions()
    let all = try data.flags.flags(bank: chosen)
    let flags = all.filter { !held.contains($0.ref.question) }
    var objections: [ReviewQueue.Objected] = []
    for flag in flags {
      guard case .objection(let number) = flag.cause,
        let objection = try data.objections.objection(number),
        let question = try data.questions.question(flag.ref.question)
      else { continue }
      objections.append(
        ReviewQueue.Objected(
          objection: objection, question: question, sources: try data.sources(of: question)))
    }
    let allWaiting = try data.revisions.waiting(bank: chosen)
    let waiting = try allWaiting.filter { !held.contains($0.ref.question) }.map { question in
      let present = try data.questions.question(question.ref.question)
      return ReviewQueue.Waiting(
        question: question, sources: try data.sources(of: question),
        present: present.flatMap { $0.ref == question.ref ? nil : $0 })
    }
    return ReviewQueue(
      changes: try changes(flags.filter { $0.counts(on: day) }),
      later: try changes(flags.filter { !$0.counts(on: day) }), objections: objections,
      waiting: waiting,
      held: Set((all.map(\.ref) + allWaiting.map(\.ref)).map(\.question)).intersection(held).count)
  }

  // MARK: Changes

  private struct Pair: Hashable {
    var statute: StatuteTitle
    var old: CalendarDate
    var new: CalendarDate
  }

  private func changes(_ flags: [StoredFlag]) throws -> [ReviewQueue.Change] {
    var groups: [Pair: [(StoredFlag, AmendmentFlag.Place)]] = [:]
    var order: [Pair] = []
    for flag in flags {
      guard case .amendment(let place) = flag.cause else { continue }
      let pair = Pair(statute: place.statute, old: place.old, new: place.new)
      if groups[pair] == nil { order.append(pair) }
      groups[pair, default: []].append((flag, place))
    }
    return try order.flatMap { try changes(groups[$0] ?? [], $0) }
  }

  private func changes(
    _ flags: [(flag: StoredFlag, place: AmendmentFlag.Place)], _ pair: Pair
  ) throws -> [ReviewQueue.Change] {
    let diff = try diff(pair)
    // By what became of the article; where no text tells, by the article.
    var groups: [[Citation.Provision]: [(flag: StoredFlag, place: AmendmentFlag.Place)]] = [:]
    for flag in flags {
      let provision = flag.place.citation.provision
      groups[diff?.change(of: provision)?.old ?? [provision], default: []].append(flag)
    }
    return try groups.sorted { Self.comesBefore($0.key, $1.key) }.map { provisions, flags in
      let change = provisions.first.flatMap { diff?.change(of: $0) }
      return ReviewQueue.Change(
        statute: pair.statute, old: pair.old, new: pair.new, effective: flags[0].flag.effective,
        change: change, kind: flags.map(\.place.change).max() ?? .changed,
        questions: try flags.compactMap { try touched($0.flag, $0.place, diff) })
    }
  }

  private static func comesBefore(
    _ left: [Citation.Provision], _ right: [Citation.Provision]
  ) -> Bool {
    func place(_ provisions: [Citation.Provision]) -> (Int, Int) {
      guard case .article(let number)? = provisions.first else { return (0, 0) }
      return (number.number, number.insertion)
    }
    return place(left) < place(right)
  }

  private func touched(
    _ flag: StoredFlag, _ place: AmendmentFlag.Place, _ diff: EditionDiff?
  ) throws -> ReviewQueue.Touched? {
    guard let stored = try data.questions.question(flag.ref.question) else { return nil }
    // A bank may cite the statute under a translated title.
    let cited = stored.question.citations.filter { citation in
      stored.editions.contains { $0.title == citation.title && $0.original == place.statute }
    }
    var moved: [Citation: Citation] = [:]
    var terms: [TermChange] = []
    for citation in cited {
      if let successor = diff?.successor(of: citation) { moved[citation] = successor }
      if let change = diff?.change(of: citation.provision), change.kind(at: citation) != nil {
        terms += TermChange.all(in: change).filter { !terms.contains($0) }
      }
    }
    return ReviewQueue.Touched(
      flag: flag, question: stored,
      mend: AmendmentMend.proposal(for: stored.question, terms: terms, citations: moved),
      keepsPlace: diff != nil && cited.allSatisfy { moved[$0] == $0 })
  }

  private func diff(_ pair: Pair) throws -> EditionDiff? {
    let editions = try data.statutes.editions().filter { $0.title == pair.statute }
    guard let old = editions.first(where: { $0.date == pair.old }),
      let new = editions.first(where: { $0.date == pair.new })
    else { return nil }
    return EditionDiff(old: try data.statutes.text(of: old), new: try data.statutes.text(of: new))
  }

  // MARK: Decisions

  /// Keeps what a reviewer says of a change, for some of its questions.
  ///
  /// A question whose key stands and is confirmed rests on the newer edition from then on. Where that has the
  /// cited place under another number, a version with the new number is put in force; nobody is asked again
  /// for that.
  ///
  /// - Returns: for how many questions it could be said.
  package func decide(
    _ verdict: FlagReview.Verdict, on questions: [ReviewQueue.Touched], by reviewer: String,
    reason: String
  ) throws -> Int {
    let now = data.environment.clock.now().utc
    var count = 0
    for touched in questions {
      let isDecided = try data.flags.decide(
        verdict, on: touched.flag, by: reviewer, reason: reason, keepsPlace: touched.keepsPlace,
        now: now)
      guard isDecided else { continue }
      count += 1
      guard verdict == .confirmed, !touched.keepsPlace else { continue }
      try renumber(touched, by: reviewer, reason: reason)
    }
    return count
  }

  /// Gives a confirmed question the numbers of the newer edition.
  private func renumber(
    _ touched: ReviewQueue.Touched, by reviewer: String, reason: String
  ) throws {
    guard let mend = touched.mend, try data.flags.flags(of: touched.flag.ref.version).isEmpty
    else { return }
    var question = touched.question.question
    question.citations = mend.citations
    guard question.citations != touched.question.question.citations else { return }
    _ = try revise(
      touched, with: question, isDue: false, state: .ready, by: reviewer, reason: reason)
  }

  /// Keeps a mended question as a new version, in force at once or as a draft. In force, learners are asked it
  /// again whatever their intervals say.
  ///
  /// - Returns: whether it was kept; false where the question was changed meanwhile, or cannot be said in the
  ///   bank format.
  package func mend(
    _ touched: ReviewQueue.Touched, with question: Question, isInForce: Bool, by reviewer: String,
    reason: String
  ) throws -> Bool {
    try revise(
      touched, with: question, isDue: true, state: isInForce ? .ready : .inReview, by: reviewer,
      reason: reason)
  }

  private func revise(
    _ touched: ReviewQueue.Touched, with question: Question, isDue: Bool, state: QuestionState,
    by reviewer: String, reason: String
  ) throws -> Bool {
    let stored = touched.question
    guard case .amendment(let place) = touched.flag.cause,
      let fresh = QuestionText.fresh(question, of: stored, in: try data.header(of: stored))
    else { return false }
    return try data.revisions.revise(
      stored.ref,
      with: RevisionStore.Revision(fresh, isDue: isDue, editions: [place.statute: place.new]),
      state: state, by: author(reviewer, reason)) != nil
  }

  /// Puts a waiting version in force.
  package func approve(_ question: StoredQuestion, by reviewer: String, reason: String) throws
    -> Bool
  {
    try data.revisions.approve(question.ref, by: author(reviewer, reason))
  }

  /// Takes a question out of practice and exams, or a waiting version out of the way.
  package func retire(_ question: StoredQuestion, by reviewer: String, reason: String) throws
    -> Bool
  {
    try data.revisions.retire(question.ref, by: author(reviewer, reason))
  }

  /// Answers an objection; the learner is told at the next start. One that is rejected ends the doubt.
  ///
  /// - Throws: `WorkflowFailure.textUnusable`, `StorageFailure`.
  package func answer(
    _ objected: ReviewQueue.Objected, _ decision: ObjectionAnswer.Decision, text: String
  ) throws {
    _ = try ReviewObjections(data, actor: actor)
      .answer(objected.objection.id, decision, text: text)
  }

  /// A reviewer's name as it is kept: without blanks at its ends.
  ///
  /// - Throws: `WorkflowFailure.nameUnusable`.
  package static func reviewer(_ name: String) throws -> String {
    guard let usable = UsableName.name(name) else { throw WorkflowFailure.nameUnusable(name) }
    return usable
  }

  private func author(_ reviewer: String, _ reason: String) -> RevisionStore.Author {
    RevisionStore.Author(
      name: reviewer, reason: reason, now: data.environment.clock.now().utc)
  }
}
