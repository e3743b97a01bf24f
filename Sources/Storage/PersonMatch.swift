import GRDB

/// What tells a person on a roster from all others, over the years: the ID number where there is one, else
/// the name with another number that stays with the person, else the name in its unit.
package struct PersonMatch: Hashable, Sendable {
  package var name: String
  package var idNumber: String?
  /// Of the staff or the licence.
  package var otherNumber: String?
  /// The path of names, outermost first; empty for none.
  package var unit: [String]

  package init(name: String, idNumber: String?, otherNumber: String? = nil, unit: [String]) {
    self.name = name
    self.idNumber = idNumber
    self.otherNumber = otherNumber
    self.unit = unit
  }

  /// Whom an entry means.
  package enum Outcome: Hashable, Sendable {
    case new
    /// By the number of the row, with the name that is kept.
    case known(Int64, name: String)
    /// Several people could be meant: the entry lacks an ID number.
    case ambiguous

    /// The number of the row; nil where nobody is known.
    package var person: Int64? {
      guard case .known(let person, _) = self else { return nil }
      return person
    }
  }

  /// - Parameters:
  ///   - unit: the number of the unit's row; nil for none.
  ///   - taken: who was meant by others of the same roster: nobody stands there twice.
  func outcome(in db: Database, unit: Int64?, taken: Set<Int64> = []) throws -> Outcome {
    if let idNumber {
      if let known = try row(db, "i.id_number = ?", [idNumber]) { return known }
      // Who was listed before without the number, where nobody else can be meant.
      let nameless = try people(db, unit: unit, hasNoID: true).filter { !taken.contains($0.person) }
      return nameless.count == 1 ? .known(nameless[0].person, name: name) : .new
    }
    if let otherNumber,
      let known = try row(db, "i.name = ? AND i.other_number = ?", [name, otherNumber])
    {
      return known
    }
    // Another number that is kept says that another is meant.
    let people = try people(db, unit: unit, hasNoID: false).filter {
      otherNumber == nil || $0.otherNumber == nil
    }
    if people.count > 1 { return .ambiguous }
    return people.first.map { .known($0.person, name: name) } ?? .new
  }

  private func row(
    _ db: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> Outcome? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT i.person_id, i.name FROM person_identity i WHERE \(condition) LIMIT 1"),
      arguments: arguments
    ).map { .known($0[0], name: $0[1]) }
  }

  /// Those of this name in this unit.
  private func people(
    _ db: Database, unit: Int64?, hasNoID: Bool
  ) throws -> [(person: Int64, otherNumber: String?)] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT p.id, i.other_number, i.id_number FROM person_identity i
          JOIN person p ON p.id = i.person_id WHERE i.name = ? AND p.unit_id IS ? ORDER BY p.id
          """), arguments: [name, unit])
    return rows.filter { !hasNoID || ($0[2] as String?) == nil }
      .filter { !hasNoID || otherNumber == nil || ($0[1] as String?) ?? otherNumber == otherNumber }
      .map { ($0[0], $0[1]) }
  }
}
