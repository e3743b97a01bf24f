import Learning
import Questions
import Statutes

/// What enters a form as one: a question that stands alone, or a case with all its questions.
struct DrawnItem {
  /// Positions in the pool; of a case in its order.
  var questions: [Int]
  /// The demand that it can serve.
  var demand: Int
  /// How many of its questions each share counts.
  var traits: [Int]
  /// The sum over its questions.
  var difficulty: Double
  /// The most earlier papers that one of its questions stood in.
  var uses: Int
  /// Its enemy groups, numbered from 0, each once.
  var enemies: [Int]
  /// Items of the same demand and traits: exchanging them changes no count.
  var kin = 0

  /// How many questions it brings.
  var weight: Int { questions.count }
}

/// All sections of one content together: they draw from the same items.
struct SectionDemand: Hashable {
  /// nil for cases.
  var kind: QuestionKind?
  /// Questions of one item.
  var weight: Int
  /// Items on each form.
  var count = 0

  init(_ content: Blueprint.Section.Content) {
    switch content {
    case .questions(let kind, _): (self.kind, weight) = (kind, 1)
    case .cases(_, let questions): (kind, weight) = (nil, questions)
    }
  }

  /// Whether both draw from the same items.
  func isServed(like other: SectionDemand) -> Bool { kind == other.kind && weight == other.weight }
}

/// A pool as a blueprint sees it: the items that may be drawn, in an order that depends on nothing but
/// the questions.
struct ItemPool {
  let questions: [PoolQuestion]
  let blueprint: Blueprint
  private(set) var demands: [SectionDemand] = []
  /// The demand of each section of the blueprint.
  private(set) var demandOfSection: [Int] = []
  private(set) var items: [DrawnItem] = []
  private(set) var enemyGroups = 0
  private(set) var kins = 0
  /// Items that only their earlier uses keep out: they bear their demand and traits.
  private(set) var overexposed: [DrawnItem] = []

  init(_ pool: [PoolQuestion], for blueprint: Blueprint) {
    self.blueprint = blueprint
    questions = Self.usable(pool, banks: blueprint.banks)
    for section in blueprint.sections {
      var demand = SectionDemand(section.content)
      let place = demands.firstIndex { $0.isServed(like: demand) }
      demandOfSection.append(place ?? demands.count)
      demand.count = section.questions / max(1, demand.weight)
      if let place { demands[place].count += demand.count } else { demands.append(demand) }
    }
    gather()
  }

  /// Those of the banks, each once, by number; of two versions of one question the later.
  private static func usable(_ pool: [PoolQuestion], banks: [String]) -> [PoolQuestion] {
    let wanted = Set(banks)
    let sorted = pool.filter { wanted.isEmpty || wanted.contains($0.traits.bank) }
      .sorted { ($0.ref.question, $0.ref.version) < ($1.ref.question, $1.ref.version) }
    var result: [PoolQuestion] = []
    result.reserveCapacity(sorted.count)
    for question in sorted {
      if result.last?.ref.question == question.ref.question { result.removeLast() }
      result.append(question)
    }
    return result
  }

  private mutating func gather() {
    var traits = TraitReader(blueprint.shares)
    var groups: [Int: Int] = [:]
    var kinNumbers: [[Int]: Int] = [:]
    func enter(_ places: [Int], demand: Int) {
      var item = DrawnItem(
        questions: places, demand: demand,
        traits: [Int](repeating: 0, count: blueprint.shares.count), difficulty: 0, uses: 0,
        enemies: [])
      for place in places {
        let question = questions[place]
        traits.count(question, into: &item.traits)
        item.difficulty += Self.difficulty(of: question)
        item.uses = max(item.uses, question.uses)
        for enemy in question.enemies {
          let group = groups[enemy] ?? groups.count
          groups[enemy] = group
          if !item.enemies.contains(group) { item.enemies.append(group) }
        }
      }
      if let limit = blueprint.forms.exposure, item.uses > limit {
        overexposed.append(item)
        return
      }
      let key = [demand] + item.traits
      item.kin = kinNumbers[key] ?? kinNumbers.count
      kinNumbers[key] = item.kin
      items.append(item)
    }
    var cases: [Int64: [Int]] = [:]
    var caseOrder: [Int64] = []
    for (place, question) in questions.enumerated() {
      if let seat = question.seat {
        if cases[seat.item] == nil { caseOrder.append(seat.item) }
        cases[seat.item, default: []].append(place)
      } else if let demand = demands.firstIndex(where: { $0.kind == question.kind }) {
        enter([place], demand: demand)
      }
    }
    for number in caseOrder {
      let places = (cases[number] ?? []).sorted {
        (questions[$0].seat?.place ?? 0, $0) < (questions[$1].seat?.place ?? 0, $1)
      }
      guard places.allSatisfy({ questions[$0].seat?.of == places.count }),
        let demand = demands.firstIndex(where: { $0.kind == nil && $0.weight == places.count })
      else { continue }
      enter(places, demand: demand)
    }
    enemyGroups = groups.count
    kins = kinNumbers.count
  }

  /// What is no number from 0 to 1 becomes one.
  static func difficulty(of question: PoolQuestion) -> Double {
    question.difficulty.isFinite ? min(1, max(0, question.difficulty)) : 0.5
  }
}

/// Tells which shares count a question. Chapters and statutes recur, so each text is compared once.
private struct TraitReader {
  private let shares: [Blueprint.Share]
  private var known: [String: [Int]] = [:]
  private var statutes: [StatuteTitle: [Int]] = [:]

  init(_ shares: [Blueprint.Share]) {
    self.shares = shares
    for (index, share) in shares.enumerated() {
      if case .statute(let title) = share.trait {
        statutes[StatuteTitle(title), default: []].append(index)
      }
    }
  }

  mutating func count(_ question: PoolQuestion, into traits: inout [Int]) {
    let chapters: [Int]
    if let read = known[question.traits.chapter] {
      chapters = read
    } else {
      chapters = shares.indices.filter { index in
        if case .chapter = shares[index].trait {
          question.traits.has(shares[index].trait)
        } else {
          false
        }
      }
      known[question.traits.chapter] = chapters
    }
    for index in chapters { traits[index] += 1 }
    var counted: [Int] = []
    for title in question.traits.statutes {
      for index in statutes[title] ?? [] where !counted.contains(index) {
        counted.append(index)
        traits[index] += 1
      }
    }
    for (index, share) in shares.enumerated() {
      switch share.trait {
      case .chapter, .statute: continue
      default: if question.traits.has(share.trait) { traits[index] += 1 }
      }
    }
  }
}
