/// The order of a day: what is due first, then new questions.
package enum TodayQueue {
  /// A question that is due.
  package struct Due: Hashable, Sendable {
    package var place: ItemPlan.Place
    package var memory: QuestionMemory

    package init(place: ItemPlan.Place, memory: QuestionMemory) {
      self.place = place
      self.memory = memory
    }
  }

  /// So many items make one sitting; more wait for the next, so that nobody meets a wall.
  package static let sittingLimit = 100

  /// The items of one sitting: those due, what changed its key first, then what is remembered least;
  /// missed ones of today last, so that some time lies between; then the new ones.
  ///
  /// - Parameters:
  ///   - new: items of which nothing was answered, as many as the day's budget still allows.
  ///   - day: the study day.
  ///   - limit: so many items at most.
  package static func items(
    due: [Due], new: [ItemPlan.Place], on day: Int, limit: Int = sittingLimit
  ) -> [ItemPlan.Place] {
    let ranked = due.map { (rank: rank($0.memory, on: day), place: $0.place) }
      .sorted { left, right in
        left.rank != right.rank
          ? left.rank < right.rank
          : (left.place.bank, left.place.item) < (right.place.bank, right.place.item)
      }
    var taken: Set<ItemPlan.Place> = []
    let places = (ranked.map(\.place) + new).filter { taken.insert($0).inserted }
    return Array(places.prefix(limit))
  }

  /// Least comes first.
  private static func rank(_ memory: QuestionMemory, on day: Int) -> Double {
    if memory.isDue { return -1 }
    guard let review = memory.review else { return 0 }
    if review.lastDay == day { return 2 }
    return Scheduler.standard.recall(review.state, after: day - review.lastDay)
  }
}
