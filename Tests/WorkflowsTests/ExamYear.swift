import Exams
import People
import Storage
import TestKit
import Workflows

/// A township's exams one after the other, each from its making to its results.
struct ExamYear {
  let room: ExamRoom

  init() throws { room = try ExamRoom() }

  /// Somebody on a roster.
  static func entrant(
    _ name: String, unit: [String] = ["某县", "某镇"], idNumber: String? = nil,
    category: PersonCategory = .other, establishment: EstablishmentType = .unknown
  ) -> CreateExam.Entrant {
    CreateExam.Entrant(
      name: name, idNumber: idNumber, unit: unit, establishment: establishment.rawValue,
      category: category)
  }

  func create(
    _ entrants: [CreateExam.Entrant], code: String, blueprint: Blueprint = ExamRoom.blueprint(),
    makeUpOf: String? = nil, isRehearsal: Bool = false, rules: CheckEligibility.Rules = .init(),
    skipsRefused: Bool = false, hidesQuestions: Bool = true
  ) throws -> CreateExam.Created {
    try CreateExam(room.data, actor: room.administrator).create(
      CreateExam.Request(
        blueprint: blueprint, code: code, title: "考试 \(code)", entrants: entrants,
        room: SeatPlan(seats: 12, perRow: 12, formsPerWave: 1), seed: 7,
        isRehearsal: isRehearsal, hidesQuestions: hidesQuestions, makeUpOf: makeUpOf,
        eligibility: rules, skipsRefused: skipsRefused))
  }

  /// Opens an exam, lets those come who are named, and ends it.
  ///
  /// - Parameter outcomes: by name, whether all is answered rightly; who is not here stays away.
  func hold(
    _ created: CreateExam.Created, _ outcomes: [String: Bool], publishes: Bool = true
  ) throws {
    try room.holding.open(created.exam, key: created.openingCode)
    for (place, ticket) in created.tickets.enumerated() {
      guard let isRight = outcomes[ticket.name] else { continue }
      let run = try room.sit(created, place, terminal: "tty\(place)")
      try ExamRoom.answerAll(run, rightly: isRight)
      try run.submit()
    }
    try room.holding.end(created.exam)
    if publishes { try room.holding.publish(created.exam) }
  }

  /// Blueprints that differ in code and in who passes when.
  static func blueprint(
    _ code: String = "town-exam", attempts: Int = 1, makeUps: Int = 1, after: String? = nil,
    candidates: [PersonCategory] = []
  ) -> Blueprint {
    var blueprint = ExamRoom.blueprint()
    blueprint.code = code
    blueprint.candidates = candidates
    blueprint.pass = Blueprint.PassRules(
      share: 6000, attempts: attempts, makeUps: makeUps, after: after)
    return blueprint
  }
}
