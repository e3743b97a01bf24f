import Text

/// A stem that asks for what is not, and says what is not: who reads it fast answers the opposite.
struct DoubleNegative: BankCheck {
  let id = "double-negative"
  let severity = CheckSeverity.warning
  let purpose = Wording(zh: "题干里双重否定", en: "a double negative in the stem")

  /// What asks for the wrong or missing one.
  private static let asking = [
    "不正确的", "不属于", "不包括", "不符合", "错误的", "不是", "不应当", "不需要", "不能", "不得", "不可以", "除外的",
  ]
  /// What denies at any place.
  private static let denying = ["不", "无", "非", "未", "没有"]
  /// Words in which a sign of denial denies nothing, and questions of the form 能不能.
  private static let terms = [
    "能不能", "是不是", "会不会", "要不要", "该不该", "可不可以", "有没有", "算不算", "不动产", "未成年", "非法", "不正当", "不可抗力",
    "无效", "不当得利", "无因管理", "非婚生", "非营利", "非法人", "无民事行为能力", "不定期", "不记名", "无偿", "不满", "不明", "未遂",
    "不足", "无期", "不断", "不同", "不法", "不良", "不作为", "不起诉", "不服", "不论", "无论", "不仅", "不但", "不超过", "不少于",
    "不低于", "除非", "未来", "非物质", "不特定",
  ]
  /// Two denials in a row.
  private static let doubled = [
    "不得不", "并非不", "不是不", "不能不", "无不", "不是没有", "并非没有", "不应当不", "不可不", "未必不",
  ]

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    for (place, entry) in bank.entries.enumerated()
    where Self.isDouble(entry.question.stem, asks: !entry.question.options.isEmpty) {
      log.find(
        place, .stem,
        Wording(
          zh: "题干双重否定，容易读反；请改成正面的问法",
          en: "The stem denies twice and is easily read the wrong way; ask it without"))
    }
  }

  /// Whether the sentence that asks denies twice.
  ///
  /// - Parameter asks: whether options follow; a statement to be judged asks for nothing.
  static func isDouble(_ stem: String, asks: Bool) -> Bool {
    var text = stem
    for term in terms { text = text.replacing(term, with: "、") }
    if doubled.contains(where: { text.contains($0) }) { return true }
    guard asks, let last = text.split(whereSeparator: { "。！？；".contains($0) }).last,
      let asked = asking.first(where: { last.contains($0) })
    else { return false }
    let rest = last.replacing(asked, with: "、", maxReplacements: 1)
    return denying.contains { rest.contains($0) }
  }
}
