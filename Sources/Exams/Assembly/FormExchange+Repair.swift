import Learning

extension FormExchange {
  /// Exchanges items until nothing is beyond its bounds, the exchanges are spent or the work is over:
  /// of some exchanges that touch what is wrong the best is made if it makes nothing worse, now and
  /// then also another one, so that the search does not stay where it is (Minton et al., "Minimizing
  /// conflicts", 1992).
  ///
  /// - Parameter reserve: how many exchanges are left for what comes after.
  mutating func repair(
    reserve: Int, chance: inout SeededGenerator, isOver: () -> Bool
  ) {
    guard penalty > 0 else { return }
    let candidates = demandItems()
    var best = (penalty: penalty, forms: forms)
    var rounds = 0
    while penalty > 0, exchangesLeft > reserve {
      rounds += 1
      if rounds % 64 == 0, isOver() { break }
      guard let form = faultyForm(&chance), !forms[form].isEmpty else { break }
      let before = penalty
      let lenience = chance.below(100) < 3 ? 2 : 0
      var choice: (penalty: Int, move: Move)?
      for _ in 0..<12 {
        let place = faultyPlace(of: form, &chance)
        let pool = candidates[pool.items[forms[form][place]].demand]
        for _ in 0..<8 {
          let item = pool[chance.below(pool.count)]
          guard let move = move(place, of: form, to: item, &chance) else { continue }
          exchangesLeft -= 1
          let undo = make(move)
          if choice.map({ penalty < $0.penalty }) ?? true { choice = (penalty, move) }
          _ = make(undo)
        }
      }
      if let choice, choice.penalty <= before + lenience { _ = make(choice.move) }
      if penalty < best.penalty { best = (penalty, forms) }
    }
    if best.penalty < penalty { restore(best.forms) }
  }

  /// A change that can be made and taken back.
  enum Move {
    case replace(place: Int, form: Int, item: Int)
    case exchange(place: Int, form: Int, otherPlace: Int, other: Int)
  }

  /// Makes a move and gives the one that takes it back.
  mutating func make(_ move: Move) -> Move {
    switch move {
    case .replace(let place, let form, let item):
      let left = forms[form][place]
      replace(place, of: form, by: item)
      return .replace(place: place, form: form, item: left)
    case .exchange(let place, let form, let otherPlace, let other):
      exchange(place, of: form, with: otherPlace, of: other)
      return move
    }
  }

  /// The move that brings an item to a place: from outside, or from another form that takes what stood
  /// there. Where forms may share questions, now and then as one more use.
  func move(
    _ place: Int, of form: Int, to item: Int, _ chance: inout SeededGenerator
  ) -> Move? {
    guard !stands(item, on: form) else { return nil }
    let mine = forms[form][place]
    let others = holders[item].filter { !stands(mine, on: $0) }
    if holders[item].isEmpty || overlapLimit > 0 && chance.below(4) == 0 {
      return .replace(place: place, form: form, item: item)
    }
    guard !others.isEmpty else {
      return overlapLimit > 0 ? .replace(place: place, form: form, item: item) : nil
    }
    let other = others[chance.below(others.count)]
    guard let otherPlace = forms[other].firstIndex(of: item) else { return nil }
    return .exchange(place: place, form: form, otherPlace: otherPlace, other: other)
  }

  /// The items by the demand they serve.
  func demandItems() -> [[Int]] {
    var result = [[Int]](repeating: [], count: pool.demands.count)
    for (index, item) in pool.items.enumerated() { result[item.demand].append(index) }
    return result
  }

  /// A form on which something is beyond its bounds.
  private func faultyForm(_ chance: inout SeededGenerator) -> Int? {
    let faulty = forms.indices.filter { form in
      zip(counts[form], shares).contains { !$1.contains($0) }
        || groupCounts[form].contains { $0 > 1 }
        || overlaps[form].contains { $0 > overlapLimit }
    }
    return faulty.isEmpty ? nil : faulty[chance.below(faulty.count)]
  }

  /// A place of the form, most often one that has to do with what is wrong.
  private func faultyPlace(of form: Int, _ chance: inout SeededGenerator) -> Int {
    let any = chance.below(forms[form].count)
    for _ in 0..<6 {
      let place = chance.below(forms[form].count)
      let item = pool.items[forms[form][place]]
      if item.enemies.contains(where: { groupCounts[form][$0] > 1 })
        || holders[forms[form][place]].contains(where: { overlaps[form][$0] > overlapLimit })
        || item.traits.indices.contains(where: {
          item.traits[$0] > 0 && counts[form][$0] > shares[$0].upperBound
        })
      {
        return place
      }
    }
    return any
  }

  /// Puts the forms back to what they were.
  mutating func restore(_ earlier: [[Int]]) {
    for form in forms.indices {
      let (now, then) = (Set(forms[form]), Set(earlier[form]))
      let coming = earlier[form].filter { !now.contains($0) }
      let going = forms[form].indices.filter { !then.contains(forms[form][$0]) }
      for (place, item) in zip(going, coming) { replace(place, of: form, by: item) }
    }
  }
}
