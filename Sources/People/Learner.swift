/// Someone who learns here.
package struct Learner: Hashable, Sendable {
  package let id: LearnerID
  /// nil for a guest, and for someone who was forgotten.
  package var name: String?
  package var isGuest: Bool
  package var unit: OrganizationUnit?
  package var category: PersonCategory
  /// How many right answers in a row take a question out of the notebook.
  package var notebookStreak: Int
  /// How many new questions a day brings at most.
  package var newPerDay: Int
  /// Large spacing, digits only, no menus.
  package var isSimple: Bool
  /// Whether days in a row are counted before the learner's eyes.
  package var showsStreak: Bool

  /// Whether the name was taken away on request: figures keep the number, nobody can be it any more.
  package var isForgotten: Bool { name == nil && !isGuest }

  package init(
    id: LearnerID, name: String?, isGuest: Bool, unit: OrganizationUnit?,
    category: PersonCategory, notebookStreak: Int, newPerDay: Int = 20, isSimple: Bool = false,
    showsStreak: Bool = false
  ) {
    self.id = id
    self.name = name
    self.isGuest = isGuest
    self.unit = unit
    self.category = category
    self.notebookStreak = notebookStreak
    self.newPerDay = newPerDay
    self.isSimple = isSimple
    self.showsStreak = showsStreak
  }
}
