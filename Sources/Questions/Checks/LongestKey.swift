import Text

/// A bank in which the key is the longest option far more often than by chance: who knows nothing then
/// takes the longest.
struct LongestKey: BankCheck {
  let id = "longest-key"
  let severity = CheckSeverity.warning
  let scope = CheckScope.bank
  let purpose = Wording(
    zh: "单选题的答案过于经常是最长的选项",
    en: "the key of single-choice questions is the longest option too often")

  /// So many standard deviations above chance; one bank in a thousand is by chance.
  private static let limit = 3.09
  private static let least = 20

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    var (count, longest, expected, variance) = (0, 0, 0.0, 0.0)
    for entry in bank.entries where entry.question.kind == .single {
      guard case .options(let right) = entry.question.key,
        let key = entry.question.options.first(where: { right.contains($0.id) })
      else { continue }
      let lengths = entry.question.options.map { $0.text.count }
      guard let most = lengths.max(), lengths.filter({ $0 == most }).count == 1 else { continue }
      count += 1
      if key.text.count == most { longest += 1 }
      let chance = 1 / Double(lengths.count)
      expected += chance
      variance += chance * (1 - chance)
    }
    guard count >= Self.least, variance > 0,
      (Double(longest) - expected) / variance.squareRoot() > Self.limit
    else { return }
    let usual = Int(expected.rounded())
    log.find(
      nil, .whole,
      Wording(
        zh: "\(count) 道单选题里有 \(longest) 道的答案是最长的选项（凭运气约 \(usual) 道）；请把干扰项写得一样长",
        en:
          "In \(longest) of \(count) single-choice questions the key is the longest option (by chance "
          + "about \(usual)); write distractors of the same length"))
  }
}
