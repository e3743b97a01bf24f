/// The words that tell two like stems apart, and those that only look as if they did.
enum MarkedWords {
  /// What a word does to the meaning of a stem.
  enum Word: Equatable {
    case negation
    /// In the spelling that stands for all of its spellings.
    case term(String)
    case number(Double)
    /// Holds a sign of negation or number without being one: 是否, 一般.
    case plain
  }

  /// The longest word with which a text begins, and its length in characters.
  ///
  /// - Parameters:
  ///   - rest: from where the word is looked for.
  ///   - stem: that `rest` ends: Latin words count as a whole only.
  static func first(
    in rest: ArraySlice<UInt32>, of stem: ArraySlice<UInt32>
  ) -> (word: Word, length: Int)? {
    guard let first = rest.first, let entries = table[first] else { return nil }
    if first &- 0x61 < 26, rest.startIndex > stem.startIndex,
      isLatin(stem[rest.startIndex - 1])
    {
      return nil
    }
    for entry in entries where rest.starts(with: entry.spelling) {
      let end = rest.startIndex + entry.spelling.count
      if first &- 0x61 < 26, end < rest.endIndex, isLatin(rest[end]) { continue }
      return (entry.word, entry.spelling.count)
    }
    return nil
  }

  private static func isLatin(_ scalar: UInt32) -> Bool { scalar &- 0x61 < 26 }

  /// By the first character, the longest first.
  private static let table: [UInt32: [(spelling: [UInt32], word: Word)]] = {
    var words: [(String, Word)] = negations.map { ($0, .negation) }
    words += terms.map { ($0, .term($0)) }
    words += numbers.map { ($0.key, .number($0.value)) }
    words += plain.map { ($0, .plain) }
    words += spellings.map { ($0.key, .term($0.value)) }
    let entries = words.map { (spelling: $0.0.unicodeScalars.map(\.value), word: $0.1) }
    return Dictionary(grouping: entries) { $0.spelling.first ?? 0 }
      .mapValues { $0.sorted { $0.spelling.count > $1.spelling.count } }
  }()

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  private static let negations = words(
    """
    不 非 未 无 没 没有 勿 莫 禁止 严禁 错误 有误 除外 不得 并非 从未 毫无 \
    not no never nor none cannot without except unless incorrect false wrong untrue prohibited \
    forbidden isnt arent wasnt werent dont doesnt didnt cant couldnt wont wouldnt shouldnt mustnt \
    neednt hasnt havent
    """)

  private static let plain = words(
    """
    是否 能否 可否 应否 否则 无论 不论 不管 不仅 不但 不断 非常 未来 除非 无锡 \
    一般 一切 一定 一致 一旦 一律 一并 一经 一同 一起 一直 统一 唯一 万一 十分 千万 百姓 万物 \
    三轮 四川 八项规定 三农
    """)

  private static let numbers: [String: Double] = [
    "半年": 0.5, "半月": 0.5, "半数": 0.5, "半个": 0.5, "一半": 0.5, "one": 1, "two": 2, "three": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90,
    "hundred": 100, "thousand": 1000, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
    "half": 0.5,
  ]

  /// Other spellings of one term.
  private static let spellings = [
    "应该": "应当", "须": "必须", "含有": "包括", "should": "shall",
  ]

  /// Words of the law that stand in each other's place where a question is made from another.
  private static let terms = words(
    """
    可以 应当 必须 有权 可能 能够 \
    以上 以下 以内 以外 之前 之后 以前 以后 超过 不满 未满 不足 至少 至多 最高 最低 最多 最少 最长 最短 \
    有效 合法 成立 生效 失效 终止 中止 中断 延长 撤销 解除 变更 追认 撤回 登记 交付 备案 批准 \
    所有 全部 部分 任何 或者 并且 属于 包括 \
    原告 被告 甲方 乙方 一方 双方 各方 第三人 买受人 出卖人 出租人 承租人 债权人 债务人 保证人 抵押人 \
    抵押权人 质权人 出质人 定作人 承揽人 委托人 受托人 寄存人 保管人 代理人 被代理人 监护人 被监护人 \
    继承人 被继承人 侵权人 被侵权人 受害人 加害人 父亲 母亲 父母 子女 配偶 丈夫 妻子 近亲属 \
    动产 不动产 所有权 使用权 经营权 承包权 用益物权 担保物权 居住权 地役权 相邻权 抵押 抵押权 质押 质权 \
    留置 留置权 定金 订金 违约金 赔偿金 不当得利 无因管理 善意取得 不可抗力 紧急避险 正当防卫 \
    故意 过失 重大过失 过错 无过错 善意 恶意 有偿 无偿 明示 默示 口头 书面 \
    完全民事行为能力 限制民事行为能力 无民事行为能力 民事权利能力 民事行为能力 成年 未成年 成年人 未成年人 \
    自然人 法人 非法人组织 营利法人 非营利法人 特别法人 \
    权利 权力 义务 责任 连带责任 按份责任 补充责任 民事责任 行政责任 刑事责任 民事 行政 刑事 \
    拘役 管制 拘留 有期徒刑 无期徒刑 死刑 罚金 罚款 没收 警告 犯罪 违法 既遂 未遂 \
    吸食 注射 吸毒 贩卖 运输 制造 走私 持有 种植 强制隔离戒毒 社区戒毒 社区康复 自愿戒毒 \
    国务院 全国人民代表大会 全国人民代表大会常务委员会 国家主席 中央军事委员会 最高人民法院 高级人民法院 \
    中级人民法院 基层人民法院 人民法院 人民检察院 最高人民检察院 公安机关 监察委员会 司法行政部门 \
    省级 市级 县级 乡级 镇级 村民委员会 居民委员会 乡镇人民政府 县级人民政府 \
    may shall must can all any some every only always and or before after within more less most \
    least maximum minimum above below right duty citizens aliens
    """)
}
