import Formats
import Learning
import People
import Questions
import Statutes
import Storage

/// Changing or adding a question in the program. Each version is kept with who made it, when and why.
package struct EditQuestion {
  let data: MingfaData
  let actor: Actor

  /// - Throws: `Authorisation.Refusal`.
  package init(_ data: MingfaData, actor: Actor) throws {
    try Authorisation.authorise(actor, to: .editBank)
    self.data = data
    self.actor = actor
  }

  /// What is wrong with a sheet, and what it would be.
  package struct Judgement: Sendable {
    /// Each names the field in place of a line.
    package let problems: [ReadProblem]
    /// nil where the text has errors.
    package let question: Question?
    /// Whether it says anything else than the question that is kept.
    package let isChanged: Bool
    /// Whether learners would be asked it again: its type, stem, options or key is another one.
    package let isDue: Bool

    /// Whether it may be put in force.
    package var isSound: Bool {
      question != nil && !problems.contains { $0.severity == .error }
    }
  }

  /// What came of saving.
  package enum Outcome: Sendable {
    case saved(StoredQuestion, Judgement)
    /// It says what is kept already.
    case unchanged
    /// It has errors; nothing was written.
    case refused(Judgement)
  }

  /// The longest name or reason.
  static let reasonLimit = 500

  // MARK: Beginning

  /// The sheet of a question in its present version.
  ///
  /// - Throws: `WorkflowFailure.noBanks`, `.noSuchBank`, `.noSuchQuestion`, `StorageFailure`.
  package func begin(_ code: String, in bank: String) throws -> EditedQuestion {
    let showing = try ShowBank(data, actor: actor)
    let stored = try showing.question(code, in: try showing.find(bank))
    var header = try data.header(of: stored)
    let renewed = try renewed(stored)
    header.editions = header.editions.map { edition in
      renewed[edition.original].map {
        Edition(title: edition.title, original: edition.original, date: $0)
      } ?? edition
    }
    return EditedQuestion(
      bank: stored.bank, header: header, chapter: stored.chapter, passage: stored.passage,
      code: stored.question.code, before: stored, library: try library(for: header.editions),
      sheet: QuestionSheet(stored.question, in: stored.language), renewed: renewed)
  }

  /// The newer editions that put a question in doubt: whoever changes it writes it by them.
  private func renewed(_ stored: StoredQuestion) throws -> [StatuteTitle: CalendarDate] {
    let day = try data.civilDay()
    return try data.flags.flags(of: stored.ref.version).filter { $0.counts(on: day) }
      .reduce(into: [:]) { dates, flag in
        guard case .amendment(let place) = flag.cause else { return }
        dates[place.statute] = max(place.new, dates[place.statute] ?? place.new)
      }
  }

  private func library(for editions: [Edition]) throws -> StatuteLibrary {
    StatuteLibrary(
      index: try CheckBank.shippedIndex(data.environment), texts: try data.texts(of: editions))
  }

  /// An empty sheet for a bank, with the next free code.
  ///
  /// - Parameter chapter: the title, or words of it; may be nil where the bank has one chapter only.
  /// - Throws: `WorkflowFailure.noBanks`, `.noSuchBank`, `.chapterNeeded`, `.noSuchChapter`,
  ///   `.severalChapters`, `StorageFailure`.
  package func add(to bank: String, chapter: String? = nil) throws -> EditedQuestion {
    let found = try ShowBank(data, actor: actor).find(bank)
    let code = FreeCode.next(
      after: try data.revisions.codes(of: found.id), inBank: found.code)
    var sheet = QuestionSheet(language: found.language)
    sheet.set(code.text, at: .field(.code))
    return try new(sheet, code: code, in: found, chapter: chapter)
  }

  /// A question that was read elsewhere, to be added to a bank.
  func add(_ question: Question, to bank: StoredBank, chapter: String?) throws -> EditedQuestion {
    try new(
      QuestionSheet(question, in: bank.language), code: question.code, in: bank, chapter: chapter)
  }

  private func new(
    _ sheet: QuestionSheet, code: QuestionCode, in bank: StoredBank, chapter: String?
  ) throws -> EditedQuestion {
    let header = try data.header(of: bank)
    return EditedQuestion(
      bank: bank.id, header: header, chapter: try self.chapter(chapter, of: bank.id), passage: nil,
      code: code, before: nil, library: try library(for: header.editions), sheet: sheet,
      renewed: [:])
  }

  /// The chapters of a bank, in order.
  package func chapters(of bank: String) throws -> [String] {
    try data.revisions.chapters(of: try ShowBank(data, actor: actor).find(bank).id)
  }

  private func chapter(_ title: String?, of bank: Int64) throws -> String {
    let titles = try data.revisions.chapters(of: bank)
    if title == nil, let only = titles.first, titles.count == 1 { return only }
    return titles[try PlanPractice.place(of: title, among: titles)]
  }

  // MARK: Judging and saving

  /// Reads a sheet as a file is read, and holds it against the rules of the check.
  package func judge(_ edited: EditedQuestion) throws -> Judgement {
    let frame = edited.frame
    let reading = QuestionText.read(frame + edited.sheet.text, name: edited.code.text)
    let above = frame.utf8.count { $0 == 0x0A }
    var problems = reading.report.problems.map { problem in
      let place = problem.position.flatMap { edited.sheet.place(atLine: $0.line - 1 - above) }
      return edited.problem(problem.fact, at: place)
    }
    guard let question = reading.question else {
      return Judgement(problems: problems, question: nil, isChanged: true, isDue: false)
    }
    problems += try findings(question, edited).map {
      edited.problem(.finding($0), at: QuestionSheet.place(of: $0.part))
    }
    guard let before = edited.before else {
      return Judgement(problems: problems, question: question, isChanged: true, isDue: false)
    }
    var old = QuestionText.fresh(before.question, of: before, in: edited.header) ?? before.question
    // The state is no matter of the text here.
    old.state = question.state
    let isDue =
      old.kind != question.kind || old.stem != question.stem || old.options != question.options
      || old.key != question.key
    return Judgement(
      problems: problems, question: question, isChanged: old != question || !edited.renewed.isEmpty,
      isDue: isDue)
  }

  /// What the rules find at a question by itself, and beside those of all banks with the same stem.
  private func findings(_ question: Question, _ edited: EditedQuestion) throws -> [CheckFinding] {
    let entry = CheckedBank.Entry(question: question, passage: edited.passage)
    let stem = TextSigns.of(question.stem)
    let twins = try data.search.questions { TextSigns.of($1) == stem }
      .filter { $0.bank != edited.bank || $0.question.code != edited.code }
    func twin(_ twin: StoredQuestion) -> CheckedBank.Entry {
      CheckedBank.Entry(question: twin.question, passage: twin.passage)
    }
    let entries = twins.filter { $0.bank == edited.bank }.map(twin(_:)) + [entry]
    let others = twins.filter {
      $0.bank != edited.bank && twin($0).signs == entry.signs
        && twin($0).keySigns != entry.keySigns
    }.map {
      ContradictingKeys.finding(entries.count - 1, code: $0.question.code, source: $0.bankTitle)
    }
    return BankChecks.outcome(
      of: CheckedBank(
        title: edited.header.title, language: edited.header.language,
        editions: edited.header.editions, entries: entries, isWhole: false),
      with: edited.library, and: others
    ).findings.filter { $0.question == entries.count - 1 }
  }

  /// Keeps a sheet: in force, or as a version that waits for a review.
  ///
  /// - Parameter waits: whether it waits; then errors of the check do not refuse it, those of the reader do.
  /// - Throws: `WorkflowFailure.nameUnusable`, `.textUnusable`, `.changedMeanwhile`, `.codeTaken`,
  ///   `StorageFailure`.
  package func save(
    _ edited: EditedQuestion, waits: Bool, by name: String, reason: String
  ) throws -> Outcome {
    let author = try author(name, reason)
    let judgement = try judge(edited)
    guard let question = judgement.question, waits || judgement.isSound else {
      return .refused(judgement)
    }
    guard judgement.isChanged else { return .unchanged }
    let state: QuestionState = waits ? .inReview : .ready
    let ref: QuestionRef?
    if let before = edited.before {
      ref = try data.revisions.revise(
        before.ref,
        with: RevisionStore.Revision(
          question, isDue: judgement.isDue, editions: try editions(of: edited)),
        state: state, by: author)
      if ref == nil { throw WorkflowFailure.changedMeanwhile(edited.code.text) }
    } else {
      ref = try data.revisions.insert(
        question, bank: edited.bank, chapter: edited.chapter, state: state, by: author)
      if ref == nil { throw WorkflowFailure.codeTaken(edited.code.text) }
    }
    guard let ref, let stored = try data.questions.question(ref.question, version: ref.version)
    else { throw WorkflowFailure.changedMeanwhile(edited.code.text) }
    return .saved(stored, judgement)
  }

  /// The editions that a question rests on where they are not its bank's.
  private func editions(of edited: EditedQuestion) throws -> [StatuteTitle: CalendarDate] {
    let ofBank = try data.banks.editions(of: edited.bank)
    return edited.header.editions.filter { !ofBank.contains($0) }
      .reduce(into: [:]) { $0[$1.original] = $1.date }
  }

  // MARK: Out of use and back

  /// Takes a question out of practice and exams; its records stay.
  ///
  /// - Returns: whether it was possible.
  package func retire(_ edited: EditedQuestion, by name: String, reason: String) throws -> Bool {
    guard let ref = edited.before?.ref else { return false }
    return try data.revisions.retire(ref, by: try author(name, reason))
  }

  /// Makes a retired question a draft again, which a review puts in force.
  ///
  /// - Returns: whether it was possible.
  package func revive(_ edited: EditedQuestion, by name: String, reason: String) throws -> Bool {
    guard let ref = edited.before?.ref else { return false }
    return try data.revisions.revive(ref, by: try author(name, reason))
  }

  /// The states of a question, the oldest first.
  package func history(of edited: EditedQuestion) throws -> [RevisionStore.Transition] {
    guard let ref = edited.before?.ref else { return [] }
    return try data.revisions.history(of: ref.question)
  }

  private func author(_ name: String, _ reason: String) throws -> RevisionStore.Author {
    guard let usable = UsableName.name(name) else { throw WorkflowFailure.nameUnusable(name) }
    let words = CanonicalText.line(reason)
    guard (1...Self.reasonLimit).contains(words.count) else {
      throw WorkflowFailure.reasonUnusable(limit: Self.reasonLimit)
    }
    return RevisionStore.Author(
      name: usable, reason: words, now: data.environment.clock.now().utc)
  }
}
