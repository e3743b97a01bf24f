import Solvers
import Testing

/// Programs whose answers are known.
@Suite struct WholeNumberProgramTests {
  /// What fits best into a knapsack: values and weights, 0 or 1 of each.
  private static func knapsack(
    _ things: [(value: Int, weight: Int)], room: Int
  ) -> WholeNumberProgram {
    var program = WholeNumberProgram()
    let terms = things.map { thing in
      (quantity: program.add(0...1, cost: -Double(thing.value)), factor: Double(thing.weight))
    }
    program.bound(terms, to: 0...Double(room))
    return program
  }

  private static func bestValue(_ things: [(value: Int, weight: Int)], room: Int) -> Int {
    var best = [Int](repeating: 0, count: room + 1)
    for thing in things where thing.weight <= room {
      for space in stride(from: room, through: thing.weight, by: -1) {
        best[space] = max(best[space], best[space - thing.weight] + thing.value)
      }
    }
    return best[room]
  }

  private static func things(_ count: Int, seed: Int) -> [(value: Int, weight: Int)] {
    var state = seed
    return (0..<count).map { _ in
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      let weight = 20 + state / 65_536 % 80
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return (weight + state / 65_536 % 11, weight)
    }
  }

  @Test(arguments: 1...20)
  func `a knapsack is filled as well as counting fills it`(seed: Int) throws {
    let things = Self.things(12 + seed, seed: seed)
    let room = 200 + 10 * seed
    let program = Self.knapsack(things, room: room)
    guard case .found(let solution) = program.solved() else {
      Issue.record("not found")
      return
    }
    #expect(program.admits(solution.values))
    #expect(solution.cost == -Double(Self.bestValue(things, room: room)))
  }

  @Test func `quantities beyond one and rows with two ends`() {
    // 3x + 5y = 31, x ≥ 2, the fewest pieces: x = 2, y = 5.
    var program = WholeNumberProgram()
    let x = program.add(2...20, cost: 1)
    let y = program.add(0...20, cost: 1)
    program.bound([(x, 3), (y, 5)], to: 31...31)
    #expect(program.solved() == .found(.init(values: [2, 5], cost: 7)))
    program.bound([(y, 1)], to: -Double.infinity...4)
    #expect(program.solved() == .found(.init(values: [7, 2], cost: 9)))
    program.bound([(x, 1)], to: 8...Double.infinity)
    program.bound([(x, 1), (y, -1)], to: -.infinity...(.infinity))
    #expect(program.solved() == .impossible)
  }

  @Test func `what no whole number satisfies is impossible, though fractions do`() {
    var program = WholeNumberProgram()
    let terms = (0..<4).map { _ in (quantity: program.add(0...9), factor: 2.0) }
    program.bound(terms, to: 7...7)
    #expect(program.solved() == .impossible)
    var apart = WholeNumberProgram()
    let one = apart.add(0...3)
    apart.bound([(one, 1)], to: 5...6)
    #expect(apart.solved() == .impossible)
  }

