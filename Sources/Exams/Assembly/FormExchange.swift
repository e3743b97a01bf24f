import Learning

/// Forms as sets of items, with all that tells how far they are from what is asked, kept up to date as
/// items come and go.
struct FormExchange {
  let pool: ItemPool
  /// For each share, how many questions of a form it may count.
  let shares: [ClosedRange<Int>]
  /// How many questions two forms may share.
  let overlapLimit: Int
  /// The items of each form.
  private(set) var forms: [[Int]]
  /// Questions beyond bounds: of shares, beside an enemy, shared by two forms. 0 is what is wanted.
  private(set) var penalty = 0
  /// Questions times difficulty, for each form.
  private(set) var sums: [Double]
  /// Questions that each share counts, form after form.
  private(set) var counts: [[Int]]
  /// Items of each group of enemies, form after form.
  private(set) var groupCounts: [[Int]]
  /// Questions that two forms have in common.
  private(set) var overlaps: [[Int]]
  /// The forms that each item stands on.
  private(set) var holders: [[Int]]
  /// How many more exchanges may be tried.
  var exchangesLeft: Int

  init(
    _ pool: ItemPool, forms: Int, shares: [ClosedRange<Int>], overlapLimit: Int, exchanges: Int
  ) {
    self.pool = pool
    self.shares = shares
    self.overlapLimit = overlapLimit
    self.forms = [[Int]](repeating: [], count: forms)
    sums = [Double](repeating: 0, count: forms)
    counts = [[Int]](repeating: [Int](repeating: 0, count: shares.count), count: forms)
    groupCounts = [[Int]](repeating: [Int](repeating: 0, count: pool.enemyGroups), count: forms)
    overlaps = [[Int]](repeating: [Int](repeating: 0, count: forms), count: forms)
    holders = [[Int]](repeating: [], count: pool.items.count)
    exchangesLeft = exchanges
    // Empty forms lack what their shares ask for.
    penalty = forms * shares.reduce(0) { $0 + $1.lowerBound }
  }

  // MARK: Questions about an item

  func stands(_ item: Int, on form: Int) -> Bool { holders[item].contains(form) }

  /// Whether an item would stand beside an enemy.
  func hasEnemy(_ item: Int, on form: Int) -> Bool {
    pool.items[item].enemies.contains { groupCounts[form][$0] > 0 }
  }

  // MARK: Changes

  /// Puts an item on a form that has it not.
  mutating func add(_ item: Int, to form: Int) {
    enter(item, form)
    forms[form].append(item)
  }

  /// Puts an item in the place of another one of a form.
  mutating func replace(_ place: Int, of form: Int, by item: Int) {
    leave(forms[form][place], form)
    enter(item, form)
    forms[form][place] = item
  }

  /// Lets two forms exchange an item.
  mutating func exchange(_ place: Int, of form: Int, with otherPlace: Int, of other: Int) {
    let (mine, theirs) = (forms[form][place], forms[other][otherPlace])
    leave(mine, form)
    leave(theirs, other)
    enter(theirs, form)
    enter(mine, other)
    forms[form][place] = theirs
    forms[other][otherPlace] = mine
  }

  private func beyond(_ count: Int, _ range: ClosedRange<Int>) -> Int {
    max(0, range.lowerBound - count) + max(0, count - range.upperBound)
  }

  private mutating func enter(_ item: Int, _ form: Int) {
    let entering = pool.items[item]
    for (share, count) in entering.traits.enumerated() where count > 0 {
      penalty -= beyond(counts[form][share], shares[share])
      counts[form][share] += count
      penalty += beyond(counts[form][share], shares[share])
    }
    for group in entering.enemies {
      if groupCounts[form][group] > 0 { penalty += 1 }
      groupCounts[form][group] += 1
    }
    for other in holders[item] { meet(form, other, entering.weight) }
    holders[item].append(form)
    sums[form] += entering.difficulty
  }

  private mutating func leave(_ item: Int, _ form: Int) {
    let leaving = pool.items[item]
    for (share, count) in leaving.traits.enumerated() where count > 0 {
      penalty -= beyond(counts[form][share], shares[share])
      counts[form][share] -= count
      penalty += beyond(counts[form][share], shares[share])
    }
    for group in leaving.enemies {
      groupCounts[form][group] -= 1
      if groupCounts[form][group] > 0 { penalty -= 1 }
    }
    holders[item].removeAll { $0 == form }
    for other in holders[item] { meet(form, other, -leaving.weight) }
    sums[form] -= leaving.difficulty
  }

  private mutating func meet(_ form: Int, _ other: Int, _ questions: Int) {
    penalty -= max(0, overlaps[form][other] - overlapLimit)
    overlaps[form][other] += questions
    overlaps[other][form] += questions
    penalty += max(0, overlaps[form][other] - overlapLimit)
  }
}
