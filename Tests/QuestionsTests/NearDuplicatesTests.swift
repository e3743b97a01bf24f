import Learning
import Questions
import TestKit
import Testing

/// Which stems are near each other, and what is said of them.
@Suite struct NearDuplicatesTests {
  typealias Kind = NearPair.Kind

  static let like: [(one: String, other: String, distance: Int)] = [
    ("下列说法正确的是：", "下列说法，正确的是（　）。", 0),
    ("ＡＢＣ公司与甲签订合同", "abc 公司与甲签订合同____", 0),
    ("租赁期限为三年，甲与乙约定按月付租", "租赁期限为3年，甲与乙约定按月付租", 1),
    ("租赁期限为三年的合同", "租赁期限为3年的合同", 1),
    ("逾期三十日不申请的，视为放弃权利", "逾期30日不申请的，视为放弃权利", 2),
    ("赔偿金额为1,000元的，由乡镇调解", "赔偿金额为 1000 元的，由乡镇调解", 0),
    ("甲把承包地里的水渠改了道，邻居乙请求恢复原状", "甲把承包地的水渠改了道，邻居乙请求恢复原状", 1),
    ("下列关于村民之间土地承包和相邻关系的说法不正确的是", "下列关于村民之间土地承包和相邻关系的说法错误的是", 3),
    ("The tenant don't pay the rent in time", "The tenant don’t pay, the rent in time", 0),
    ("𠮷田某某在集市上卖茶", "𠮷田某在集市上卖茶", 1),
  ]

