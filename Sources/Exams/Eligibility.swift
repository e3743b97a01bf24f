import People

/// Whether somebody on a roster may sit an exam, and if not, why: a function of the roster, the blueprint
/// and what is known of earlier exams.
package struct Eligibility: Hashable, Sendable {
  /// A reason of refusal.
  package enum Refusal: Hashable, Sendable {
    /// The exam is for others.
    case category(PersonCategory, admitted: [PersonCategory])
    /// Does not belong to the establishment in a way that is admitted here.
    case establishment(EstablishmentType, admitted: [EstablishmentType])
    /// The ID number is kept under another name.
    case otherName(String)
    /// Several people of this name are known in this unit.
    case ambiguous
    /// Is listed for an exam of the same kind that is still to be held, by its code.
    case listed(String)
    /// Has passed already.
    case passed
    /// No attempt is left in the first sitting.
    case attempts(limit: Int)
    /// No make-up is left, or the exam has none.
    case makeUps(limit: Int)
    /// A make-up for somebody who was not on the list of the first sitting.
    case neverSat
    /// Has not passed what comes before, by the code of its blueprint.
    case firstStage(String)

    /// Stable; a program reads it.
    package var code: String {
      switch self {
      case .category: "category"
      case .establishment: "establishment"
      case .otherName: "other-name"
      case .ambiguous: "ambiguous"
      case .listed: "listed"
      case .passed: "passed"
      case .attempts: "attempts"
      case .makeUps: "make-ups"
      case .neverSat: "never-sat"
      case .firstStage: "first-stage"
      }
    }
  }

  /// The rules of the place, and what is known of the person's earlier exams by this blueprint. The
  /// defaults are those of somebody who never sat one.
  package struct Facts: Hashable, Sendable {
    /// Who may sit by belonging to the establishment; nil for the usual: only those on it where the
    /// blueprint asks for staff, everybody elsewhere.
    package var establishments: Set<EstablishmentType>?
    /// Whether the exam is a make-up.
    package var isMakeUp: Bool
    /// Attempts begun in first sittings.
    package var attemptsUsed: Int
    /// Make-ups begun.
    package var makeUpsUsed: Int
    package var hasPassed: Bool
    /// For a make-up: whether the person was on the list of the first sitting and did not come.
    package var wasAbsent: Bool
    /// Whether the blueprint that comes before was passed; nil where nobody looked, which refuses nobody.
    package var hasPassedFirstStage: Bool?
    /// The name that is kept for the ID number, where it is another one.
    package var otherName: String?
    /// Whether several people could be meant.
    package var isAmbiguous: Bool
    /// The exam of the same kind, still to be held, whose list has the person.
    package var listedIn: String?

    package init(
      establishments: Set<EstablishmentType>? = nil, isMakeUp: Bool = false, attemptsUsed: Int = 0,
      makeUpsUsed: Int = 0, hasPassed: Bool = false, wasAbsent: Bool = false,
      hasPassedFirstStage: Bool? = nil, otherName: String? = nil, isAmbiguous: Bool = false,
      listedIn: String? = nil
    ) {
      self.establishments = establishments
      self.isMakeUp = isMakeUp
      self.attemptsUsed = attemptsUsed
      self.makeUpsUsed = makeUpsUsed
      self.hasPassed = hasPassed
      self.wasAbsent = wasAbsent
      self.hasPassedFirstStage = hasPassedFirstStage
      self.otherName = otherName
      self.isAmbiguous = isAmbiguous
      self.listedIn = listedIn
    }
  }

  /// Every reason of refusal; empty for who may sit.
  package let refusals: [Refusal]

  /// Whether the person may sit.
  package var isAdmitted: Bool { refusals.isEmpty }

  package init(of entry: RosterEntry, for blueprint: Blueprint, facts: Facts = Facts()) {
    var refusals: [Refusal] = []
    if let refusal = Self.belonging(of: entry, blueprint.candidates, facts.establishments) {
      refusals.append(refusal)
    }
    if facts.isAmbiguous { refusals.append(.ambiguous) }
    if let name = facts.otherName { refusals.append(.otherName(name)) }
    if let exam = facts.listedIn { refusals.append(.listed(exam)) }
    let rules = blueprint.pass
    if facts.hasPassed {
      refusals.append(.passed)
    } else if !facts.isMakeUp {
      if facts.attemptsUsed >= rules.attempts { refusals.append(.attempts(limit: rules.attempts)) }
    } else if facts.makeUpsUsed >= rules.makeUps {
      refusals.append(.makeUps(limit: rules.makeUps))
    } else if facts.attemptsUsed == 0, !facts.wasAbsent {
      refusals.append(.neverSat)
    }
    if let first = rules.after, facts.hasPassedFirstStage == false {
      refusals.append(.firstStage(first))
    }
    self.refusals = refusals
  }

  /// Category and establishment say the same of many, who are told one reason of the two.
  private static func belonging(
    of entry: RosterEntry, _ categories: [PersonCategory], _ establishments: Set<EstablishmentType>?
  ) -> Refusal? {
    let asksStaff = categories.contains(.staff)
    let isOther = !categories.isEmpty && !categories.contains(entry.category)
    // Villagers who sit beside staff belong to no establishment.
    let isJudged =
      entry.category == .staff || categories.isEmpty
      || isOther && asksStaff && entry.category == .other
    let allowed = establishments ?? (asksStaff ? [.established] : nil)
    if isJudged, let allowed, !allowed.contains(entry.establishment) {
      return .establishment(
        entry.establishment, admitted: EstablishmentType.allCases.filter(allowed.contains))
    }
    return isOther ? .category(entry.category, admitted: categories) : nil
  }
}
