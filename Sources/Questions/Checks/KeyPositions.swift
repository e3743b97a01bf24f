import Text

/// Keys that stand under one letter too often, by Pearson's chi-square test: for questions with options
/// in the author's order, and for true and false.
struct KeyPositions: BankCheck {
  let id = "key-positions"
  let severity = CheckSeverity.warning
  let scope = CheckScope.bank
  let purpose = Wording(
    zh: "答案的位置分布不均（卡方检验，千分之一）",
    en: "keys that stand under one letter too often (chi-square test at one in a thousand)")

  /// Critical values for 1 to 7 degrees of freedom at 0.001 (NIST/SEMATECH e-Handbook, 1.3.6.7.4).
  private static let critical = [10.828, 13.816, 16.266, 18.467, 20.515, 22.458, 24.322]

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    var choices: [Int: [Int]] = [:]
    var truths = [0, 0]
    for entry in bank.entries {
      let question = entry.question
      switch question.key {
      case .truth(let value): truths[value ? 0 : 1] += 1
      case .options(let right) where question.kind == .single:
        let count = question.options.count
        guard (2...8).contains(count),
          let place = question.options.firstIndex(where: { right.contains($0.id) })
        else { continue }
        choices[count, default: Array(repeating: 0, count: count)][place] += 1
      default: break
      }
    }
    for (_, counts) in choices.sorted(by: { $0.key < $1.key }) where isUneven(counts) {
      let list = zip(AnswerOption.letters, counts).map { "\($0) \($1)" }.joined(separator: " ")
      log.find(
        nil, .whole,
        Wording(
          zh: "单选题答案的位置不均：\(list)；请调换一些选项",
          en: "The keys stand unevenly: \(list); move some options"))
    }
    if isUneven(truths) {
      log.find(
        nil, .whole,
        Wording(
          zh: "判断题的对错不均：对 \(truths[0])，错 \(truths[1])；请补一些另一种的",
          en:
            "True and false are uneven: \(truths[0]) true, \(truths[1]) false; add some of the other"
        ))
    }
  }

  private func isUneven(_ counts: [Int]) -> Bool {
    let expected = Double(counts.reduce(0, +)) / Double(counts.count)
    // The test holds where five or more are expected in each place.
    guard expected >= 5, Self.critical.indices.contains(counts.count - 2) else { return false }
    let sum = counts.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) }
    return sum / expected > Self.critical[counts.count - 2]
  }
}
