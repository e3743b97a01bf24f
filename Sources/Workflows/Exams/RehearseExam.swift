import Exams
import People
import Storage

/// Tries the whole day on the real computers, days before it: an exam of invented candidates, made and opened
/// in one go. It counts in no figure, and no question that is held back for an exam stands on its papers.
package struct RehearseExam {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// What is rehearsed.
  package enum Subject: Sendable {
    /// A wave of so many seats.
    case blueprint(Blueprint, seats: Int)
    /// The same blueprint, waves, seats and extra times as this exam, and none of its questions.
    case exam(StoredExam)
  }

  /// The blueprint that is taken where none is named: of those shipped the one of the fewest banks.
  package static let usualBlueprint = "constitution-day"

  /// The seats that are taken where none are named: neighbours, and one who comes late.
  package static let usualSeats = 3

  /// Makes a rehearsal and opens its first wave.
  ///
  /// - Parameter isOver: asked while forms are drawn; true gives up.
  /// - Throws: `ExamFailure.examSits`, `.rehearsalOpen`, `.rehearsalLacks` and as `CreateExam.create`.
  package func begin(
    _ subject: Subject, seed: UInt64, isOver: @escaping @Sendable () -> Bool = { false }
  ) throws -> CreateExam.Created {
    try Authorisation.authorise(actor, to: .holdExams)
    try checkRoom(for: nil)
    let request = try request(for: subject, seed: seed)
    let created = try create(request, isOver: isOver)
    try HoldExam(data, actor: actor).open(created.exam, key: created.openingCode)
    return created
  }

  /// Looks whether a rehearsal can be opened: candidates who sign in are to find one exam that sits.
  ///
  /// - Throws: `ExamFailure.examSits`, `.rehearsalOpen`; `StorageFailure`.
  func checkRoom(for exam: StoredExam?) throws {
    for other in try FindExam(data).sitting() where other.id != exam?.id {
      throw other.isRehearsal
        ? ExamFailure.rehearsalOpen(other.code) : ExamFailure.examSits(other.code)
    }
  }

  /// Where what is left of the banks does not make several forms, all get the same one.
  private func create(
    _ request: CreateExam.Request, isOver: @escaping @Sendable () -> Bool
  ) throws -> CreateExam.Created {
    do { return try CreateExam(data, actor: actor).create(request, isOver: isOver) } catch let
      failure as ExamFailure
    {
      switch failure {
      case .impossible, .rehearsalLacks, .notFound: break
      default: throw failure
      }
      var single = request
      single.places = request.places.map { $0.map { Self.place($0, form: 0) } }
      guard single.places != request.places else { throw failure }
      return try CreateExam(data, actor: actor).create(single, isOver: isOver)
    }
  }

  private func request(for subject: Subject, seed: UInt64) throws -> CreateExam.Request {
    var request: CreateExam.Request
    switch subject {
    case .blueprint(let blueprint, let seats):
      guard (1...1000).contains(seats) else { throw ExamFailure.roomUnusable }
      let room = SeatPlan(seats: seats, perRow: min(6, seats), formsPerWave: min(2, seats))
      request = CreateExam.Request(
        blueprint: blueprint, entrants: (1...seats).map { Self.entrant($0) }, room: room,
        seed: seed)
      request.places = room.places(for: seats)
    case .exam(let exam):
      let candidates = try data.exams.candidates(of: exam.id)
      request = CreateExam.Request(
        blueprint: try FindExam.blueprint(of: exam), title: exam.title,
        entrants: candidates.enumerated().map {
          Self.entrant($0 + 1, extraMinutes: $1.extraMinutes)
        }, room: SeatPlan(seats: max(1, candidates.count)), seed: seed)
      request.places = Self.places(candidates.map(\.seat))
      request.leavesOut = try data.exams.questions(of: exam.id)
    }
    request.code = try freeCode()
    request.isRehearsal = true
    request.hidesQuestions = false
    return request
  }

  private static func entrant(_ number: Int, extraMinutes: Int = 0) -> CreateExam.Entrant {
    CreateExam.Entrant(
      name: "演练" + (number < 10 ? "0" : "") + String(number), extraMinutes: extraMinutes)
  }

  private static func place(_ seat: SeatPlan.Seat, form: Int) -> SeatPlan.Seat {
    SeatPlan.Seat(wave: seat.wave, number: seat.number, form: form)
  }

  /// The same places; each wave has the forms of the first, since what is tried is the room.
  private static func places(_ seats: [SeatPlan.Seat]) -> [SeatPlan.Seat] {
    let forms = Dictionary(grouping: seats, by: \.wave).mapValues { Set($0.map(\.form)).sorted() }
    return seats.map { seat in
      place(seat, form: forms[seat.wave]?.firstIndex(of: seat.form) ?? 0)
    }
  }

  /// `rehearsal-20261127`, then with -2, -3 ….
  private func freeCode() throws -> String {
    let code = "rehearsal-" + String(try data.civilDay().iso.filter { $0 != "-" })
    let taken = Set(try data.exams.exams().map(\.code))
    guard taken.contains(code) else { return code }
    return (2...taken.count + 2).lazy.map { "\(code)-\($0)" }.first { !taken.contains($0) } ?? code
  }
}
