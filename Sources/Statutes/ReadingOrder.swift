/// The order in which people read what became of things: that of the new ones, with each repealed one
/// behind that which it stood behind.
enum ReadingOrder {
  /// - Parameters:
  ///   - groups: old and new places that belong together, each place in one group at most.
  ///   - old, new: how many there are.
  /// - Returns: the groups, and a group for each place that is in none.
  static func sequence(_ groups: [TextJoining.Group], old: Int, new: Int) -> [TextJoining.Group] {
    var groupOfOld: [Int: Int] = [:]
    var groupOfNew: [Int: Int] = [:]
    for (number, group) in groups.enumerated() {
      for place in group.old { groupOfOld[place] = number }
      for place in group.new { groupOfNew[place] = number }
    }
    // What stands behind each group, and before all of them.
    var repealed: [Int: [Int]] = [:]
    var last = -1
    for place in 0..<old {
      if let group = groupOfOld[place] {
        last = group
      } else {
        repealed[last, default: []].append(place)
      }
    }
    func gone(behind group: Int) -> [TextJoining.Group] {
      (repealed[group] ?? []).map { TextJoining.Group(old: [$0], new: []) }
    }
    var sequence = gone(behind: -1)
    for place in 0..<new {
      guard let number = groupOfNew[place] else {
        sequence.append(TextJoining.Group(old: [], new: [place]))
        continue
      }
      guard groups[number].new.first == place else { continue }
      sequence.append(groups[number])
      sequence += gone(behind: number)
    }
    return sequence
  }
}
