import Testing

@testable import Statutes

@Suite struct TextDifferenceTests {
  /// What was removed and added, as [-…-] and {+…+}.
  private static func marked(_ text: MarkedText) -> String {
    text.runs.map { run in
      switch run {
      case .kept(_, let new): new
      case .removed(let old): "[-\(old)-]"
      case .added(let new): "{+\(new)+}"
      }
    }.joined()
  }

  @Test(
    arguments: [
      ("甲应当告知乙。", "甲应当告知乙。", "甲应当告知乙。"),
      ("甲应当告知乙。", "甲可以告知乙。", "甲[-应当-]{+可以+}告知乙。"),
      // A number is one word.
      ("满十五日的，作出决定。", "满二十五日的，作出决定。", "满[-十五-]{+二十五+}日的，作出决定。"),
      ("罚款500元以下。", "罚款1500元以下。", "罚款[-500-]{+1500+}元以下。"),
      // What is added is laid to the end of a clause.
      ("法律、规章的规定。", "法律、法规、规章的规定。", "法律、{+法规、+}规章的规定。"),
      ("先告知，再决定。", "先告知，后听取，再决定。", "先告知，{+后听取，+}再决定。"),
      // What two phrases share by chance is no kept stretch.
      (
        "由乡镇司法所的干部负责登记。", "由村民委员会的委员负责登记。",
        "由[-乡镇司法所的干部-]{+村民委员会的委员+}负责登记。"
      ),
      // A sign alone is hardly ever a word.
      ("国务院部门的规定；", "国务院部门的规范性文件；", "国务院部门的[-规定-]{+规范性文件+}；"),
      ("认为行政行为违法的", "认为行政机关的行政行为违法的", "认为行政{+机关的行政+}行为违法的"),
      ("认为具体行政行为违法的", "认为行政机关的行政行为违法的", "认为[-具体-]{+行政机关的+}行政行为违法的"),
      // Where hardly anything stayed, both are marked whole.
      ("春夏秋冬，四季轮回。", "鱼塘出租，写明租金。", "[-春夏秋冬，四季轮回。-]{+鱼塘出租，写明租金。+}"),
      ("", "甲。", "{+甲。+}"), ("甲。", "", "[-甲。-]"), ("", "", ""),
      // What copies of one text differ in is no change.
      ("如下:（一）", "如下：(一)", "如下：(一)"), ("甲 乙", "甲乙", "甲乙"),
      ("甲；\n1.子", "甲；\n1.丑", "甲；\n1.[-子-]{+丑+}"),
    ])
  func `words are marked as people read them`(old: String, new: String, marks: String) {
    let difference = TextDifference(old, new)
    #expect(Self.marked(difference.marks) == marks)
    #expect(difference.marks.old == old)
    #expect(difference.marks.new == new)
  }

  @Test(arguments: 0..<300)
  func `the marks reproduce both texts, whatever they are`(seed: UInt64) {
    var chance = Chance(seed: seed)
    let signs = Array("甲乙丙丁一二三十百不得应当，。；：（） \n\u{200B}\u{301}12a")
    let old = String((0..<chance.below(60)).map { _ in signs[chance.below(signs.count)] })
    var changed = Array(old)
    for _ in 0..<chance.below(8) {
      let place = chance.below(changed.count + 1)
      if chance.below(2) == 0, place < changed.count {
        changed.removeSubrange(place..<min(changed.count, place + 1 + chance.below(5)))
      } else {
        changed.insert(
          contentsOf: (0...chance.below(5)).map { _ in signs[chance.below(signs.count)] },
          at: place)
      }
    }
    let new = String(changed)
    let difference = TextDifference(old, new)
    #expect(Array(difference.marks.old.unicodeScalars) == Array(old.unicodeScalars))
    #expect(Array(difference.marks.new.unicodeScalars) == Array(new.unicodeScalars))
    // No two stretches of a kind stand side by side, and no crumb between two changes.
    let kinds = difference.stretches.map(\.isKept)
    #expect(!zip(kinds, kinds.dropFirst()).contains { $0 == $1 })
    for stretch in difference.stretches.dropFirst().dropLast() where stretch.isKept {
      #expect(stretch.old.count > 2)
    }
    for stretch in difference.stretches where stretch.isKept {
      #expect(
        difference.old.signs[stretch.old] == difference.new.signs[stretch.new])
    }
  }

  @Test(
    arguments: [
      ("甲应当告知乙。", "甲须知会乙。", false), ("由甲办理。", "由甲负责办理。", true),
      ("处三年以下。", "处五年以下。", false), ("甲可以告知乙。", "甲可告知乙。", false),
      ("甲不得告知乙。", "甲得告知乙。", false), ("满十日。", "满15日。", false),
      ("未成年人的父亲。", "少年的父亲。", true), ("进行统一的管理。", "进行管理。", true), ("设两处鱼塘。", "设三处鱼塘。", false),
      ("申请人提出。", "申请人、第三人提出。", true),
      ("一般在村口。", "常在村口。", true), ("十分认真。", "认真。", true), ("罚一倍。", "罚十倍。", false),
      ("交纳百分之三十。", "交纳百分之二十。", false), ("占百分之五。", "占百分之六。", false),
      ("甲有权查阅，乙可以复制。", "甲可以查阅，乙有权复制。", false),
      ("甲可以查阅，乙可以复制。", "乙可以复制，甲可以查阅。", true),
      // Article 7 became article 9; article 8 did not.
      ("依照本法第七条办理。", "依照本法第九条办理。", true), ("依照本法第八条办理。", "依照本法第九条办理。", false),
      ("依照《某法》第七条办理。", "依照《某法》第九条办理。", false),
      ("依照第七条之一办理。", "依照第九条办理。", false), ("依照第七条第二款。", "依照第七条第三款。", false),
    ])
  func `numbers, modal words and negations decide what is only reworded`(
    old: String, new: String, isKept: Bool
  ) {
    let follows = { (old: ArticleNumber, new: ArticleNumber) in
      old == ArticleNumber(7) && new == ArticleNumber(9)
    }
    #expect(WeightyWords.areKept(in: TextDifference(old, new), follows: follows) == isKept)
  }
}
