import Exams
import Learning
import People
import Storage
import Text

/// Who of a roster may sit an exam, by the roster, the blueprint and the exams before. Only published
/// results count as passed: nobody is told by a refusal what is still closed.
package struct CheckEligibility {
  /// Somebody who may not sit, and why.
  package struct Refused: Hashable, Sendable {
    package var name: String
    /// The path of the unit, outermost first; empty for none.
    package var unit: [String]
    package var refusals: [Eligibility.Refusal]
  }

  /// The rules of the place.
  package struct Rules: Hashable, Sendable {
    /// Who may sit by belonging to the establishment; nil for the usual (see `Eligibility.Facts`).
    package var establishments: Set<EstablishmentType>?
    /// Exams by the same blueprint that were held before this month are forgotten: an exam that comes every
    /// year is passed for a year. nil: all count. What comes before by another blueprint counts always.
    package var since: YearMonth?
    /// Takes the roster's name for the one that is kept with the same ID number.
    package var renames: Bool

    package init(
      establishments: Set<EstablishmentType>? = nil, since: YearMonth? = nil, renames: Bool = false
    ) {
      self.establishments = establishments
      self.since = since
      self.renames = renames
    }
  }

  /// What a person did in earlier exams.
  private struct Record {
    var attempts = 0
    var makeUps = 0
    var hasPassed = false
    /// Began or passed the first sitting of the make-up that is made; nil where not on its list.
    var cameFirst: Bool?
    var hasPassedFirstStage = false
    /// An exam by the same blueprint that is still to be held.
    var listedIn: String?
  }

  private let blueprint: Blueprint
  private let rules: Rules
  private let isMakeUp: Bool
  private var records: [Int64: Record] = [:]
  private let data: MingfaData

  /// Gathers what is known of earlier exams.
  ///
  /// - Parameter first: the exam whose make-up is made; nil for a first sitting.
  /// - Throws: `StorageFailure`, `ExamFailure`.
  init(_ data: MingfaData, blueprint: Blueprint, makeUpOf first: StoredExam?, rules: Rules) throws {
    self.data = data
    self.blueprint = blueprint
    self.rules = rules
    isMakeUp = first != nil
    let days = try data.dayRule()
    var codes: [Int64: String] = [:]
    var isOfMakeUp: Set<Int64> = []
    var tooOld: Set<Int64> = []
    var pending: [Int64: String] = [:]
    for exam in try data.exams.exams() where !exam.isRehearsal {
      codes[exam.id] = try FindExam.blueprint(of: exam).code
      if exam.makeUpOf != nil { isOfMakeUp.insert(exam.id) }
      guard codes[exam.id] == blueprint.code else { continue }
      let state = try data.exams.state(of: exam.id)
      if try !state.isOver(waves: data.exams.size(of: exam.id).waves) {
        pending[exam.id] = exam.code
      }
      guard let since = rules.since else { continue }
      if days.month(of: state.firstOpened?.utc ?? exam.created) < since { tooOld.insert(exam.id) }
    }
    for line in try data.attendance.lines() {
      let code = codes[line.exam]
      let passed = line.isPublished && line.isPassed == true
      if code == blueprint.pass.after, passed {
        records[line.person, default: Record()].hasPassedFirstStage = true
      }
      guard code == blueprint.code else { continue }
      if line.exam == first?.id {
        records[line.person, default: Record()].cameFirst = line.began
      }
      if let exam = pending[line.exam] {
        records[line.person, default: Record()].listedIn = exam
        continue
      }
      guard !tooOld.contains(line.exam) || line.exam == first?.id else { continue }
      if passed { records[line.person, default: Record()].hasPassed = true }
      guard line.began else { continue }
      if isOfMakeUp.contains(line.exam) {
        records[line.person, default: Record()].makeUps += 1
      } else {
        records[line.person, default: Record()].attempts += 1
      }
    }
  }

  /// Those who may not sit, by their place among the entrants.
  ///
  /// - Throws: `StorageFailure`.
  func refused(_ entrants: [CreateExam.Entrant]) throws -> [Int: Refused] {
    let persons = try data.attendance.persons(
      entrants.map {
        PersonMatch(
          name: $0.name, idNumber: $0.idNumber, otherNumber: $0.otherNumber, unit: $0.unit)
      })
    var refused: [Int: Refused] = [:]
    for (place, (entrant, person)) in zip(entrants, persons).enumerated() {
      let found = Eligibility(
        of: entrant.entry, for: blueprint,
        facts: facts(of: person, named: entrant.name))
      guard !found.isAdmitted else { continue }
      refused[place] = Refused(name: entrant.name, unit: entrant.unit, refusals: found.refusals)
    }
    return refused
  }

  private func facts(of person: PersonMatch.Outcome, named name: String) -> Eligibility.Facts {
    let record = person.person.flatMap { records[$0] } ?? Record()
    var otherName: String?
    if case .known(_, let kept) = person, kept != name, !rules.renames { otherName = kept }
    return Eligibility.Facts(
      establishments: rules.establishments, isMakeUp: isMakeUp,
      // A make-up is of one exam: who sat another one of the same kind did not sit this.
      attemptsUsed: isMakeUp ? (record.cameFirst == true ? 1 : 0) : record.attempts,
      makeUpsUsed: record.makeUps, hasPassed: record.hasPassed,
      wasAbsent: record.cameFirst == false,
      hasPassedFirstStage: blueprint.pass.after == nil ? nil : record.hasPassedFirstStage,
      otherName: otherName, isAmbiguous: person == .ambiguous, listedIn: record.listedIn)
  }
}

extension CreateExam.Entrant {
  /// As `Eligibility` asks for it.
  fileprivate var entry: RosterEntry {
    RosterEntry(
      line: 0, name: name, category: category,
      establishment: EstablishmentType(rawValue: establishment) ?? .unknown)
  }
}

extension CheckEligibility.Refused {
  /// All reasons.
  package var reasons: Wording {
    Wording(
      zh: refusals.map(\.wording.zh).joined(separator: "；"),
      en: refusals.map(\.wording.en).joined(separator: "; "))
  }

  /// The name, with the unit where there is one.
  package var person: String {
    unit.isEmpty ? name : "\(name) (\(unit.joined(separator: "/")))"
  }
}
