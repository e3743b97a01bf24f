import Exams
import Questions
import Reports
import Text

/// The questions of a paper as one candidate saw them, with answers, keys and marks, for the result slip.
struct SlipLines {
  let paper: ExamPaper
  let order: PaperOrder
  let responses: [Int: Response]
  let grade: PaperGrade

  /// Section by section, in the order of the candidate's screen.
  var blocks: [PrintedSheet.Block] {
    var blocks: [PrintedSheet.Block] = []
    var first = 0
    var number = 0
    for (section, result) in zip(paper.sections, grade.sections) {
      let range = first..<first + section.lines.count
      first = range.upperBound
      let places = order.lines.filter(range.contains)
      let kind = section.kind?.type.name ?? Wording(zh: "案例题", en: "Cases")
      blocks.append(
        .heading(
          Wording(
            zh: "\(kind.zh)：\(result.score.text) 分，满分 \(result.full.text)（答 \(result.answered) 题，"
              + "对 \(result.right) 题，共 \(result.questions) 题）",
            en:
              "\(kind.en): \(result.score.text) of \(result.full.text) points (\(result.answered) "
              + "answered, \(result.right) right, of \(result.questions))")))
      var before: Passage?
      let items = places.map { line -> PrintedSheet.Item in
        number += 1
        let passage = paper.lines[line].question.passage
        defer { before = passage }
        return item(
          line, number: number, full: section.points,
          passage: passage == before ? nil : passage?.text)
      }
      blocks.append(.items(items))
    }
    return blocks
  }

  private func item(
    _ line: Int, number: Int, full: Score, passage: String?
  ) -> PrintedSheet.Item {
    let stored = paper.lines[line].question
    let question = stored.question
    let shown = order.options[line]
    let texts = Dictionary(question.options.map { ($0.id, $0.text) }, uniquingKeysWith: { $1 })
    var facts = [
      PrintedSheet.Fact(
        Wording(zh: "作答", en: "Answer"), answer(responses[line] ?? .blank, shown)),
      PrintedSheet.Fact(Wording(zh: "答案", en: "Key"), key(of: question, shown)),
      PrintedSheet.Fact(
        Wording(zh: "得分", en: "Marks"),
        Wording(
          zh: "\(grade.lines[line].text)（满分 \(full.text)）",
          en: "\(grade.lines[line].text) of \(full.text)")),
    ]
    let reasons = question.rationale.text { id in Self.letter(id, shown) }
    if !reasons.isEmpty { facts.append(.init(Wording(zh: "解析", en: "Why"), reasons)) }
    for citation in question.citations {
      let edition = stored.editions.first { $0.title == citation.title }?.date.iso
      facts.append(
        .init(
          Wording(zh: "依据", en: "Source"),
          Wording(
            zh: citation.text(in: .chinese) + (edition.map { "（\($0) 版）" } ?? ""),
            en: citation.text(in: .english) + (edition.map { " (edition of \($0))" } ?? ""))))
    }
    return PrintedSheet.Item(
      passage: passage, stem: "\(number). \(question.stem)",
      options: shown.enumerated().compactMap { place, id in
        texts[id].map { "\(Self.letter(place)). \($0)" }
      }, facts: facts)
  }

  private func answer(_ response: Response, _ shown: [OptionID]) -> Wording {
    let none = Wording(zh: "未答", en: "none")
    switch response {
    case .blank: return none
    case .options(let ids): return Self.letters(ids, shown)
    case .truth(let said): return Self.truth(said)
    case .blanks(let texts):
      return Wording(
        zh: texts.map { $0.isEmpty ? none.zh : $0 }.joined(separator: "；"),
        en: texts.map { $0.isEmpty ? none.en : $0 }.joined(separator: "; "))
    case .text(let words): return Wording(zh: words, en: words)
    }
  }

  private func key(of question: Question, _ shown: [OptionID]) -> Wording {
    func listed(_ texts: [String]) -> Wording {
      Wording(zh: texts.joined(separator: "；"), en: texts.joined(separator: "; "))
    }
    return switch question.key {
    case .options(let ids): Self.letters(ids, shown)
    case .truth(let right): Self.truth(right)
    case .blanks(let blanks): listed(blanks.map { $0.first ?? "" })
    case .points(let points): listed(points.map(\.wording))
    }
  }

  private static func letters(_ ids: Set<OptionID>, _ shown: [OptionID]) -> Wording {
    let text = ids.compactMap { letter($0, shown) }.sorted().map(String.init)
      .joined(separator: " ")
    return Wording(zh: text, en: text)
  }

  private static func truth(_ value: Bool) -> Wording {
    value ? Wording(zh: "对", en: "true") : Wording(zh: "错", en: "false")
  }

  /// The letter that an option had on this candidate's screen.
  private static func letter(_ id: OptionID, _ shown: [OptionID]) -> Character? {
    shown.firstIndex(of: id).map(letter)
  }

  private static func letter(_ place: Int) -> Character {
    AnswerOption.letters.indices.contains(place) ? AnswerOption.letters[place] : "?"
  }
}
