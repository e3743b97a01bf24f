/// Items that counting does not tell apart: the same demand, traits and band of difficulty.
struct ItemCell {
  let demand: Int
  let weight: Int
  let traits: [Int]
  /// Positions among the items of the pool.
  private(set) var items: [Int] = []
  /// The group of enemies, where it spans several cells and has more items than there are forms: all of
  /// them are of this one group.
  let shared: Int?
  /// How many items of each group of enemies it has; the others stand alone.
  private var groupSizes: [Int] = []
  private var alone = 0
  /// Of one item, in questions times difficulty.
  private(set) var mean = 0.0
  private(set) var least = Double.infinity
  private(set) var most = -Double.infinity

  /// How many of its items can stand on so many forms, each once: of one group one a form.
  func capacity(_ forms: Int) -> Int { groupSizes.reduce(alone) { $0 + min($1, forms) } }

  /// How many of its items can stand on one form.
  var formCapacity: Int { alone + groupSizes.count }

  /// Sorts the items of a pool into cells.
  ///
  /// - Parameter bands: into how many bands of difficulty items of the same kind are parted.
  static func cells(of pool: ItemPool, bands: Int, forms: Int) -> [ItemCell] {
    let groups = leadingGroups(of: pool)
    func band(_ item: DrawnItem) -> Int {
      min(bands - 1, Int(item.difficulty / Double(max(1, item.weight)) * Double(bands)))
    }
    // A group that is larger than the number of forms and lies in several cells needs a row of its own.
    var homes: [Int: Set<[Int]>] = [:]
    var sizes: [Int: Int] = [:]
    for (index, item) in pool.items.enumerated() {
      guard let group = groups[index] else { continue }
      sizes[group, default: 0] += 1
      homes[group, default: []].insert([item.kin, band(item)])
    }
    var numbers: [[Int]: Int] = [:]
    var cells: [ItemCell] = []
    var groupCounts: [[Int: Int]] = []
    for (index, item) in pool.items.enumerated() {
      var shared: Int?
      if let group = groups[index], (sizes[group] ?? 0) > forms, (homes[group]?.count ?? 0) > 1 {
        shared = group
      }
      let key = [item.kin, band(item), shared ?? -1]
      let number = numbers[key] ?? cells.count
      if number == cells.count {
        numbers[key] = number
        cells.append(
          ItemCell(
            demand: item.demand, weight: item.weight, traits: item.traits, shared: shared))
        groupCounts.append([:])
      }
      cells[number].items.append(index)
      cells[number].mean += item.difficulty
      cells[number].least = min(cells[number].least, item.difficulty)
      cells[number].most = max(cells[number].most, item.difficulty)
      if let group = groups[index] {
        groupCounts[number][group, default: 0] += 1
      } else {
        cells[number].alone += 1
      }
    }
    for number in cells.indices {
      cells[number].mean /= Double(cells[number].items.count)
      cells[number].groupSizes = groupCounts[number].values.sorted()
    }
    return cells
  }

  /// Of the groups of each item the largest; with it alone the items fall apart into groups.
  static func leadingGroups(of pool: ItemPool) -> [Int?] {
    var sizes = [Int](repeating: 0, count: pool.enemyGroups)
    for item in pool.items { for group in item.enemies { sizes[group] += 1 } }
    return pool.items.map { item in
      item.enemies.filter { sizes[$0] > 1 }.max { (sizes[$0], $1) < (sizes[$1], $0) }
    }
  }

  private init(demand: Int, weight: Int, traits: [Int], shared: Int?) {
    self.demand = demand
    self.weight = weight
    self.traits = traits
    self.shared = shared
  }
}
