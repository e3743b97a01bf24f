import TestKit
import Testing

@testable import Statutes

@Suite struct EditionDiffTests {
  /// Ten articles on other matters each.
  private static let base = [
    "为了保护鱼塘，促进养殖，制定本办法。",
    "本办法所称鱼塘，是指面积在一亩以上的人工水面。",
    "村民委员会应当公布鱼塘的租金和期限。",
    "承租人有下列情形之一的，可以解除合同：\n（一）拖欠租金满三个月的；\n（二）擅自填平水面的；\n（三）转租给他人牟利的。",
    "养殖用药必须登记，登记簿保存两年。",
    "邻里之间因排水发生争执的，由调解员主持调解。\n调解不成的，告知双方去人民法院起诉。",
    "任何人不得向水里倾倒垃圾。",
    "渔业技术员每季度到塘边讲课一次，讲解病害防治和饲料配比。",
    "表现突出的养殖户，由镇里给予表扬，并在墙报上刊登事迹。",
    "本办法自公布之日起施行。",
  ]

  private static func diff(_ change: (inout [String]) -> Void) throws -> EditionDiff {
    var articles = base
    change(&articles)
    return try EditionDiff(old: SampleStatute.text(base), new: SampleStatute.text(articles))
  }

  /// `changed 3>4`, without what is the same or only has another number.
  private static func told(_ diff: EditionDiff, with kinds: Set<ChangeKind> = []) -> [String] {
    diff.changes.filter { kinds.contains($0.kind) || $0.kind > .renumbered }.map { change in
      func names(_ provisions: [Citation.Provision]) -> String {
        provisions.map {
          if case .article(let number) = $0 { number.arabic } else { "preamble" }
        }.joined(separator: "+")
      }
      return "\(change.kind.rawValue) \(names(change.old))>\(names(change.new))"
    }
  }

  @Test func `an edition is the same as itself`() throws {
    let diff = try Self.diff { _ in }
    #expect(diff.changes.allSatisfy { $0.kind == .same && !$0.isRenumbered && !$0.isMoved })
    #expect(diff.changes.count == Self.base.count)
    #expect(diff.counts[.same] == Self.base.count && diff.counts.count == ChangeKind.allCases.count)
  }

  @Test func `a new article renumbers those behind it`() throws {
    let diff = try Self.diff { $0.insert("垂钓者每次交费，费用归村集体。", at: 2) }
    #expect(Self.told(diff) == ["new >3"])
    #expect(diff.counts[.renumbered] == 8)
    #expect(diff.changes.map(\.new).count == 11)
  }

  @Test func `a repealed article stands behind that which it stood behind`() throws {
    let diff = try Self.diff { $0.remove(at: 4) }
    #expect(Self.told(diff) == ["repealed 5>"])
    #expect(diff.changes[4].kind == .repealed)
  }

  @Test func `an article that left its place is moved, whatever its words`() throws {
    let same = try Self.diff { $0.insert($0.remove(at: 8), at: 1) }
    #expect(Self.told(same) == ["moved 9>2"])
    let other = try Self.diff {
      $0.insert($0.remove(at: 8).replacing("表现突出", with: "成绩显著"), at: 1)
    }
    #expect(Self.told(other) == ["reworded 9>2"])
    #expect(other.changes[1].isMoved)
  }

  @Test(
    arguments: [
      (2, "公布", "公示", "reworded"), (2, "应当", "可以", "changed"), (1, "一亩", "两亩", "changed"),
      (6, "不得", "不宜", "changed"), (7, "讲解", "传授", "reworded"),
      (3, "（二）擅自填平水面的；\n（三）", "（二）", "changed"),
      (5, "\n调解不成的，告知双方去人民法院起诉。", "", "changed"),
    ])
  func `other words are reworded or changed`(
    place: Int, from: String, to: String, kind: String
  ) throws {
    let diff = try Self.diff { $0[place] = $0[place].replacing(from, with: to) }
    #expect(Self.told(diff) == ["\(kind) \(place + 1)>\(place + 1)"])
  }

  @Test func `the paragraphs of an article may become two articles, and two articles one`() throws {
    let split = try Self.diff {
      let parts = $0[5].split(separator: "\n").map(String.init)
      $0.replaceSubrange(5...5, with: parts)
    }
    #expect(Self.told(split) == ["split 6>6+7"])
    let merged = try Self.diff { $0.replaceSubrange(6...7, with: [$0[6] + "\n" + $0[7]]) }
    #expect(Self.told(merged) == ["merged 7+8>7"])
  }

  @Test func `items and paragraphs are told by themselves`() throws {
    let diff = try Self.diff {
      $0[3] =
        "承租人有下列情形之一的，可以解除合同：\n（一）拖欠租金满六个月的；\n（二）改变用途的；\n（三）擅自填平水面的；\n（四）转租给他人牟利的。"
    }
    let change = try #require(diff.changes.first { $0.kind == .changed })
    #expect(change.parts.map(\.kind) == [.same, .changed, .new, .renumbered, .renumbered])
    #expect(change.parts.map { $0.old?.item } == [nil, 1, nil, 2, 3])
    #expect(change.parts.map { $0.new?.item } == [nil, 1, 2, 3, 4])
    #expect(change.parts[1].marks.runs.contains(.removed("三")))
    #expect(change.parts[3].old?.sign == "（二）" && change.parts[3].new?.sign == "（三）")
  }

  @Test func `a number of an article that follows it is no change`() throws {
    let old = Self.base + ["违反第七条的，予以批评。"]
    var new = ["垂钓者每次交费，费用归村集体。"] + old
    new[new.count - 1] = "违反第八条的，予以批评。"
    let diff = try EditionDiff(old: SampleStatute.text(old), new: SampleStatute.text(new))
    #expect(Self.told(diff) == ["new >1", "reworded 11>12"])
  }

