/// The order of a day: what is due first, then new questions.
package enum TodayQueue {
  /// A question that is due.
  package struct Due: Hashable, Sendable {
    package let place: ItemPlan.Place
    /// How urgent it is; least comes first.
    let rank: Double

    /// - Parameters:
    ///   - isChanged: whether its key was changed since it was answered.
    ///   - stability: days, from its memory; nil where it has none.
    ///   - lastDay: the study day of the last answer.
    ///   - day: the study day that it is due on.
    package init(
      place: ItemPlan.Place, isChanged: Bool, stability: Double?, lastDay: Int, on day: Int
    ) {
      self.place = place
      if isChanged {
        rank = -1
      } else if let stability {
        rank = lastDay == day ? 2 : Scheduler.standard.recall(stability, after: day - lastDay)
      } else {
        rank = 0
      }
    }
  }

  /// So many items make one sitting; more wait for the next, so that nobody meets a wall.
  package static let sittingLimit = 100

  /// The items of one sitting: those due, what changed its key first, then what is remembered least;
  /// missed ones of today last, so that some time lies between; then the new ones.
  ///
  /// - Parameters:
  ///   - due: in any order.
  ///   - new: items of which nothing was answered, as many as the day's budget still allows.
  ///   - limit: so many items at most.
  package static func items(
    due: [Due], new: [ItemPlan.Place], limit: Int = sittingLimit
  ) -> [ItemPlan.Place] {
    let ranked = due.sorted { left, right in
      left.rank != right.rank
        ? left.rank < right.rank
        : (left.place.bank, left.place.item) < (right.place.bank, right.place.item)
    }
    var taken: Set<ItemPlan.Place> = []
    let places = (ranked.map(\.place) + new).filter { taken.insert($0).inserted }
    return Array(places.prefix(limit))
  }
}
