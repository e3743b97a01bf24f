import Learning
import Questions

/// Forms of items, counted anew from the questions themselves: the figures of the control sheet and
/// where they miss the blueprint.
struct FormAudit {
  private let pool: ItemPool
  /// Items, in the order of the pool.
  private let forms: [[Int]]
  private var blueprint: Blueprint { pool.blueprint }

  init(_ pool: ItemPool, forms: [[Int]]) {
    self.pool = pool
    self.forms = forms.map { $0.sorted() }
  }

  private func questions(of form: [Int]) -> [PoolQuestion] {
    form.flatMap { pool.items[$0].questions.map { pool.questions[$0] } }
  }

  private func mean(_ questions: [PoolQuestion]) -> Double {
    guard !questions.isEmpty else { return 0 }
    // Summed in thousand-millionths, so that no order of the questions changes the last digit.
    let sum = questions.reduce(0) { $0 + Int((ItemPool.difficulty(of: $1) * 1e9).rounded()) }
    return Double(sum) / 1e9 / Double(questions.count)
  }

  private func shared(_ one: [PoolQuestion], _ other: [PoolQuestion]) -> Int {
    let numbers = Set(one.map(\.ref.question))
    return other.count { numbers.contains($0.ref.question) }
  }

  // MARK: Gaps

  /// Where the forms miss the blueprint; empty where they satisfy it.
  var gaps: [AssemblyGap] {
    var gaps: [AssemblyGap] = []
    let papers = forms.map(questions)
    let tiny = 1e-9
    for (index, paper) in papers.enumerated() {
      let number = index + 1
      if paper.count != blueprint.count {
        gaps.append(.missing(form: number, wanted: blueprint.count, found: paper.count))
      }
      for share in blueprint.shares {
        let found = paper.count { $0.traits.has(share.trait) }
        if let wanted = share.questions(of: blueprint.count), !wanted.contains(found) {
          gaps.append(.share(form: number, trait: share.trait, wanted: wanted, found: found))
        }
      }
      var groups: [Int: Int] = [:]
      for item in forms[index] {
        for group in pool.items[item].enemies { groups[group, default: 0] += 1 }
      }
      let crowded = forms[index].count { item in
        pool.items[item].enemies.contains { (groups[$0] ?? 0) > 1 }
      }
      if crowded > 0 { gaps.append(.enemies(form: number, count: crowded)) }
      if let goal = blueprint.difficulty, abs(mean(paper) - goal.mean) > goal.tolerance + tiny {
        gaps.append(
          .difficulty(
            form: number, mean: goal.mean, tolerance: goal.tolerance, found: mean(paper)))
      }
      for other in papers.indices where other > index {
        let found = shared(paper, papers[other])
        if found > blueprint.forms.overlap {
          gaps.append(
            .overlap(
              form: number, other: other + 1, allowed: blueprint.forms.overlap, found: found))
        }
      }
    }
    let means = papers.map(mean)
    let spread = (means.max() ?? 0) - (means.min() ?? 0)
    if spread > blueprint.forms.spread + tiny {
      gaps.append(.spread(allowed: blueprint.forms.spread, found: spread))
    }
    return gaps
  }

  // MARK: Figures

  /// The forms with the order of their questions drawn, and their control sheet.
  func assembly(seed: UInt64, chance: inout SeededGenerator) -> Assembly {
    let lined = forms.map { lines(of: $0, chance: &chance) }
    let papers = forms.map(questions)
    let figures = zip(lined, papers).map { form, paper in
      var fifths = [Int](repeating: 0, count: 5)
      for question in paper { fifths[min(4, Int(ItemPool.difficulty(of: question) * 5))] += 1 }
      return ControlSheet.FormFigures(
        sections: form.sections.map(\.count),
        shares: blueprint.shares.map { share in paper.count { $0.traits.has(share.trait) } },
        difficulty: mean(paper), fifths: fifths, usedBefore: paper.count { $0.uses > 0 },
        mostUses: paper.map(\.uses).max() ?? 0)
    }
    let sheet = ControlSheet(
      blueprint: blueprint, seed: seed, pool: pool.items.reduce(0) { $0 + $1.weight },
      forms: figures, distinct: Set(papers.flatMap { $0.map(\.ref.question) }).count,
      overlap: papers.map { one in papers.map { shared(one, $0) } })
    return Assembly(forms: lined, sheet: sheet)
  }

  /// Items go to the sections of their demand in a drawn order.
  private func lines(of form: [Int], chance: inout SeededGenerator) -> AssembledForm {
    var waiting = [[Int]](repeating: [], count: pool.demands.count)
    for item in form { waiting[pool.items[item].demand].append(item) }
    waiting = waiting.map { chance.shuffled($0) }
    let sections = zip(blueprint.sections, pool.demandOfSection).map { section, demand in
      let count = section.questions / max(1, pool.demands[demand].weight)
      let items = waiting[demand].prefix(count)
      waiting[demand].removeFirst(items.count)
      return items.flatMap { item in
        pool.items[item].questions.map { place in
          let question = pool.questions[place]
          return AssembledForm.Line(ref: question.ref, rule: section.rule ?? question.rule)
        }
      }
    }
    return AssembledForm(sections: sections)
  }
}