  @Test func `a preamble is a provision of its own`() throws {
    func text(_ preamble: String...) throws -> StatuteText {
      try SampleStatute.text(Self.base, preamble: preamble)
    }
    let old = try text("鱼塘很多。", "水很清。")
    let same = EditionDiff(old: old, new: old)
    #expect(Self.told(same, with: [.same]).first == "same preamble>preamble")
    let diff = EditionDiff(old: old, new: try text("鱼塘很多。", "水很清，鱼很肥。"))
    #expect(Self.told(diff) == ["reworded preamble>preamble"])
    #expect(Self.told(EditionDiff(old: old, new: try text())) == ["repealed preamble>"])
  }

  // MARK: Citations

  private static let cited = Result {
    try diff {
      $0[3] =
        "承租人有下列情形之一的，可以解除合同：\n（一）拖欠租金满六个月的；\n（二）改变用途的；\n（三）擅自填平水面的；\n（四）转租给他人牟利的。"
      $0[2] += "\n租金每年公布两次。"
      $0[4] = "养殖用药需要登记，登记簿保存两年。"
      $0.remove(at: 6)
      let parts = $0[5].split(separator: "\n").map(String.init)
      $0.replaceSubrange(5...5, with: parts)
      $0.insert($0.remove(at: 8), at: 0)
    }
  }

  @Test(
    arguments: [
      (1, nil, nil, .renumbered), (2, 1, nil, .renumbered),
      // The paragraph stayed, another came beside it.
      (3, nil, nil, .changed), (3, 1, nil, .renumbered),
      (4, nil, nil, .changed), (4, 1, nil, .changed), (4, 1, 1, .changed), (4, nil, 2, .renumbered),
      // No such item: whoever cites it has to look at the article.
      (4, 1, 9, .changed), (4, 2, nil, .changed),
      (5, nil, nil, .changed), (6, nil, nil, .split), (6, 2, nil, .renumbered),
      (7, nil, nil, .repealed), (7, 1, nil, .repealed), (9, nil, nil, .moved), (9, 1, nil, .moved),
      (77, nil, nil, nil),
    ] as [(Int, Int?, Int?, ChangeKind?)])
  func `a citation is met by what changed at its place`(
    article: Int, paragraph: Int?, item: Int?, kind: ChangeKind?
  ) throws {
    let citation = Citation(
      title: StatuteTitle("某办法"), provision: .article(ArticleNumber(article)),
      paragraph: paragraph, item: item)
    #expect(try Self.cited.get().meeting(citation)?.kind == kind)
  }

  @Test func `a citation of what stayed at its place is not met`() throws {
    let diff = try Self.diff { $0[5] += "\n调解笔录由双方签名。" }
    func met(_ article: Int, _ paragraph: Int?) -> ChangeKind? {
      diff.meeting(
        Citation(
          title: StatuteTitle("某办法"), provision: .article(ArticleNumber(article)),
          paragraph: paragraph))?.kind
    }
    #expect(met(5, nil) == nil)
    #expect(met(6, 2) == nil)
    #expect(met(6, nil) == .changed)
  }

  // MARK: Any two texts

  @Test(arguments: 0..<60)
  func `every article is in one change, and the parts have every word`(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var articles = Self.base
    for _ in 0..<chance.below(12) {
      let place = chance.below(articles.count)
      switch chance.below(6) {
      case 0 where articles.count > 1: articles.remove(at: place)
      case 1: articles.insert(articles[chance.below(articles.count)], at: place)
      case 2: articles.insert(articles.remove(at: place), at: chance.below(articles.count + 1))
      case 3: articles[place] += "\n" + Self.base[chance.below(Self.base.count)]
      case 4:
        var signs = Array(articles[place])
        let start = chance.below(signs.count)
        signs.removeSubrange(start..<min(signs.count, start + chance.below(20)))
        articles[place] = signs.isEmpty ? "空。" : String(signs)
      default: articles[place] = articles[place].replacing("。", with: "，另行通知。")
      }
    }
    let diff = try EditionDiff(
      old: SampleStatute.text(Self.base), new: SampleStatute.text(articles))
    EditionDiffTests.expectWhole(diff)
    let back = EditionDiff(old: diff.new, new: diff.old)
    EditionDiffTests.expectWhole(back)
  }

  /// Each article of both editions is in one change, and its parts have its lines.
  static func expectWhole(_ diff: EditionDiff) {
    for (text, provisions, side) in [
      (diff.old, diff.changes.map(\.old), \ProvisionChange.Part.old),
      (diff.new, diff.changes.map(\.new), \ProvisionChange.Part.new),
    ] {
      let numbers = text.articles.map { Citation.Provision.article($0.number) }
      #expect(Set(provisions.joined()) == Set(numbers))
      #expect(provisions.joined().count == numbers.count)
      let parts = diff.changes.flatMap(\.parts)
      let found = Dictionary(
        grouping: parts.compactMap { $0[keyPath: side] }, by: \.provision)
      for article in text.articles {
        let whole = ProvisionPart.parts(of: article)
        #expect(whole.map { $0.sign + $0.text }.joined(separator: "\n") == article.text)
        let there = found[.article(article.number)] ?? []
        #expect(there.count == whole.count && Set(there) == Set(whole))
      }
    }
    for part in diff.changes.flatMap(\.parts) {
      #expect(part.marks.old == part.old?.text ?? "")
      #expect(part.marks.new == part.new?.text ?? "")
    }
  }
}