  @Test func `nothing to find is found or impossible`() {
    #expect(WholeNumberProgram().solved() == .found(.init(values: [], cost: 0)))
    #expect(
      WholeNumberProgram(rows: [.init(terms: [], range: 1...2)]).solved() == .impossible)
  }

  /// Half of each of several sums at once: a market to be split. Few searches are harder for their
  /// size (Cornuéjols and Dawande, "A class of hard small 0-1 programs", 1999).
  private static var stubborn: WholeNumberProgram {
    var program = WholeNumberProgram()
    let columns = (0..<30).map { _ in program.add(0...1) }
    for row in 0..<4 {
      let weights = things(30, seed: row + 1).map { Double($0.value) }
      let half = (weights.reduce(0, +) / 2).rounded()
      program.bound(Array(zip(columns, weights)).map { ($0, $1) }, to: half...half)
    }
    return program
  }

  @Test func `a search ends when its branches are spent, the same each time`() {
    let first = Self.stubborn.solved(effort: .init(branches: 200))
    #expect(first == .notFound(best: nil, gap: nil))
    let second = Self.things(60, seed: 7)
    let program = Self.knapsack(second, room: 1_500)
    #expect(
      program.solved(effort: .init(branches: 3)) == program.solved(effort: .init(branches: 3)))
  }

  /// Two quantities of a wide range that take a dive far down before it turns.
  @Test func `a dive is a search, too, and ends when its branches are spent`() {
    var program = WholeNumberProgram()
    let parts = (0..<9).map { program.add(0...12, cost: [-1, 0.3, 1.5][$0 % 3]) }
    let short = program.add(0...1_000_000, cost: 1)
    let over = program.add(0...1_000_000, cost: 1)
    program.bound(parts.map { ($0, 1) }, to: 40...40)
    let sum = parts.map { (quantity: $0, factor: 0.3 + Double($0) / 31) }
    program.bound(sum + [(short, 0.1), (over, -0.1)], to: 20.493_827_12...20.493_827_12)
    let outcome = program.solved(effort: .init(branches: 100, milliseconds: 20_000))
    #expect(outcome == .notFound(best: nil, gap: nil))
    #expect(program.solved(effort: .init(branches: 100, milliseconds: 20_000)) == outcome)
  }

  @Test func `a search ends when its time is spent`() {
    let clock = ContinuousClock()
    let began = clock.now
    let outcome = Self.stubborn.solved(effort: .init(branches: .max, milliseconds: 200))
    #expect(outcome == .notFound(best: nil, gap: nil))
    #expect(clock.now - began < .seconds(5))
  }

  /// As the last, with something to find: a piece of each row may be left over, at a price.
  @Test func `a search that is cut short tells the best so far and how dear it may be`() {
    var program = Self.stubborn
    for row in program.rows.indices {
      let short = program.add(0...1_000, cost: 1)
      program.rows[row].terms.append((short, 1))
    }
    guard case .notFound(let best?, let gap?) = program.solved(effort: .init(branches: 500)) else {
      Issue.record("something else than a best so far")
      return
    }
    #expect(program.admits(best.values))
    #expect(best.cost == program.cost(of: best.values))
    #expect(gap > 0 && gap <= best.cost)
  }

  @Test func `a search that is over before it starts finds nothing`() {
    let program = Self.knapsack(Self.things(20, seed: 3), room: 300)
    #expect(program.solved(effort: .init(isOver: { true })) == .notFound(best: nil, gap: nil))
  }

  @Test func `a window ends the search within it of the best`() {
    let things = Self.things(50, seed: 11)
    let program = Self.knapsack(things, room: 1_200)
    guard case .found(let solution) = program.solved(window: 5) else {
      Issue.record("not found within the window")
      return
    }
    #expect(solution.cost <= 5 - Double(Self.bestValue(things, room: 1_200)))
  }

  @Test(arguments: [
    WholeNumberProgram(
      quantities: [.init(bounds: 0...1)], rows: [.init(terms: [(1, 1)], range: 0...1)]),
    WholeNumberProgram(
      quantities: [.init(bounds: 0...1)], rows: [.init(terms: [(-1, 1)], range: 0...1)]),
    WholeNumberProgram(
      quantities: [.init(bounds: 0...1)], rows: [.init(terms: [(0, 1), (0, 2)], range: 0...1)]),
    WholeNumberProgram(
      quantities: [.init(bounds: 0...1)], rows: [.init(terms: [(0, .nan)], range: 0...1)]),
    WholeNumberProgram(quantities: [.init(bounds: 0...1, cost: .infinity)]),
    WholeNumberProgram(quantities: [.init(bounds: Int.min...Int.max)]),
    WholeNumberProgram(
      quantities: [.init(bounds: 0...1)],
      rows: [.init(terms: [(0, 1)], range: .infinity...(.infinity))]),
  ])
  func `what is no program is refused`(program: WholeNumberProgram) {
    #expect(program.solved() == .malformed)
  }

  @Test func `threads solve side by side`() async {
    let answers = await withTaskGroup(of: Bool.self) { group in
      for seed in 1...24 {
        group.addTask {
          let things = Self.things(18, seed: seed)
          guard case .found(let solution) = Self.knapsack(things, room: 300).solved() else {
            return false
          }
          return solution.cost == -Double(Self.bestValue(things, room: 300))
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.count == 24 && answers.allSatisfy { $0 })
  }
}
