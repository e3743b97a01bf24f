import Exams
import Learning
import Questions
import Statutes

/// Checks forms against their blueprint, written apart from what assembles them: from the questions
/// alone, by looking at each pair.
package struct FormChecker {
  private let blueprint: Blueprint
  private let pool: [QuestionRef: PoolQuestion]

  package init(_ blueprint: Blueprint, _ questions: [PoolQuestion]) {
    self.blueprint = blueprint
    pool = Dictionary(questions.map { ($0.ref, $0) }) { first, _ in first }
  }

  /// Everything that is wrong, in words; empty for good forms.
  package func faults(of assembly: Assembly, forms: Int) -> [String] {
    var faults: [String] = []
    if assembly.forms.count != forms { faults.append("\(assembly.forms.count) forms") }
    var means: [Double] = []
    for (number, form) in assembly.forms.enumerated() {
      let questions = form.refs.compactMap { pool[$0] }
      if questions.count != form.refs.count { faults.append("form \(number): not from the pool") }
      if Set(form.refs.map(\.question)).count != form.refs.count {
        faults.append("form \(number): a question twice")
      }
      faults += sectionFaults(form).map { "form \(number): \($0)" }
      faults += shareFaults(questions).map { "form \(number): \($0)" }
      faults += poolFaults(questions).map { "form \(number): \($0)" }
      let mean = questions.map(\.difficulty).reduce(0, +) / Double(max(1, questions.count))
      means.append(mean)
      if let goal = blueprint.difficulty, abs(mean - goal.mean) > goal.tolerance + 1e-6 {
        faults.append("form \(number): mean \(mean)")
      }
      for other in 0..<number {
        let both = Set(form.refs).intersection(assembly.forms[other].refs).count
        if both > blueprint.forms.overlap { faults.append("\(number) and \(other) share \(both)") }
        if assembly.sheet.overlap[number][other] != both { faults.append("sheet: overlap") }
      }
    }
    let spread = (means.max() ?? 0) - (means.min() ?? 0)
    if spread > blueprint.forms.spread + 1e-6 { faults.append("spread \(spread)") }
    return faults + sheetFaults(assembly, means: means)
  }

  private func sectionFaults(_ form: AssembledForm) -> [String] {
    var faults: [String] = []
    if form.sections.count != blueprint.sections.count { return ["sections"] }
    for (section, lines) in zip(blueprint.sections, form.sections) {
      let questions = lines.compactMap { pool[$0.ref] }
      for (line, question) in zip(lines, questions)
      where line.rule != (section.rule ?? question.rule) {
        faults.append("rule")
      }
      switch section.content {
      case .questions(let kind, let count):
        if questions.count != count { faults.append("\(questions.count) of \(count)") }
        if questions.contains(where: { $0.kind != kind || $0.seat != nil }) {
          faults.append("type")
        }
      case .cases(let count, let size):
        if questions.count != count * size { faults.append("\(questions.count) in cases") }
        for start in stride(from: 0, to: questions.count, by: size) {
          let whole = questions[start..<min(start + size, questions.count)]
          if Set(whole.map { $0.seat?.item }).count != 1
            || whole.map({ $0.seat?.place }) != (0..<size).map({ $0 })
            || whole.contains(where: { $0.seat?.of != size })
          {
            faults.append("a torn case")
          }
        }
      }
    }
    return faults
  }

  private func shareFaults(_ questions: [PoolQuestion]) -> [String] {
    blueprint.shares.compactMap { share in
      let found = questions.filter { Self.counts($0, share.trait) }.count
      // In ten-thousandths, as it is written, without rounding.
      let parts = found * 10_000
      let least = share.bounds.lowerBound * blueprint.count
      let most = share.bounds.upperBound * blueprint.count
      return parts < least || parts > most ? "\(share.trait): \(found)" : nil
    }
  }

  /// Whether a share of the trait counts the question.
  package static func counts(_ question: PoolQuestion, _ trait: Blueprint.Share.Trait) -> Bool {
    switch trait {
    case .statute(let title):
      let plain = title.replacing("中华人民共和国", with: "")
      return question.traits.statutes.contains { $0.short == plain }
    case .chapter(let part): return question.traits.chapter.firstRange(of: part) != nil
    case .level(let level): return question.traits.level == level
    case .difficulty(let range):
      guard let author = question.traits.author else { return false }
      return range.lowerBound <= author.rawValue && author.rawValue <= range.upperBound
    case .topic(let topic): return question.traits.topics.contains { $0 == topic }
    case .bank(let bank): return question.traits.bank == bank
    }
  }

  private func poolFaults(_ questions: [PoolQuestion]) -> [String] {
    var faults: [String] = []
    for (index, one) in questions.enumerated() {
      if !blueprint.banks.isEmpty, !blueprint.banks.contains(one.traits.bank) {
        faults.append("bank")
      }
      if let limit = blueprint.forms.exposure, one.uses > limit { faults.append("exposure") }
      for other in questions[..<index] {
        if let case1 = one.seat?.item, case1 == other.seat?.item { continue }
        if !Set(one.enemies).isDisjoint(with: other.enemies) {
          faults.append("enemies \(one.ref.question) \(other.ref.question)")
        }
      }
    }
    return faults
  }

  private func sheetFaults(_ assembly: Assembly, means: [Double]) -> [String] {
    var faults: [String] = []
    let sheet = assembly.sheet
    for (index, form) in assembly.forms.enumerated() {
      let questions = form.refs.compactMap { pool[$0] }
      let figures = sheet.forms[index]
      if figures.sections != form.sections.map(\.count) { faults.append("sheet: sections") }
      if abs(figures.difficulty - means[index]) > 1e-6 { faults.append("sheet: difficulty") }
      if figures.fifths.reduce(0, +) != questions.count { faults.append("sheet: fifths") }
      if figures.usedBefore != questions.filter({ $0.uses > 0 }).count {
        faults.append("sheet: uses")
      }
      if figures.mostUses != questions.map(\.uses).max() ?? 0 { faults.append("sheet: most uses") }
      for (share, count) in zip(blueprint.shares, figures.shares)
      where questions.filter({ Self.counts($0, share.trait) }).count != count {
        faults.append("sheet: shares")
      }
      if sheet.overlap[index][index] != questions.count { faults.append("sheet: diagonal") }
    }
    if sheet.distinct != Set(assembly.forms.flatMap(\.refs)).count {
      faults.append("sheet: distinct")
    }
    if abs(sheet.spread - ((means.max() ?? 0) - (means.min() ?? 0))) > 1e-6 {
      faults.append("sheet: spread")
    }
    return faults
  }
}