  @Test(arguments: like)
  func `stems that ask the same are duplicates`(one: String, other: String, distance: Int) {
    #expect(
      NearDuplicates.pairs(among: [one, other])
        == [NearPair(first: 0, second: 1, distance: distance, kind: .duplicate)])
  }

  static let apart: [(one: String, other: String, kind: NearPair.Difference)] = [
    ("当事人应当在三日内提出申请", "当事人应当在五日内提出申请", .number),
    ("当事人应当在十五日内提出申请", "当事人应当在三十日内提出申请", .number),
    ("期限为三年的，从当日起算", "期限为三个月的，从当日起算", .number),
    ("赔偿数额为百分之5的部分", "赔偿数额为百分之0.5的部分", .number),
    ("民法典第三条规定了什么内容", "民法典第八条规定了什么内容", .number),
    ("父母应当抚养未成年的子女", "父母不得抚养未成年的子女", .negation),
    ("下列说法正确的是哪一项", "下列说法不正确的是哪一项", .negation),
    ("下列说法正确的是哪一项", "下列说法错误的是哪一项", .negation),
    ("You may enter the land of others", "You may not enter the land of others", .negation),
    ("债权人可以请求人民法院撤销", "债权人应当请求人民法院撤销", .term),
    ("以动产抵押的，自登记时设立", "以动产质押的，自登记时设立", .term),
    ("双方约定的定金数额过高", "双方约定的订金数额过高", .term),
    ("不动产的转让经登记发生效力", "动产的转让经登记发生效力", .term),
    ("出卖人把房屋交给买受人使用，双方没有约定期限", "买受人把房屋交给出卖人使用，双方没有约定期限", .term),
    ("The owner shall fence the orchard", "The owner may fence the orchard", .term),
    ("甲村与乙村之间关于山林权属的纠纷由县人民政府处理", "甲村与乙村之间关于水源使用的纠纷由县人民政府处理", .term),
    ("当事人之间的纠纷可以先请村民委员会的人来调解处理", "当事人之间的纠纷可以先请综合执法队的人来调解处理", .term),
  ]

  @Test(arguments: apart)
  func `what differs in a number, a negation or a word is found and told so`(
    one: String, other: String, kind: NearPair.Difference
  ) {
    #expect(NearDuplicates.pairs(among: [one, other]).map(\.kind) == [.differs(kind)])
  }

  static let strange: [(one: String, other: String)] = [
    ("下列关于善意取得的说法正确的是", "下列关于无因管理的说法正确的是"),
    ("甲乙丙丁戊己庚辛壬癸子丑寅卯", "甲天丙地戊玄庚黄壬癸子丑寅卯"),
    ("甲村与乙村之间关于山林权属的纠纷由县人民政府处理", "甲村与乙村之间关于水源使用的纠纷由市人民政府处理"),
    ("宪法", "刑法"), ("", ""), ("。。。", "____"), ("合同的解除", "合同的订立与解除"),
  ]

  @Test(arguments: strange)
  func `stems too far apart, too short or empty are no pair`(one: String, other: String) {
    #expect(NearDuplicates.pairs(among: [one, other]).isEmpty)
  }

  @Test func `words that only look like a number or a negation change nothing`() {
    let stem = "甲是否一般应当负担由此发生的一切费用，由村民委员会与双方商量决定"
    for other in ["甲能否一般应当负担由此发生的一切费用，由村民委员会与双方商量决定", "甲是否应当负担由此发生的一切费用，由村民委员会与双方商量决定"] {
      #expect(NearDuplicates.pairs(among: [stem, other]).map(\.kind) == [.duplicate])
    }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `all pairs are found that comparing every two finds, with the same distance`(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    var stems: Set<String> = []
    var list: [String] = []
    while list.count < 500 {
      let length = 4 + chance.below(40)
      var stem = (0..<length).map { _ in Self.sign(&chance) }
      for _ in 0...chance.below(5) {
        if stems.insert(String(stem)).inserted { list.append(String(stem)) }
        for _ in 0..<chance.below(4) { Self.edit(&stem, &chance) }
      }
    }
    let found = NearDuplicates.pairs(among: list)
    var distances: [PlantedStems.Pair: Int] = [:]
    for pair in found { distances[.init(first: pair.first, second: pair.second)] = pair.distance }
    #expect(distances.count == found.count)
    let texts = list.map(Array.init)
    var near = 0
    for second in texts.indices {
      for first in 0..<second where abs(texts[first].count - texts[second].count) <= 4 {
        let distance = PlantedStems.distance(texts[first], texts[second])
        let shorter = min(texts[first].count, texts[second].count)
        let told = distances[.init(first: first, second: second)]
        if distance <= max(1, min(4, shorter * 15 / 100)) {
          near += 1
          #expect(told == distance, "\(list[first]) \(list[second])")
        } else {
          #expect(told == nil || told == distance && distance <= 5)
        }
      }
    }
    #expect(near > 200)
  }

  private static func sign(_ chance: inout SeededGenerator) -> Character {
    Unicode.Scalar(0x6000 + UInt32(chance.below(600))).map(Character.init) ?? "法"
  }

  private static func edit(_ stem: inout [Character], _ chance: inout SeededGenerator) {
    let place = chance.below(stem.count)
    switch chance.below(3) {
    case 0: stem[place] = sign(&chance)
    case 1: stem.insert(sign(&chance), at: place)
    default: if stem.count > 4 { stem.remove(at: place) }
    }
  }

  @Test func `planted pairs are found and decoys are not, the same in every run`() {
    let set = PlantedStems(count: 5000, planted: 200, seed: 7)
    let pairs = NearDuplicates.pairs(among: set.stems)
    let right = pairs.count { set.near[.init(first: $0.first, second: $0.second)] != nil }
    #expect(Double(right) >= 0.98 * Double(set.near.count))
    #expect(Double(right) >= 0.95 * Double(pairs.count))
    for pair in pairs {
      switch set.near[.init(first: pair.first, second: pair.second)] {
      case .number: #expect(pair.kind == .differs(.number))
      case .negation: #expect(pair.kind == .differs(.negation))
      case .term: #expect(pair.kind == .differs(.term))
      default: break
      }
    }
    #expect(NearDuplicates.pairs(among: set.stems) == pairs)
    // The other way round, the same pairs are found.
    let last = set.stems.count - 1
    let back = NearDuplicates.pairs(among: set.stems.reversed()).map {
      NearPair(
        first: last - $0.second, second: last - $0.first, distance: $0.distance, kind: $0.kind)
    }
    #expect(back.sorted { ($0.first, $0.second) < ($1.first, $1.second) } == pairs)
  }

  @Test func `stems of one text are told beside the first, and that one beside its likes`() {
    let pairs = NearDuplicates.pairs(among: [
      "公民有依照法律纳税的义务吗", "公民有依法律纳税的义务吗", "公民有依照法律纳税的义务吗？", "公民有依照法律，纳税的义务吗",
    ])
    #expect(
      pairs == [
        NearPair(first: 0, second: 1, distance: 1, kind: .duplicate),
        NearPair(first: 0, second: 2, distance: 0, kind: .duplicate),
        NearPair(first: 0, second: 3, distance: 0, kind: .duplicate),
      ])
  }

  @Test func `a crowd in one frame is told in few pairs, and hides no duplicate`() {
    var stems = (1000..<4000).map { "依照民法典第\($0)条的规定下列说法正确的是" }
    stems[17] = "村民老周请人运货途中货物被雨淋坏，货车司机小郑应当赔偿吗"
    stems[2900] = "村民老周请人运货途中货物被雨淋坏了，货车司机小郑应当赔偿吗"
    let pairs = NearDuplicates.pairs(among: stems)
    #expect(pairs.contains(NearPair(first: 17, second: 2900, distance: 1, kind: .duplicate)))
    #expect(pairs.count <= NearDuplicates.mostPartners * stems.count)
    #expect(pairs.count > stems.count)
    #expect(pairs.count { $0.kind == .duplicate } == 1)
  }

  @Test func `every kind is worded in both languages`() {
    let kinds: [Kind] = [.duplicate] + NearPair.Difference.allCases.map { .differs($0) }
    #expect(kinds.flatMap { SentenceCheck.faults(of: $0.wording) } == [])
    #expect(Set(kinds.map(\.wording)).count == kinds.count)
  }
}
