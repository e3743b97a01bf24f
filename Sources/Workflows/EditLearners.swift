import Learning
import People
import Storage

/// Adding, finding and changing learners.
package struct EditLearners {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// What is to be set on a learner; nil leaves a thing as it is.
  package struct Change: Sendable {
    package var name: String?
    /// A path such as 某县/某镇/某村.
    package var unit: String?
    package var category: PersonCategory?
    package var notebookStreak: Int?
    package var newPerDay: Int?
    package var isSimple: Bool?
    package var showsStreak: Bool?

    package init(
      name: String? = nil, unit: String? = nil, category: PersonCategory? = nil,
      notebookStreak: Int? = nil, newPerDay: Int? = nil, isSimple: Bool? = nil,
      showsStreak: Bool? = nil
    ) {
      self.name = name
      self.unit = unit
      self.category = category
      self.notebookStreak = notebookStreak
      self.newPerDay = newPerDay
      self.isSimple = isSimple
      self.showsStreak = showsStreak
    }
  }

  /// Adds a learner.
  ///
  /// - Throws: `WorkflowFailure`, `StorageFailure`.
  package func add(_ change: Change) throws -> Learner {
    try Authorisation.authorise(actor, to: .editLearners)
    let name = try checked(name: change.name ?? "")
    guard try data.learners.learner(named: name) == nil else {
      throw WorkflowFailure.nameTaken(name)
    }
    let likes = try likes(change)
    let path = try path(change.unit) ?? []
    return try data.learners.add(
      name: name, unit: path, category: change.category ?? .other,
      likes: likes, now: data.environment.clock.now().utc)
  }

  /// Changes a learner, found by name or number.
  package func set(_ who: String, _ change: Change) throws -> Learner {
    try Authorisation.authorise(actor, to: .editLearners)
    let learner = try findPresent(who)
    let name = try change.name.map { try checked(name: $0) }
    if let name, let other = try data.learners.learner(named: name), other.id != learner.id {
      throw WorkflowFailure.nameTaken(name)
    }
    let likes = try likes(change)
    let changed = try data.learners.change(
      learner, name: name, unit: try path(change.unit), category: change.category,
      likes: likes, now: data.environment.clock.now().utc)
    // The notebook is told from the answers by this number.
    if changed.notebookStreak != learner.notebookStreak {
      try data.memories.rebuild(of: [changed], days: data.dayRule())
    }
    return changed
  }

  /// Keeps with a learner whether simple mode is wanted. A guest is a different person each time, so
  /// nothing is kept with the guest.
  ///
  /// - Throws: `StorageFailure`.
  package func keepSimple(_ learner: Learner, _ isWanted: Bool = true) throws -> Learner {
    guard !learner.isGuest, learner.isSimple != isWanted else { return learner }
    try Authorisation.authorise(actor, to: .editLearners)
    return try data.learners.change(
      learner, name: nil, unit: nil, category: nil, likes: .init(isSimple: isWanted),
      now: data.environment.clock.now().utc)
  }

  /// The learner with this name or number.
  package func find(_ who: String) throws -> Learner {
    try Authorisation.authorise(actor, to: .readLearners)
    if let learner = try data.learners.learner(named: who) { return learner }
    if let number = Int64(who), let learner = try data.learners.learner(LearnerID(number)) {
      return learner
    }
    throw WorkflowFailure.noSuchLearner(who)
  }

  /// The learner with this name or number, who can practise and be changed.
  ///
  /// - Throws: `WorkflowFailure.isForgotten`, `.noSuchLearner`.
  package func findPresent(_ who: String) throws -> Learner {
    let learner = try find(who)
    guard !learner.isForgotten else { throw WorkflowFailure.isForgotten(learner.id) }
    return learner
  }

  /// Who can be chosen at a start: all but those who were forgotten, guests last.
  package func choosable() throws -> [Learner] { try all().filter { !$0.isForgotten } }

  /// Whether more than one could sit there.
  package func isShared() throws -> Bool { try data.learners.countPresent() > 1 }

  /// All learners, guests last.
  package func all() throws -> [Learner] {
    try Authorisation.authorise(actor, to: .readLearners)
    return try data.learners.learners()
  }

  /// Who practises where nobody is asked: the one named, else the last one, else the guest.
  package func unasked(named who: String?) throws -> Learner {
    if let who { return try find(who) }
    if let last = try data.learners.last() { return last }
    return try guest()
  }

  /// Who types for learners, by name.
  ///
  /// - Throws: `WorkflowFailure.nameUnusable`, `StorageFailure`.
  package func assistant(named name: String) throws -> AssistantID {
    try Authorisation.authorise(actor, to: .practise)
    return try data.learners.assistant(named: try checked(name: name))
  }

  /// The guest, who has no name.
  package func guest() throws -> Learner {
    try data.learners.guest(now: data.environment.clock.now().utc)
  }

  /// Whether a learner may have this name, taken or not.
  package func isUsable(name: String) -> Bool { (try? checked(name: name)) != nil }

  private func checked(name: String) throws -> String {
    guard let usable = UsableName.person(name) else { throw WorkflowFailure.nameUnusable(name) }
    return usable
  }

  /// Names stand in files that others open, such as a report's: nothing hidden gets into them.
  private func hasControls(_ name: String) -> Bool {
    name.unicodeScalars.contains {
      [.control, .format, .lineSeparator, .paragraphSeparator].contains(
        $0.properties.generalCategory)
    }
  }

  private func likes(_ change: Change) throws -> LearnerStore.Likes {
    if let new = change.newPerDay, !(0...500).contains(new) {
      throw WorkflowFailure.newPerDayOutOfRange(new)
    }
    return LearnerStore.Likes(
      notebookStreak: try checked(streak: change.notebookStreak), newPerDay: change.newPerDay,
      isSimple: change.isSimple, showsStreak: change.showsStreak)
  }

  private func checked(streak: Int?) throws -> Int? {
    if let streak, !(1...20).contains(streak) { throw WorkflowFailure.streakOutOfRange(streak) }
    return streak
  }

  private func path(_ unit: String?) throws -> [String]? {
    guard let unit else { return nil }
    guard let path = OrganizationUnit.path(unit), !hasControls(unit) else {
      throw WorkflowFailure.unitPathUnusable(unit)
    }
    return path
  }
}
