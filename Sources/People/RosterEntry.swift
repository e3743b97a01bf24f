/// Somebody on a roster 名册, as the roster has them.
package struct RosterEntry: Hashable, Sendable {
  /// Minutes that may be added for one person.
  package static let extraMinutesRange = 0...240

  /// Of the file, from 1: where the row begins.
  package var line: Int
  package var name: String
  package var idNumber: IDNumber?
  /// Another number that stays with the person: of the staff, of the licence. That of an admission
  /// ticket does not: it is another one in each exam.
  package var number: String?
  /// The names of the unit and of those above it, outermost first (see `OrganizationUnit.path`); nil
  /// where the roster names no units.
  package var unit: [String]?
  package var category: PersonCategory
  package var establishment: EstablishmentType
  package var extraMinutes: Int
  /// Who reads or types for the person, allowed by name.
  package var assistance: String?
  /// What stands in columns with other headings, by heading; empty cells are left out.
  package var other: [String: String]

  package init(
    line: Int, name: String, idNumber: IDNumber? = nil, number: String? = nil,
    unit: [String]? = nil, category: PersonCategory = .other,
    establishment: EstablishmentType = .unknown, extraMinutes: Int = 0, assistance: String? = nil,
    other: [String: String] = [:]
  ) {
    self.line = line
    self.name = name
    self.idNumber = idNumber
    self.number = number
    self.unit = unit
    self.category = category
    self.establishment = establishment
    self.extraMinutes = extraMinutes
    self.assistance = assistance
    self.other = other
  }

  /// What tells people of one name in one unit apart, for the database: the ID number, else the other
  /// one. Two entries of a roster that reads as whole never agree in name, unit and this.
  package var identity: String? { idNumber?.full ?? number }
}
