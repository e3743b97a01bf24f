import Questions
import Statutes

/// Small banks and questions that tests change one thing at a time.
package enum SampleBank {
  package struct BadCode: Error {
    let text: String

    package init(text: String) { self.text = text }
  }

  package static func code(_ text: String) throws -> QuestionCode {
    guard let code = QuestionCode(text) else { throw BadCode(text: text) }
    return code
  }

  package static let title = StatuteTitle("《民法典》")

  package static func header(
    id: String = "demo", version: String = "1", editions: [Edition]? = nil,
    review: BankReview? = nil
  ) throws -> BankHeader {
    guard let number = BankVersion(version), let date = CalendarDate(iso: "2020-05-28") else {
      throw BadCode(text: version)
    }
    return BankHeader(
      id: id, title: "题库 \(id)", version: number,
      editions: editions ?? [Edition(title: title, date: date)], review: review)
  }

  package static func bank(
    _ items: [BankItem], id: String = "demo", version: String = "1", chapter: String? = "第一章"
  ) throws -> Bank {
    Bank(
      header: try header(id: id, version: version),
      chapters: [BankChapter(title: chapter, items: items)])
  }

  /// Questions that stand alone, as items.
  package static func items(_ questions: [Question]) -> [BankItem] {
    questions.map { BankItem(questions: [$0]) }
  }

  /// Options with the ids 1, 2, 3 … in the order of a file.
  package static func options(_ texts: [String]) -> [AnswerOption] {
    texts.enumerated().map { AnswerOption(id: OptionID($0.offset + 1), text: $0.element) }
  }

  /// A single choice; the right option is the first unless told otherwise.
  package static func single(
    _ code: String, stem: String? = nil,
    options texts: [String] = ["应当登记", "不必登记", "由法院决定", "由村委会决定"], right: Int = 1
  ) throws -> Question {
    Question(
      code: try Self.code(code), kind: .single, stem: stem ?? "题干 \(code)",
      options: options(texts), key: .options([OptionID(right)]),
      citations: [Citation(title: title, provision: .article(ArticleNumber(184)))],
      rationale: Rationale([.text("因为 "), .option(OptionID(right)), .text(" 合乎规定")]),
      difficulty: .medium, level: .understand, topics: ["登记"])
  }

  package static func multiple(_ code: String, right: Set<Int> = [1, 2]) throws -> Question {
    var question = try single(code)
    question.kind = .multiple
    question.key = .options(Set(right.map { OptionID($0) }))
    question.rationale = Rationale("见条文")
    return question
  }

  package static func truth(_ code: String, _ truth: Bool = true) throws -> Question {
    Question(
      code: try Self.code(code), kind: .trueFalse, stem: "陈述 \(code)", key: .truth(truth),
      rationale: Rationale("见条文"))
  }

  package static func fillIn(_ code: String) throws -> Question {
    Question(
      code: try Self.code(code), kind: .fillIn, stem: "始于____，终于____",
      key: .blanks([["出生"], ["死亡", "去世"]])
    )
  }

  package static func short(_ code: String) throws -> Question {
    Question(
      code: try Self.code(code), kind: .short, stem: "怎么办？",
      key: .points([KeyPoint(wording: "报警"), KeyPoint(wording: "保留证据", forms: [["证据"]])]))
  }

  /// A case with true/false questions.
  package static func caseItem(
    _ code: String, questions: Int, text: String = "某村发生一起纠纷。"
  ) throws -> BankItem {
    BankItem(
      passage: Passage(code: try Self.code(code), text: text),
      questions: try (1...questions).map { try truth("\(code)-\($0)") })
  }
}

extension Question {
  /// A response that is right, or wrong.
  package func response(right: Bool) -> Response {
    switch key {
    case .options(let ids):
      if right { return .options(ids) }
      let wrong = options.map(\.id).first { !ids.contains($0) }
      return .options(wrong.map { ids.union([$0]) } ?? [])
    case .truth(let truth): return .truth(right ? truth : !truth)
    case .blanks(let blanks): return .blanks(blanks.map { right ? $0.first ?? "" : "无关" })
    case .points(let points):
      return .text(right ? points.map(\.wording).joined(separator: "；") : "无关")
    }
  }
}
