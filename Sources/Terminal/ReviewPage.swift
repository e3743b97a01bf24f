import Questions
import Statutes
import Text
import Workflows

/// What waits for a reviewer, as it is shown: the law beside the question.
package enum ReviewPage {
  /// All of it, short: for a list and at the start.
  package static func overview(_ queue: ReviewQueue, style: PageStyle) -> [String] {
    guard !queue.isEmpty else {
      return style.sentence(Wording(zh: "没有要复核的题", en: "Nothing waits for a review"))
    }
    var lines: [String] = []
    for (change, isLater) in queue.changes.map({ ($0, false) }) + queue.later.map({ ($0, true) }) {
      lines += head(change, isLater: isLater, style: style)
      lines += change.questions.flatMap { touched in
        style.wrapped(
          "\(name(touched.question))   \(status(touched.flag.review)(style.language))",
          first: "   ", indent: 5)
      }
    }
    for objected in queue.objections {
      lines += ObjectionPage.forTrainer(objected.objection, style: style)
    }
    for waiting in queue.waiting {
      lines += style.wrapped(
        "\(name(waiting.question))   "
          + Wording(
            zh: "第 \(waiting.question.number) 版", en: "version \(waiting.question.number)")(
            style.language)
          + "   " + waiting.question.question.state.wording(style.language), first: " ", indent: 3)
    }
    return lines
  }

  static func name(_ question: StoredQuestion) -> String {
    "\(question.bankCode) \(question.question.code.text)"
  }

  static func head(
    _ change: ReviewQueue.Change, isLater: Bool = false, style: PageStyle
  ) -> [String] {
    let place = change.change.map { EditionDiffPage.numbers($0, style) } ?? cited(change, style)
    var lines = style.wrapped(
      "\(change.statute.quoted) \(change.old.iso) -> \(change.new.iso)   "
        + "\(change.kind.wording(style.language))   \(place)", indent: 2)
    if let effective = change.effective, isLater {
      lines += style.sentence(
        Wording(
          zh: "新版 \(effective.iso) 起施行，此前这些题仍按旧版",
          en: "In force from \(effective.iso); until then these questions go by the older edition"))
    }
    return lines
  }

  private static func cited(_ change: ReviewQueue.Change, _ style: PageStyle) -> String {
    var places: [String] = []
    for touched in change.questions {
      guard case .amendment(let place) = touched.flag.cause else { continue }
      let text = place.citation.text(in: style.language)
      if !places.contains(text) { places.append(text) }
    }
    return places.joined(separator: Wording(zh: "、", en: ", ")(style.language))
  }

  static func status(_ review: FlagReview) -> Wording {
    switch review {
    case .undecided: Wording(zh: "未定", en: "undecided")
    case .toConfirm(let name):
      Wording(
        zh: "\(name) 认为答案不变，待另一人确认",
        en: "\(name) holds that the key stands; another person has to confirm it")
    case .toMend: Wording(zh: "规则变了，题要改", en: "the rule changed; the question has to change")
    case .settled: Wording(zh: "已定", en: "settled")
    }
  }

  /// A change with its texts and the questions that it touches.
  static func change(_ change: ReviewQueue.Change, style: PageStyle) -> [String] {
    var lines = style.rule + head(change, style: style)
    if let texts = change.change {
      lines += EditionDiffPage.texts(of: texts, style: style)
    } else {
      lines += style.sentence(
        Wording(
          zh: "旧版全文没有载入，只知道这一条不同了；载入旧版（mingfa law load）可以对照",
          en: "The older text is not loaded: all that is known is that the article differs"))
    }
    for (index, touched) in change.questions.enumerated() {
      lines += question(touched.question, first: " \(index + 1) ", style: style)
      lines += style.wrapped(status(touched.flag.review)(style.language), first: "   > ", indent: 5)
    }
    return lines
  }

  /// A question with its options, the right ones marked, and its explanation.
  static func question(
    _ stored: StoredQuestion, first: String = " ", style: PageStyle
  ) -> [String] {
    let question = stored.question
    var lines = style.wrapped(
      "\(name(stored))   \(question.stem)", first: first, indent: 3)
    if let passage = stored.passage {
      lines += style.wrapped(passage.text, first: "   | ", indent: 5)
    }
    return lines + answers(of: question, style: style)
  }

  private static func answers(of question: Question, style: PageStyle) -> [String] {
    var lines: [String] = []
    var letters: [OptionID: Character] = [:]
    for (index, option) in question.options.enumerated() {
      let letter =
        AnswerOption.letters.indices.contains(index) ? AnswerOption.letters[index] : "?"
      letters[option.id] = letter
      let mark: String
      if case .options(let right) = question.key, right.contains(option.id) {
        mark = "*"
      } else {
        mark = " "
      }
      lines += style.wrapped(option.text, first: "  \(mark)\(letter). ", indent: 6)
    }
    switch question.key {
    case .options: break
    case .truth(let truth):
      lines += style.wrapped(
        truth
          ? Wording(zh: "对", en: "True")(style.language)
          : Wording(zh: "错", en: "False")(style.language), first: "   = ", indent: 5)
    case .blanks, .points:
      for text in question.keyTexts { lines += style.wrapped(text, first: "   = ", indent: 5) }
    }
    if !question.rationale.isEmpty {
      lines += style.wrapped(
        question.rationale.text { letters[$0] },
        first: Wording(zh: "   解析  ", en: "   Why  ")(style.language),
        indent: 5)
    }
    return lines
  }

  /// What a proposal changes, line by line.
  static func mend(_ mended: Question, of stored: StoredQuestion, style: PageStyle) -> [String] {
    let old = answers(of: stored.question, style: style)
    let new = answers(of: mended, style: style)
    var lines = style.sentence(Wording(zh: "建议改成：", en: "Proposed:"))
    if mended.stem != stored.question.stem {
      lines += style.wrapped(mended.stem, first: " + ", indent: 3)
    }
    lines += new.filter { !old.contains($0) }.map { "+" + $0.dropFirst() }
    if mended.citations != stored.question.citations {
      let text = CitationText.print(mended.citations, in: stored.language)
      lines += style.wrapped(
        text, first: Wording(zh: "+  依据  ", en: "+  Basis  ")(style.language), indent: 5)
    }
    return lines
  }

  /// An objection with the question and what it rests on.
  static func objection(_ objected: ReviewQueue.Objected, style: PageStyle) -> [String] {
    style.rule + ObjectionPage.forTrainer(objected.objection, style: style)
      + question(objected.question, style: style)
      + SourcePage.whole(objected.sources, in: objected.question.language, style: style)
  }

  /// A version that waits, with what it would take the place of.
  static func waiting(_ waiting: ReviewQueue.Waiting, style: PageStyle) -> [String] {
    var lines = style.rule
    lines += style.sentence(
      Wording(
        zh: "第 \(waiting.question.number) 版，\(waiting.question.question.state.wording.zh)",
        en: "Version \(waiting.question.number), \(waiting.question.question.state.wording.en)"))
    lines += question(waiting.question, style: style)
    if let present = waiting.present {
      lines += style.sentence(Wording(zh: "现在用的是：", en: "In use now:"))
      lines += question(present, style: style)
    }
    return lines
      + SourcePage.whole(waiting.sources, in: waiting.question.language, style: style)
  }
}
