import Exams
import Formats
import Learning
import People
import Questions
import Seals
import Storage
import Text

/// Makes an exam: draws the forms, freezes and seals them, seats the candidates. All of it is kept in one
/// commit, or nothing.
package struct CreateExam {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// Somebody who is to sit the exam.
  package struct Entrant: Hashable, Sendable {
    package var name: String
    package var idNumber: String?
    /// Of the staff or the licence.
    package var otherNumber: String?
    /// The path of the unit, outermost first; empty for none.
    package var unit: [String]
    package var establishment: String
    package var category: PersonCategory
    package var extraMinutes: Int
    package var assistance: String?

    package init(
      name: String, idNumber: String? = nil, otherNumber: String? = nil, unit: [String] = [],
      establishment: String = "", category: PersonCategory = .other, extraMinutes: Int = 0,
      assistance: String? = nil
    ) {
      self.name = name
      self.idNumber = idNumber
      self.otherNumber = otherNumber
      self.unit = unit
      self.establishment = establishment
      self.category = category
      self.extraMinutes = extraMinutes
      self.assistance = assistance
    }
  }

  /// What an exam is made from.
  package struct Request: Sendable {
    package var blueprint: Blueprint
    /// nil: the blueprint's code and the day.
    package var code: String?
    /// nil: the blueprint's.
    package var title: String?
    /// In the order of their seats.
    package var entrants: [Entrant]
    package var room: SeatPlan
    package var seed: UInt64
    package var isRehearsal: Bool
    package var hidesQuestions: Bool
    /// The code of the exam whose make-up this is.
    package var makeUpOf: String?
    /// Who may sit by the rules of the place.
    package var eligibility: CheckEligibility.Rules
    /// Leaves out who may not sit; else nothing is made where there is somebody.
    package var skipsRefused: Bool
    /// Where each entrant sits; nil goes by the room.
    package var places: [SeatPlan.Seat]?
    /// Questions, by number, that are not to stand on its papers, beside those that are held back.
    package var leavesOut: Set<Int64> = []

    package init(
      blueprint: Blueprint, code: String? = nil, title: String? = nil, entrants: [Entrant],
      room: SeatPlan, seed: UInt64, isRehearsal: Bool = false, hidesQuestions: Bool = true,
      makeUpOf: String? = nil, eligibility: CheckEligibility.Rules = .init(),
      skipsRefused: Bool = false
    ) {
      self.blueprint = blueprint
      self.code = code
      self.title = title
      self.entrants = entrants
      self.room = room
      self.seed = seed
      self.isRehearsal = isRehearsal
      self.hidesQuestions = hidesQuestions
      self.makeUpOf = makeUpOf
      self.eligibility = eligibility
      self.skipsRefused = skipsRefused
    }
  }

  /// What goes on an admission ticket 准考证.
  package struct Ticket: Hashable, Sendable {
    package var number: String
    package var name: String
    package var seat: SeatPlan.Seat
    /// The code by which the candidate signs in; told here once, and kept only as a digest.
    package var code: String
  }

  /// An exam that was made.
  package struct Created: Sendable {
    package var exam: StoredExam
    /// What opens the papers; told here once.
    package var openingCode: String
    package var sheet: ControlSheet
    package var tickets: [Ticket]
    package var waves: Int
    /// Who was left out.
    package var refused: [CheckEligibility.Refused]
  }

  /// - Parameter isOver: asked while forms are drawn; true gives up.
  /// - Throws: `ExamFailure`, `WorkflowFailure`, `StorageFailure`, `Authorisation.Refusal`.
  package func create(
    _ request: Request, isOver: @escaping @Sendable () -> Bool = { false }
  ) throws -> Created {
    try Authorisation.authorise(actor, to: .editExams)
    try ExamVolume.check(data.environment)
    let moment = data.environment.clock.now()
    let code = try usableCode(request)
    guard !request.entrants.isEmpty else { throw ExamFailure.noCandidates }
    let room = request.room
    guard (1...1000).contains(room.seats), (1...10).contains(room.formsPerWave),
      room.perRow <= room.seats
    else { throw ExamFailure.roomUnusable }
    let first = try firstSitting(request)
    var request = request
    let refused = try admit(&request, makeUpOf: first)
    let assembly = try draw(request, isOver: isOver)
    let opening = ReadableCode.text(of: data.environment.randomBytes(SealedForms.codeSize))
    let papers = try papers(assembly, of: request.blueprint)
    let forms = papers.enumerated().compactMap { position, paper in
      SealedForms.seal(
        paper, position: position, code: opening,
        nonce: data.environment.randomBytes(SealedBox.nonceSize))
    }
    var exam = StoredExam(
      id: 0, code: code, title: request.title ?? request.blueprint.title,
      blueprint: BlueprintText.text(of: request.blueprint), makeUpOf: first?.id,
      isRehearsal: request.isRehearsal, hidesQuestions: request.hidesQuestions,
      created: moment.utc)
    let seats = Self.seats(request)
    let (entrants, tickets) = seat(request, at: seats, exam: code)
    exam.id = try data.exams.create(
      ExamCreation(
        exam: exam, forms: forms,
        questions: Set(papers.flatMap { $0.lines.map(\.question.ref.question) }),
        entrants: entrants, moment: moment, account: actor.account?.number ?? 0))
    return Created(
      exam: exam, openingCode: opening, sheet: assembly.sheet, tickets: tickets,
      waves: seats.map(\.wave).max() ?? 0, refused: refused)
  }

  /// The exam whose make-up is made: of a make-up the one that was made up there.
  private func firstSitting(_ request: Request) throws -> StoredExam? {
    guard let code = request.makeUpOf else { return nil }
    var exam = try FindExam(data).exam(code)
    let exams = try data.exams.exams()
    while let before = exams.first(where: { $0.id == exam.makeUpOf }) { exam = before }
    guard try data.exams.state(of: exam.id).published != nil || request.isRehearsal else {
      throw ExamFailure.makeUpTooEarly(exam.code)
    }
    return exam
  }

  /// Takes out who may not sit. A rehearsal is for everybody.
  private func admit(
    _ request: inout Request, makeUpOf first: StoredExam?
  ) throws -> [CheckEligibility.Refused] {
    guard !request.isRehearsal else { return [] }
    let refused = try CheckEligibility(
      data, blueprint: request.blueprint, makeUpOf: first, rules: request.eligibility
    ).refused(request.entrants)
    let list = refused.sorted { $0.key < $1.key }.map(\.value)
    guard list.isEmpty || request.skipsRefused else { throw ExamFailure.notEligible(list) }
    request.entrants = request.entrants.enumerated().filter { refused[$0.offset] == nil }
      .map(\.element)
    guard !request.entrants.isEmpty else { throw ExamFailure.notEligible(list) }
    return list
  }

  private func usableCode(_ request: Request) throws -> String {
    let day = try data.civilDay().iso.filter { $0 != "-" }
    let code = request.code ?? "\(request.blueprint.code)-\(day)"
    let isUsable =
      (1...40).contains(code.utf8.count)
      && code.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
    guard isUsable else { throw ExamFailure.codeUnusable(code) }
    guard try data.exams.exam(code: code) == nil else { throw ExamFailure.codeTaken(code) }
    return code
  }

  private static func seats(_ request: Request) -> [SeatPlan.Seat] {
    request.places ?? request.room.places(for: request.entrants.count)
  }

  private func draw(_ request: Request, isOver: @escaping @Sendable () -> Bool) throws -> Assembly {
    let (free, held) = try GatherPool(data).questions(for: request.blueprint)
    let pool = free.filter { !request.leavesOut.contains($0.ref.question) }
    let forms =
      request.places.map { ($0.map(\.form).max() ?? 0) + 1 }
      ?? request.room.forms(for: request.entrants.count)
    let outcome = FormAssembly.assemble(
      request.blueprint, from: pool, forms: forms, seed: request.seed,
      budget: AssemblyBudget(isOver: isOver))
    switch outcome {
    case .assembled(let assembly): return assembly
    case .impossible(let obstacles):
      let lacksOthers = request.isRehearsal && held + free.count > pool.count
      throw lacksOthers
        ? ExamFailure.rehearsalLacks(obstacles) : ExamFailure.impossible(obstacles, held: held)
    case .notFound(_, let gaps): throw ExamFailure.notFound(gaps)
    }
  }

  /// The forms with the words of their questions, as they are now.
  private func papers(_ assembly: Assembly, of blueprint: Blueprint) throws -> [ExamPaper] {
    let frozen = try data.pool.frozen(assembly.forms.flatMap(\.refs))
    return assembly.forms.enumerated().map { position, form in
      ExamPaper(
        code: Self.formCode(position),
        sections: zip(blueprint.sections, form.sections).map { section, lines in
          ExamPaper.Section(
            kind: section.kind, points: section.points, floor: section.floor,
            lines: lines.compactMap { line in
              frozen[line.ref].map { ExamPaper.Line(question: $0, rule: line.rule) }
            })
        })
    }
  }

  /// A, B … Z, AA, AB …
  package static func formCode(_ position: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let (rounds, letter) = position.quotientAndRemainder(dividingBy: letters.count)
    return (rounds > 0 ? formCode(rounds - 1) : "") + String(letters[letter])
  }

  private func seat(
    _ request: Request, at seats: [SeatPlan.Seat], exam: String
  ) -> (entrants: [ExamCreation.Entrant], tickets: [Ticket]) {
    var entrants: [ExamCreation.Entrant] = []
    var tickets: [Ticket] = []
    var chance = SeededGenerator(seed: request.seed, purpose: 0x7365_6174)
    for (entrant, seat) in zip(request.entrants, seats) {
      let number = String(seat.wave * 1000 + seat.number)
      let code = ReadableCode.text(of: data.environment.randomBytes(Self.ticketSize))
      tickets.append(Ticket(number: number, name: entrant.name, seat: seat, code: code))
      entrants.append(
        ExamCreation.Entrant(
          name: entrant.name, idNumber: entrant.idNumber, otherNumber: entrant.otherNumber,
          unit: entrant.unit,
          establishment: entrant.establishment, number: number, seat: seat, seed: chance.next(),
          extraMinutes: entrant.extraMinutes, assistance: entrant.assistance,
          ticket: Self.digest(exam: exam, number: number, code: code)))
    }
    return (entrants, tickets)
  }

  /// Bytes of a ticket's code.
  static let ticketSize = 5

  /// What is kept of a ticket's code.
  static func digest(exam: String, number: String, code: String) -> Digest {
    Digest(of: Array("mingfa-ticket-1:\(exam):\(number):\(ReadableCode.plain(code))".utf8))
  }
}
