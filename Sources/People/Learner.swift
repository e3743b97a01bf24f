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

  package init(
    id: LearnerID, name: String?, isGuest: Bool, unit: OrganizationUnit?,
    category: PersonCategory, notebookStreak: Int
  ) {
    self.id = id
    self.name = name
    self.isGuest = isGuest
    self.unit = unit
    self.category = category
    self.notebookStreak = notebookStreak
  }
}
