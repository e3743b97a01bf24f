import Learning

extension FormExchange {
  /// Draws items for counts: for each form so many of each cell, those least used in earlier papers
  /// first, and nothing twice as long as there is something else.
  mutating func draw(
    _ parts: [[Int]], from cells: [ItemCell], chance: inout SeededGenerator
  ) {
    let groups = ItemCell.leadingGroups(of: pool)
    for (number, cell) in cells.enumerated() {
      guard parts.contains(where: { $0[number] > 0 }) else { continue }
      let shuffled = chance.shuffled(cell.items)
      // A sort that keeps the order of equals, since Swift's does not promise to.
      let order = shuffled.enumerated().sorted {
        (pool.items[$0.element].uses, $0.offset) < (pool.items[$1.element].uses, $1.offset)
      }.map(\.element)
      var free = order
      // Of a group of enemies one enters a form, so large groups go first.
      var sizes: [Int: Int] = [:]
      for item in order { if let group = groups[item] { sizes[group, default: 0] += 1 } }
      let hasGroups = sizes.contains { $0.value > 1 }
      for form in chance.shuffled(Array(forms.indices)) {
        var wanted = parts[form][number]
        guard wanted > 0 else { continue }
        if hasGroups {
          free = free.enumerated().sorted {
            let left = groups[$0.element].flatMap { sizes[$0] } ?? 1
            let right = groups[$1.element].flatMap { sizes[$0] } ?? 1
            return (-left, $0.offset) < (-right, $1.offset)
          }.map(\.element)
        }
        for isPeaceful in [true, false] where wanted > 0 {
          var rest: [Int] = []
          for (index, item) in free.enumerated() {
            if wanted == 0 {
              rest += free[index...]
              break
            }
            if isPeaceful && hasEnemy(item, on: form) {
              rest.append(item)
            } else {
              add(item, to: form)
              wanted -= 1
              if let group = groups[item] { sizes[group, default: 1] -= 1 }
            }
          }
          free = rest
        }
        while wanted > 0, let item = leastShared(order, with: form) {
          add(item, to: form)
          wanted -= 1
        }
      }
    }
  }

  /// Of items that stand on other forms already, the one that makes the least of it.
  private func leastShared(_ items: [Int], with form: Int) -> Int? {
    func cost(_ item: Int) -> (Int, Int, Int) {
      (
        hasEnemy(item, on: form) ? 1 : 0, holders[item].count,
        holders[item].reduce(0) { $0 + overlaps[form][$1] }
      )
    }
    return items.filter { !stands($0, on: form) }.min { cost($0) < cost($1) }
  }
}
