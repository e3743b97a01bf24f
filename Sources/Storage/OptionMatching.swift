import Questions

/// Gives the options of a reloaded question the ids they had: first by equal text, then by the
/// nearest text, never by letter. So responses and explanations keep their meaning when a trainer
/// moves or corrects an option.
package enum OptionMatching {
  /// The least likeness (Dice coefficient of character pairs, 0 to 1) at which a changed text is
  /// held for the same option.
  static let leastLikeness = 0.5

  /// A question whose options carry the ids of the stored options where they are the same ones, and
  /// new ids, from `nextID` on, where not. The key and the explanation follow.
  package static func adopting(
    ids stored: [AnswerOption], by question: Question, nextID: Int
  ) -> Question {
    guard !question.options.isEmpty else { return question }
    var free = stored
    var matched: [OptionID?] = question.options.map { option in
      guard let index = free.firstIndex(where: { $0.text == option.text }) else { return nil }
      return free.remove(at: index).id
    }
    var candidates: [(likeness: Double, position: Int, id: OptionID)] = []
    for position in matched.indices where matched[position] == nil {
      for option in free {
        let likeness = likeness(option.text, question.options[position].text)
        if likeness >= leastLikeness { candidates.append((likeness, position, option.id)) }
      }
    }
    candidates.sort { ($1.likeness, $0.position, $0.id) < ($0.likeness, $1.position, $1.id) }
    for candidate in candidates
    where matched[candidate.position] == nil && free.contains(where: { $0.id == candidate.id }) {
      matched[candidate.position] = candidate.id
      free.removeAll { $0.id == candidate.id }
    }
    var next = nextID
    var renamed: [OptionID: OptionID] = [:]
    var result = question
    for (position, option) in question.options.enumerated() {
      let id: OptionID
      if let known = matched[position] {
        id = known
      } else {
        id = OptionID(next)
        next += 1
      }
      renamed[option.id] = id
      result.options[position].id = id
    }
    if case .options(let right) = question.key {
      result.key = .options(Set(right.compactMap { renamed[$0] }))
    }
    result.rationale.parts = question.rationale.parts.map { part in
      guard case .option(let id) = part else { return part }
      return .option(renamed[id] ?? id)
    }
    return result
  }

  /// Dice coefficient of the character pairs of two texts, 0 to 1 (Dice, "Measures of the Amount of
  /// Ecologic Association Between Species", 1945).
  static func likeness(_ left: String, _ right: String) -> Double {
    func pairs(_ text: String) -> [String: Int] {
      let characters = [" "] + text.map(String.init) + [" "]
      return zip(characters, characters.dropFirst()).reduce(into: [:]) {
        $0[$1.0 + $1.1, default: 0] += 1
      }
    }
    let (a, b) = (pairs(left), pairs(right))
    let shared = a.reduce(0) { $0 + min($1.value, b[$1.key, default: 0]) }
    let total = a.values.reduce(0, +) + b.values.reduce(0, +)
    return total == 0 ? 0 : 2 * Double(shared) / Double(total)
  }
}
