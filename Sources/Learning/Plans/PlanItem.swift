/// What a plan puts before the learner at once: a question, or a case with all of its questions.
package struct PlanItem: Hashable, Sendable {
  /// A question of the item, as far as a plan needs to know it.
  package struct Question: Hashable, Sendable {
    /// nil where it was never answered.
    package var review: QuestionMemory.Review?
    /// Whether its key was changed since: what is remembered is of no use.
    package var isChanged: Bool

    package init(review: QuestionMemory.Review?, isChanged: Bool = false) {
      self.review = review
      self.isChanged = isChanged
    }
  }

  package var place: ItemPlan.Place
  package var questions: [Question]

  package init(place: ItemPlan.Place, questions: [Question]) {
    self.place = place
    self.questions = questions
  }

  /// The items of several banks in one order that gives each bank its share of every stretch, and
  /// keeps the order within a bank: so no bank comes last where the time does not suffice for all.
  package static func merged(_ banks: [[PlanItem]]) -> [PlanItem] {
    var placed: [(share: Double, bank: Int, item: PlanItem)] = []
    for (bank, items) in banks.enumerated() {
      for (index, item) in items.enumerated() {
        placed.append(((Double(index) + 0.5) / Double(items.count), bank, item))
      }
    }
    if banks.count > 1 { placed.sort { ($0.share, $0.bank) < ($1.share, $1.bank) } }
    return placed.map(\.item)
  }
}
