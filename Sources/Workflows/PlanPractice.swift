import Exams
import Learning
import People
import Questions
import Storage
import Text

/// Turns a wish to practise into a plan of items.
package struct PlanPractice {
  let data: MingfaData

  package init(_ data: MingfaData) { self.data = data }

  /// The banks that a request speaks of: those named, else all of the language, else all.
  package func banks(_ codes: [String], language: Language) throws -> [StoredBank] {
    let all = try data.banks.banks()
    guard !all.isEmpty else { throw WorkflowFailure.noBanks }
    guard !codes.isEmpty else {
      let chosen = Self.usual(amongst: all, language: language)
      guard !chosen.isEmpty else { throw WorkflowFailure.noBanks }
      return chosen
    }
    return try codes.map { code in
      guard let bank = all.first(where: { $0.code == code || $0.title == code }) else {
        throw WorkflowFailure.noSuchBank(code, known: all.map(\.code))
      }
      return bank
    }
  }

  /// The banks of who names none: all of the language that have something to ask, else all that have.
  static func usual(amongst all: [StoredBank], language: Language) -> [StoredBank] {
    let filled = all.filter { $0.items > 0 }
    let ours = filled.filter { $0.language == language }
    return ours.isEmpty ? filled : ours
  }

  /// How the attempt would be opened.
  ///
  /// - Throws: `WorkflowFailure`, `StorageFailure`.
  package func opening(
    _ request: PracticeRequest, for learner: Learner, language: Language
  ) throws -> AttemptOpening {
    let codes = request.banks.isEmpty ? request.blueprint?.banks ?? [] : request.banks
    let banks = try banks(codes, language: language)
    let ids = banks.map(\.id)
    let seed = request.seed ?? data.environment.randomSeed()
    var opening = AttemptOpening(
      mode: request.mode, plan: .listed([]), seed: seed, banks: ids,
      moment: data.environment.clock.now())
    switch request.mode.rules.source {
    case .banks(let shuffled):
      let slices = banks.map { BankSlice(bank: $0.id, first: 0, count: $0.items) }
      opening.plan = shuffled ? .shuffled(slices) : .inOrder(slices)
    case .chapter:
      let chapter = try chapter(request.chapter, in: banks)
      opening.plan = .inOrder([
        BankSlice(bank: chapter.bank, first: chapter.firstItem, count: chapter.items)
      ])
      opening.banks = [chapter.bank]
      opening.chapter = chapter.title
    case .notebook:
      let refs = try data.questions.notebook(of: learner.id, banks: ids)
      guard !refs.isEmpty else { throw WorkflowFailure.notebookEmpty }
      opening.plan = .listed(refs)
    case .starred:
      let refs = try data.questions.starred(by: learner.id, banks: ids)
      guard !refs.isEmpty else { throw WorkflowFailure.nothingStarred }
      opening.plan = .listed(refs)
    case .today:
      // Who names banks wants these, whatever was planned.
      let sitting = try ComposeToday(data: data).sitting(
        of: learner, banks: ids, in: request.mode, followsPlans: request.banks.isEmpty,
        at: opening.moment)
      opening.plan = .listed(sitting.questions)
      opening.banks = sitting.banks
    case .drawn:
      let (refs, terms) = try draw(request, banks: ids, seed: seed)
      opening.plan = .listed(refs)
      opening.mock = terms
    }
    return opening
  }

  /// The chapters of some banks.
  package func chapters(of banks: [StoredBank]) throws -> [StoredChapter] {
    try banks.flatMap { try data.banks.chapters(of: $0.id) }.filter { !$0.title.isEmpty }
  }

  private func chapter(_ title: String?, in banks: [StoredBank]) throws -> StoredChapter {
    let all = try chapters(of: banks)
    return all[try Self.place(of: title, among: all.map(\.title))]
  }

  /// The place of the chapter that has this title, or alone has these words in it.
  ///
  /// - Throws: `WorkflowFailure.chapterNeeded`, `.noSuchChapter`, `.severalChapters`.
  static func place(of title: String?, among titles: [String]) throws -> Int {
    let known = titles.filter { !$0.isEmpty }
    guard let title else { throw WorkflowFailure.chapterNeeded(known: known) }
    if let exact = titles.firstIndex(of: title) { return exact }
    let near = titles.indices.filter { titles[$0].contains(title) }
    guard let found = near.first else {
      throw WorkflowFailure.noSuchChapter(title, known: known)
    }
    guard near.count == 1 else {
      throw WorkflowFailure.severalChapters(title, found: near.map { titles[$0] })
    }
    return found
  }

  private func draw(
    _ request: PracticeRequest, banks: [Int64], seed: UInt64
  ) throws -> (refs: [QuestionRef], terms: MockTerms) {
    // What a learner objects to enters no formal paper; a mock exam takes it where there is too little else.
    let day = try data.civilDay()
    func pool(withObjected: Bool) throws -> (
      singles: [MockDraw.Candidate], cases: [[MockDraw.Candidate]]
    ) {
      let pool = try data.questions.candidates(banks: banks, on: day, withObjected: withObjected)
      return try request.blueprint.map { try self.pool(pool, by: $0, banks: banks) } ?? pool
    }
    var pools = [try pool(withObjected: false)]
    // Without an outline of the learner's own the usual one shrinks, keeping its proportions.
    let outlines =
      (request.blueprint.map { BlueprintOutline.outline(of: $0) } ?? request.outline).map { [$0] }
      ?? MockOutline.scales
    var shortage = MockDraw.Shortage(lines: [])
    for candidate in outlines {
      for withObjected in [false, true] {
        if withObjected, pools.count == 1 { pools.append(try pool(withObjected: true)) }
        let (singles, cases) = pools[withObjected ? 1 : 0]
        switch MockDraw.paper(candidate, singles: singles, cases: cases, seed: seed) {
        case .success(let paper):
          guard !paper.refs.isEmpty else { throw WorkflowFailure.emptyPaper }
          return paper
        case .failure(let found): shortage = found
        }
      }
    }
    if let blueprint = request.blueprint, !shortage.misses.isEmpty {
      throw WorkflowFailure.sharesNotMet(
        shortage.misses.map { miss in
          let share = blueprint.shares[miss.bound]
          return ShareGap(
            trait: share.trait,
            wanted: share.questions(of: blueprint.count) ?? 0...blueprint.count,
            found: miss.found)
        })
    }
    throw WorkflowFailure.paperCannotBeFilled(shortage)
  }

  /// A pool for a blueprint: its questions know which shares count them, and cases that want words in
  /// answer are left out, since a formal exam is graded without a reader.
  private func pool(
    _ pool: (singles: [MockDraw.Candidate], cases: [[MockDraw.Candidate]]),
    by blueprint: Blueprint, banks: [Int64]
  ) throws -> (singles: [MockDraw.Candidate], cases: [[MockDraw.Candidate]]) {
    let traits = blueprint.shares.isEmpty ? [:] : try data.questions.traits(banks: banks)
    func told(_ candidate: MockDraw.Candidate) -> MockDraw.Candidate {
      var candidate = candidate
      if let traits = traits[candidate.ref.question] {
        candidate.traits = BlueprintOutline.shares(of: blueprint, counting: traits)
      }
      return candidate
    }
    return (
      pool.singles.map(told),
      pool.cases.filter { $0.allSatisfy { $0.kind != .short } }.map { $0.map(told) }
    )
  }
}
