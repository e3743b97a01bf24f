import Exams
import Text
import Workflows

/// What checking a roster came to, as JSON: `mingfa.exam-roster-check/1`.
struct RosterCheckDocument: Encodable {
  struct Problem: Encodable {
    var line: Int?
    var column: Int?
    var message: String
  }
  struct Person: Encodable {
    var line: Int
    var name: String
  }
  struct Refusal: Encodable {
    var reason: String
    var message: String
    var people: [Person]
  }
  var schema = "mingfa.exam-roster-check/1"
  var file: String
  var errors: Int
  /// How many are on it, where it has no error.
  var people: Int?
  var units: Int?
  var otherColumns: [String]
  var problems: [Problem]
  var blueprint: String?
  var admitted: Int?
  var refusals: [Refusal]

  init(_ reading: ReadRoster.Reading, blueprint: Blueprint?, refused: [ReadRoster.Refused]?) {
    file = SafeText.clean(reading.path)
    errors = reading.report.errorCount
    people = reading.entries?.count
    units = reading.entries.map { _ in reading.unitCount }
    otherColumns = reading.otherHeadings.map { SafeText.clean($0) }
    problems = reading.report.problems.map { problem in
      Problem(
        line: problem.position?.line, column: problem.position?.column,
        message: SafeText.clean(problem.fact.wording(Spoken.language)))
    }
    self.blueprint = blueprint?.code
    admitted = reading.entries.flatMap { entries in refused.map { entries.count - $0.count } }
    refusals = RefusalGroup.groups(of: refused ?? []).map { group in
      Refusal(
        reason: group.refusal.code, message: group.refusal.wording(Spoken.language),
        people: group.entries.map { Person(line: $0.line, name: SafeText.clean($0.name)) })
    }
  }
}
