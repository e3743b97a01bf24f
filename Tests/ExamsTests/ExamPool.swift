import Exams
import Learning
import Questions
import Statutes

/// Pools and blueprints made by seed.
struct ExamPool {
  var chance: SeededGenerator
  var next: Int64 = 1

  init(seed: UInt64) { chance = SeededGenerator(seed: seed, purpose: 0x706F_6F6C) }

  static let statutes = ["民法典", "行政处罚法", "宪法", "禁毒法"]
  static let chapters = ["第一章 总则", "第二章 职责", "第三章 罚则"]

  mutating func one<Element>(of choices: [Element]) -> Element {
    choices[chance.below(choices.count)]
  }

  /// A question that cites one statute, or two.
  mutating func question(
    _ kind: QuestionKind, seat: PoolQuestion.Seat? = nil, enemies: [Int] = []
  ) -> PoolQuestion {
    let number = next
    next += 1
    let author = Difficulty(rawValue: 1 + chance.below(5))
    var cited = [StatuteTitle("中华人民共和国" + one(of: Self.statutes))]
    if chance.below(4) == 0 {
      let second = StatuteTitle(one(of: Self.statutes))
      if !cited.contains(second) { cited.append(second) }
    }
    let responses = one(of: [0, 0, 30, 400])
    return PoolQuestion(
      ref: QuestionRef(question: number, version: 10 * number), kind: kind, seat: seat,
      traits: PaperTraits(
        bank: one(of: ["law", "law", "town"]), chapter: one(of: Self.chapters), statutes: cited,
        level: one(of: [.remember, .understand, .apply, nil]), author: author,
        topics: one(of: [[], ["程序"], ["程序", "时效"]])),
      difficulty: QuestionDifficulty.value(
        author: author, wrong: responses == 0 ? 0 : chance.below(responses), responses: responses),
      uses: one(of: [0, 0, 0, 1, 2, 5]),
      enemies: enemies, rule: one(of: [.allOrNothing, .half]))
  }

  /// So many questions of each type, some in groups of enemies, and so many cases.
  mutating func questions(
    _ counts: [(QuestionKind, Int)], groups: Int = 0, cases: Int = 0, of size: Int = 3
  ) -> [PoolQuestion] {
    var pool: [PoolQuestion] = []
    for (kind, count) in counts {
      for _ in 0..<count {
        let enemies = groups > 0 && chance.below(3) == 0 ? [1_000 + chance.below(groups)] : []
        pool.append(question(kind, enemies: enemies))
      }
    }
    for item in 0..<cases {
      let seats = (0..<size).map { PoolQuestion.Seat(item: Int64(item + 1), place: $0, of: size) }
      // As rows of a database come: in no order.
      for seat in chance.shuffled(seats) {
        pool.append(question(one(of: [.single, .multiple]), seat: seat))
      }
    }
    return chance.shuffled(pool)
  }
}

extension Blueprint {
  /// A blueprint of sections and shares, with the rest as usual.
  static func made(
    _ sections: [Section], shares: [Share] = [], difficulty: DifficultyGoal? = nil,
    overlap: Int = 0, spread: Double = 0.01, exposure: Int? = nil, banks: [String] = []
  ) -> Blueprint {
    Blueprint(
      code: "made", title: "样卷", banks: banks, sections: sections, shares: shares,
      difficulty: difficulty, time: TimeRules(minutes: 60), pass: PassRules(),
      forms: FormRules(overlap: overlap, spread: spread, exposure: exposure))
  }
}

extension Blueprint.Section {
  static func of(_ kind: QuestionKind, _ count: Int) -> Self {
    Self(content: .questions(kind, count: count), points: Score(points: 1))
  }

  static func ofCases(_ count: Int, of questions: Int) -> Self {
    Self(content: .cases(count: count, questions: questions), points: Score(points: 2), rule: .half)
  }
}
