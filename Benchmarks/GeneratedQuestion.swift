/// One question of a generated bank: realistic in its length and its fields, random in its words.
struct GeneratedQuestion {
  var type: String
  var stem: String
  var options: [String] = []
  /// As a bank file writes it after 答案, on one line or several.
  var key: String
  var rationale: String
  var citations: String
  var difficulty: String
  var level: String
  var topics: String
  var code: String
}

/// Draws questions one by one from a seed.
struct QuestionSource {
  private var chance: SplitMix
  private var places: [String]

  init(seed: UInt64) {
    chance = SplitMix(seed: seed)
    places = Phrases.towns
  }

  /// The passage of a case.
  mutating func passage() -> String {
    "\(pick(places))\(pick(Phrases.people))\(pick(Phrases.acts))，与\(pick(Phrases.people))发生争执。"
      + "\(pick(Phrases.bodies))接到报告后派人到场，\(pick(Phrases.facts))，并记入笔录。"
      + "后来双方又因\(pick(Phrases.matters))起了纠纷，请求一并处理。"
  }

  /// A question of a type heading.
  mutating func question(_ type: String, code: String) -> GeneratedQuestion {
    let article = Int.random(in: 1...1260, using: &chance)
    let other = Int.random(in: 1...1260, using: &chance)
    let matter = pick(Phrases.matters)
    let told =
      "\(pick(places))\(pick(Phrases.people))\(pick(Phrases.acts))，\(pick(Phrases.facts))，事情涉及\(matter)。"
    var question = GeneratedQuestion(
      type: type, stem: "", key: "", rationale: rationale(matter),
      citations: other % 3 == 0
        ? "《民法典》第\(article)条第一款；《民法典》第\(other)条" : "《民法典》第\(article)条",
      difficulty: pick(["易", "较易", "中", "较难", "难"]), level: pick(["识记", "理解", "应用"]),
      topics: matter + "、" + pick(Phrases.topics), code: code)
    switch type {
    case "判断题":
      question.stem = told + pick(Phrases.claims)
      question.key = pick(["对", "错"])
    case "填空题":
      question.stem = told + "处理时应当遵循____原则，期限为____日。"
      question.key = "\(pick(Phrases.principles))|\(pick(Phrases.topics))；\(article % 60 + 1)"
    case "简答题":
      question.stem = told + "请说明\(pick(Phrases.bodies))处理此事要做到哪几点。"
      question.key =
        "\n- \(pick(Phrases.choices)) | \(pick(Phrases.topics))+\(pick(Phrases.principles))"
        + "\n- 听取当事人的陈述和申辩 | 陈述+申辩"
    default:
      question.stem = told + pick(Phrases.asks)
      question.options = Array(Phrases.choices.shuffled(using: &chance).prefix(4))
      question.key = key(type)
      question.rationale += "[A] 说的情形与本题不同，不能照搬。"
    }
    return question
  }

  private mutating func key(_ type: String) -> String {
    let letters = ["A", "B", "C", "D"].shuffled(using: &chance)
    let least = type == "多项选择题" ? 2 : 1
    let count = type == "单项选择题" ? 1 : Int.random(in: least...4, using: &chance)
    return letters.prefix(count).sorted().joined()
  }

  private mutating func rationale(_ matter: String) -> String {
    "处理\(matter)要看\(pick(Phrases.principles))：\(pick(Phrases.reasons))，\(pick(Phrases.reasons))。"
  }

  private mutating func pick(_ words: [String]) -> String {
    words[Int.random(in: 0..<words.count, using: &chance)]
  }
}
