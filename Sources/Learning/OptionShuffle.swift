import Questions

/// The order in which the options of a question stand on the screen.
package enum OptionShuffle {
  /// The ids of the options in the order to show. Same seed and question, same order.
  ///
  /// - Parameter seed: the attempt's seed; nil shows the author's order.
  package static func order(
    of options: [AnswerOption], allowed: OptionOrder, seed: UInt64?, question: Int64
  ) -> [OptionID] {
    let ids = options.map(\.id)
    guard let seed, ids.count > 1 else { return ids }
    var generator = SeededGenerator(seed: seed, purpose: UInt64(bitPattern: question))
    switch allowed {
    case .fixed: return ids
    case .free: return generator.shuffled(ids)
    case .anchored: return generator.shuffled(Array(ids.dropLast())) + ids.suffix(1)
    }
  }
}
