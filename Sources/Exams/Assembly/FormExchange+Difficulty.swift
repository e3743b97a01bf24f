import Learning

extension FormExchange {
  /// Exchanges items until the difficulties of the forms are as near to each other as asked, and near
  /// enough to the goal: items of the same kin, which changes no count; where that does not do, others,
  /// if no count becomes worse.
  ///
  /// - Parameters:
  ///   - goal: for the sum of a form; nil lets the forms meet where they are.
  ///   - spread: how far two sums may lie apart.
  mutating func level(
    to goal: ClosedRange<Double>?, spread: Double, chance: inout SeededGenerator,
    isOver: () -> Bool
  ) {
    let shelves = Shelves(pool)
    let candidates = demandItems()
    var best = (faults: faults(goal, spread), forms: forms)
    var (failures, kicks) = (0, 0)
    while best.faults > 0, exchangesLeft > 0, kicks < Self.mostKicks, !isOver() {
      let target = target(goal, spread)
      let worst = forms.indices.max { abs(sums[$0] - target) < abs(sums[$1] - target) } ?? 0
      // The worst first; where it stays, any.
      let form = failures == 0 ? worst : chance.below(forms.count)
      if let move = bestMove(for: form, target, shelves, &chance)
        ?? wideMove(for: form, target, candidates, &chance)
      {
        _ = make(move)
        failures = 0
      } else {
        failures += 1
      }
      let now = faults(goal, spread)
      if now < best.faults { best = (now, forms) }
      if failures > forms.count {
        // Nothing near is better, so on from a place a little farther away.
        kick(candidates, &chance)
        kicks += 1
        failures = 0
      }
    }
    if faults(goal, spread) > best.faults { restore(best.forms) }
  }

  /// How often the search goes on from elsewhere.
  private static let mostKicks = 60

  /// How far the sums are from what is asked of them; 0 where they are as wanted.
  private func faults(_ goal: ClosedRange<Double>?, _ spread: Double) -> Double {
    let tiny = 1e-9
    let apart = (sums.max() ?? 0) - (sums.min() ?? 0) - spread
    return sums.reduce(apart > tiny ? apart : 0) { faults, sum in
      guard let goal else { return faults }
      let beyond = max(goal.lowerBound - sum, sum - goal.upperBound)
      return faults + (beyond > tiny ? beyond : 0)
    }
  }

  /// Some exchanges that make no count worse, whatever they do to the difficulty.
  private mutating func kick(_ candidates: [[Int]], _ chance: inout SeededGenerator) {
    for _ in 0..<4 {
      let form = chance.below(forms.count)
      guard !forms[form].isEmpty else { continue }
      for _ in 0..<20 {
        let place = chance.below(forms[form].count)
        let items = candidates[pool.items[forms[form][place]].demand]
        let before = penalty
        guard let move = move(place, of: form, to: items[chance.below(items.count)], &chance)
        else { continue }
        exchangesLeft -= 1
        let undo = make(move)
        if penalty <= before { break }
        _ = make(undo)
      }
    }
  }

  /// An exchange with any item of the same demand that makes no count worse and the distances to the
  /// target smaller.
  private mutating func wideMove(
    for form: Int, _ target: Double, _ candidates: [[Int]], _ chance: inout SeededGenerator
  ) -> Move? {
    guard !forms[form].isEmpty else { return nil }
    func distance() -> Double {
      sums.reduce(0) { $0 + ($1 - target) * ($1 - target) }
    }
    let before = (penalty, distance())
    for _ in 0..<40 {
      let place = chance.below(forms[form].count)
      let items = candidates[pool.items[forms[form][place]].demand]
      guard let move = move(place, of: form, to: items[chance.below(items.count)], &chance)
      else { continue }
      exchangesLeft -= 1
      let undo = make(move)
      let isBetter = penalty <= before.0 && distance() < before.1 - 1e-9
      _ = make(undo)
      if isBetter { return move }
    }
    return nil
  }

  /// Where all sums shall be: their mean, within the goal.
  private func target(_ goal: ClosedRange<Double>?, _ spread: Double) -> Double {
    let mean = sums.reduce(0, +) / Double(max(1, sums.count))
    guard let goal else { return mean }
    // A little inside, as the forms lie around it.
    let inset = min(spread / 2, (goal.upperBound - goal.lowerBound) / 2)
    return min(max(mean, goal.lowerBound + inset), goal.upperBound - inset)
  }

  /// The exchange within kin that brings the squares of the distances to the target down most.
  private mutating func bestMove(
    for form: Int, _ target: Double, _ shelves: Shelves, _ chance: inout SeededGenerator
  ) -> Move? {
    var best: (gain: Double, move: Move)?
    let mine = sums[form] - target
    let start = chance.below(max(1, forms[form].count))
    for step in forms[form].indices {
      let place = (start + step) % forms[form].count
      let item = forms[form][place]
      let own = pool.items[item].difficulty
      let shelf = shelves.shelves[pool.items[item].kin]
      guard shelf.count > 1 else { continue }
      // From outside, what is as much easier as the form is too hard; between forms half of it.
      for wanted in [own - mine, own - mine / 2] {
        let middle = shelves.place(of: wanted, on: shelf)
        for index in max(0, middle - 5)..<min(shelf.count, middle + 5) {
          exchangesLeft -= 1
          guard
            let (move, gain) = offer(place, of: form, by: shelf[index], mine, target),
            gain > max(1e-12, best?.gain ?? 0)
          else { continue }
          let before = penalty
          let undo = make(move)
          if penalty <= before { best = (gain, move) }
          _ = make(undo)
        }
      }
    }
    return best?.move
  }

  /// An exchange of a place for an item, and what it gains.
  private func offer(
    _ place: Int, of form: Int, by item: Int, _ mine: Double, _ target: Double
  ) -> (Move, Double)? {
    guard !stands(item, on: form) else { return nil }
    let change = pool.items[item].difficulty - pool.items[forms[form][place]].difficulty
    let left = mine * mine - (mine + change) * (mine + change)
    guard let other = holders[item].first else {
      return (.replace(place: place, form: form, item: item), left)
    }
    let theirs = sums[other] - target
    let gain = left + theirs * theirs - (theirs - change) * (theirs - change)
    guard holders[item].count == 1, gain > 0, !stands(forms[form][place], on: other),
      let otherPlace = forms[other].firstIndex(of: item)
    else { return nil }
    return (.exchange(place: place, form: form, otherPlace: otherPlace, other: other), gain)
  }
}

/// The items of each kin, the easiest first.
private struct Shelves {
  let pool: ItemPool
  let shelves: [[Int]]

  init(_ pool: ItemPool) {
    self.pool = pool
    var shelves = [[Int]](repeating: [], count: pool.kins)
    for (index, item) in pool.items.enumerated() { shelves[item.kin].append(index) }
    self.shelves = shelves.map { shelf in
      shelf.sorted { (pool.items[$0].difficulty, $0) < (pool.items[$1].difficulty, $1) }
    }
  }

  /// Where an item of this difficulty would stand.
  func place(of difficulty: Double, on shelf: [Int]) -> Int {
    var (low, high) = (0, shelf.count)
    while low < high {
      let middle = (low + high) / 2
      if pool.items[shelf[middle]].difficulty < difficulty {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
